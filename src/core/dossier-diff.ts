import type { Claim } from './claim.ts';
import type { Dossier } from './dossier.ts';
import type { Note } from './note.ts';

/** A text before and after. */
export type TextChange = { readonly before: string | null; readonly after: string | null };

/** What differs in a claim that both states have. */
export type ClaimDiff = {
  readonly claim: Claim;
  readonly quote: TextChange | null;
  readonly gist: TextChange | null;
  readonly kind: { readonly before: Claim['kind']; readonly after: Claim['kind'] } | null;
  readonly notes: {
    readonly added: readonly Note[];
    readonly removed: readonly Note[];
    readonly changed: readonly { readonly before: Note; readonly after: Note }[];
  };
};

/** The facts of a post that a person may change. */
export const diffedFacts = ['title', 'language', 'author', 'date', 'url', 'remarks'] as const;
export type DiffedFact = (typeof diffedFacts)[number];

/** What differs between two states of one dossier. */
export type DossierDiff = {
  readonly facts: readonly (TextChange & { readonly fact: DiffedFact })[];
  readonly summary: TextChange | null;
  readonly claims: {
    readonly added: readonly Claim[];
    readonly removed: readonly Claim[];
    readonly changed: readonly ClaimDiff[];
  };
};

/** What became of a dossier from one state to another; claims and notes are the same by their ids, whatever their order. */
export function diffOf(before: Dossier, after: Dossier): DossierDiff {
  const had = new Map(before.claims.map((claim) => [claim.id, claim]));
  const has = new Set(after.claims.map(({ id }) => id));
  return {
    facts: diffedFacts.flatMap((fact) => {
      const change = textChange(factOf(before, fact), factOf(after, fact));
      return change === null ? [] : [{ fact, ...change }];
    }),
    summary: textChange(before.summary.text, after.summary.text),
    claims: {
      added: after.claims.filter(({ id }) => !had.has(id)),
      removed: before.claims.filter(({ id }) => !has.has(id)),
      changed: after.claims.flatMap((claim) => {
        const earlier = had.get(claim.id);
        const diff = earlier === undefined ? null : claimDiff(earlier, claim);
        return diff === null ? [] : [diff];
      }),
    },
  };
}

/** Whether two states say the same. */
export function isEmptyDiff({ facts, summary, claims }: DossierDiff): boolean {
  const { added, removed, changed } = claims;
  return facts.length + added.length + removed.length + changed.length === 0 && summary === null;
}

function factOf({ title, language, post }: Dossier, fact: DiffedFact): string | null {
  if (fact === 'title') return title;
  return fact === 'language' ? language : post[fact];
}

function textChange(before: string | null, after: string | null): TextChange | null {
  return before === after ? null : { before, after };
}

function claimDiff(before: Claim, after: Claim): ClaimDiff | null {
  const quote = textChange(before.quote, after.quote);
  const gist = textChange(before.gist, after.gist);
  const kind = before.kind === after.kind ? null : { before: before.kind, after: after.kind };
  const notes = noteDiff(before.notes, after.notes);
  const same = notes.added.length + notes.removed.length + notes.changed.length === 0;
  return quote === null && gist === null && kind === null && same
    ? null
    : { claim: after, quote, gist, kind, notes };
}

function noteDiff(before: readonly Note[], after: readonly Note[]): ClaimDiff['notes'] {
  const had = new Map(before.map((note) => [note.id, note]));
  const has = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !had.has(id)),
    removed: before.filter(({ id }) => !has.has(id)),
    changed: after.flatMap((note) => {
      const earlier = had.get(note.id);
      return earlier === undefined || sameNote(earlier, note) ? [] : [{ before: earlier, after: note }];
    }),
  };
}

const noteKeys = ['text', 'url', 'type', 'stance', 'publisher', 'title', 'date', 'lastChecked'] as const;

function sameNote(a: Note, b: Note): boolean {
  const [of, and] = [a, b].map((note): Readonly<Record<string, unknown>> => ({ ...note }));
  return noteKeys.every((key) => of?.[key] === and?.[key]);
}
