import type { Claim, ClaimReference } from './claim.ts';
import { type Dossier, referenceTo } from './dossier.ts';
import { type SourceNote, sourceNotes } from './note.ts';

/** A source whose page is gone. */
export type DeadLink = {
  readonly reference: ClaimReference;
  readonly quote: string;
  readonly url: string;
  readonly publisher: string;
  /** When it was first found missing, in milliseconds since 1970. */
  readonly since: number;
};

/** How the links of sources stand, counted by note: what two claims cite counts twice. */
export type SourceLinks = {
  readonly sources: number;
  /** Those dead for longest first. */
  readonly dead: readonly DeadLink[];
  /** How many neither a person nor the link check has ever seen. */
  readonly unchecked: number;
  /** How many of these their sites do not let the link check look at. */
  readonly blocked: number;
};

/** How the links of these dossiers stand; each source with what the link check knows of it. */
export function sourceLinks(dossiers: readonly Dossier[]): SourceLinks {
  const cited = dossiers.flatMap((dossier) => dossier.claims.flatMap((claim) => citedBy(dossier, claim)));
  const unseen = cited.filter(({ note: { link, lastChecked } }) => lastChecked === null && !isSeen(link));
  return {
    sources: cited.length,
    dead: cited.flatMap(deadLink).sort((a, b) => a.since - b.since),
    unchecked: unseen.length,
    blocked: unseen.filter(({ note }) => note.link?.state === 'blocked').length,
  };
}

type Cited = {
  readonly reference: ClaimReference;
  readonly claim: Claim;
  readonly note: SourceNote;
};

function citedBy(dossier: Dossier, claim: Claim): readonly Cited[] {
  const reference = referenceTo(dossier, claim);
  return sourceNotes(claim.notes).map((note) => ({ reference, claim, note }));
}

function isSeen(link: SourceNote['link']): boolean {
  return link !== undefined && link.state !== 'blocked';
}

function deadLink({ reference, claim, note }: Cited): readonly DeadLink[] {
  const { link, url, publisher } = note;
  return link?.state === 'dead' ? [{ reference, quote: claim.quote, url, publisher, since: link.since }] : [];
}
