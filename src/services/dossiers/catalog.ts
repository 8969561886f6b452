import {
  type Claim,
  ClaimKey,
  ClaimReference,
  formatClaimReference,
  parseClaimReference,
} from '../../core/claim.ts';
import { type Dossier, referenceTo } from '../../core/dossier.ts';
import type { ClaimIndex, IndexedClaim } from '../../core/matching/claim-index.ts';
import { isSamePost, type PostPrint, postPrintOf } from '../../core/matching/same-post.ts';
import { piecesOf } from '../../core/matching/tokenise.ts';

/** A claim with the dossier it belongs to. */
export type KnownClaim = { readonly dossier: Dossier; readonly claim: Claim };

/** A dossier as it is stored, and as it is shown: with what is known of its links. */
export type Shelved = { readonly stored: Dossier; readonly shown: Dossier };

/** The dossiers a server is offered, and the ways to find one of them or a claim. */
export type Offer = {
  /** The dossiers offered: the server's own, then shared ones; samples only while it has none of its own. */
  readonly dossiers: readonly Dossier[];
  /** The same as they are stored: where one is the same object as before, none of its texts has changed. */
  readonly stored: readonly Dossier[];
  /** A claim by reference; finds those of samples that are no longer offered, too. */
  claim(reference: ClaimReference): KnownClaim | null;
  /** A claim as a member names it: `slug/c01`, or `c01` where one offered dossier alone has it. */
  claimNamed(name: string): KnownClaim | null;
  /** The offered dossier of a post that is found at this address, or reads nearly the same; the address counts first. */
  dossierOfPost(post: { readonly url: string; readonly text: string | null }): Dossier | null;
  /** A dossier by slug or id; the server's own before a shared one of the same slug. */
  dossier(slugOrId: string): Dossier | null;
};

/**
 * What one server can be shown and asked about, as it is now: once a dossier has changed, whoever still holds the catalog finds the
 * change in it. Index and claims change in one turn, so that between two awaits they always fit each other.
 */
export type Catalog = Omit<Offer, 'stored'> & {
  /** Searches the claims of `dossiers`; its ids are claim references. */
  readonly index: ClaimIndex;
  /**
   * Claims for a text that is still being typed; while it has no words, the first claims of the dossiers in their order.
   *
   * @returns at most `limit`
   */
  suggest(prefix: string, limit: number): readonly KnownClaim[];
};

/** What is offered of published dossiers; the server's own come first. */
export function offerOf(published: readonly Shelved[]): Offer {
  const hasOwn = published.some(({ stored: { guildId, sample } }) => guildId !== null && !sample);
  const bySlugOrId = new Map<string, Dossier>();
  for (const { shown } of published) {
    if (!bySlugOrId.has(shown.slug)) bySlugOrId.set(shown.slug, shown);
  }
  // A dossier that another of its slug stands before is reached by no name, so its id leads to that one.
  for (const { shown } of published) bySlugOrId.set(shown.id, bySlugOrId.get(shown.slug) ?? shown);
  const offered = published.filter(
    ({ shown }) => bySlugOrId.get(shown.slug) === shown && !(hasOwn && shown.sample),
  );
  const dossiers = offered.map(({ shown }) => shown);

  const claim: Offer['claim'] = ({ slug, key }) => {
    const dossier = bySlugOrId.get(slug);
    const found = dossier?.claims.find((candidate) => candidate.key === key);
    return dossier && found ? { dossier, claim: found } : null;
  };

  return {
    dossiers,
    stored: offered.map(({ stored }) => stored),
    claim,
    claimNamed(name) {
      const wanted = name.trim().toLowerCase();
      const { success, data } = ClaimReference.safeParse(namedParts(wanted));
      if (success) return claim(data);
      if (!ClaimKey.safeParse(wanted).success) return null;
      const [only, ...others] = dossiers.flatMap((dossier) =>
        dossier.claims.filter(({ key }) => key === wanted).map((found) => ({ dossier, claim: found })),
      );
      return only !== undefined && others.length === 0 ? only : null;
    },
    dossierOfPost: ({ url, text }) =>
      dossiers.find(({ post }) => post.url === url) ?? (text === null ? null : copiedIn(dossiers, text)),
    dossier: (slugOrId) => bySlugOrId.get(slugOrId) ?? null,
  };
}

/**
 * A catalog of what an offer and an index hold at the moment it is asked.
 *
 * @param now - gives both; they fit each other
 */
export function catalogOver(now: () => { readonly offer: Offer; readonly index: ClaimIndex }): Catalog {
  return {
    get dossiers() {
      return now().offer.dossiers;
    },
    get index() {
      return now().index;
    },
    claim: (reference) => now().offer.claim(reference),
    claimNamed: (name) => now().offer.claimNamed(name),
    dossierOfPost: (post) => now().offer.dossierOfPost(post),
    dossier: (slugOrId) => now().offer.dossier(slugOrId),
    suggest(prefix, limit) {
      const { offer, index } = now();
      if (piecesOf(prefix).length === 0) return firstClaims(offer.dossiers, limit);
      return index.suggest(prefix, limit).flatMap(({ id }) => offer.claim(parseClaimReference(id)) ?? []);
    },
  };
}

/** The claims of dossiers as an index takes them, in the order of the catalog. */
export function* indexedClaims(dossiers: readonly Dossier[]): Generator<IndexedClaim> {
  for (const dossier of dossiers) {
    for (const claim of dossier.claims) {
      yield {
        id: formatClaimReference(referenceTo(dossier, claim)),
        quote: claim.quote,
        gist: claim.gist,
        title: dossier.title,
        context: claim.notes.map((note) => note.text).join(' '),
      };
    }
  }
}

/**
 * What became of the claims between two states of a catalog.
 *
 * @param before - a dossier that is the same object in both is taken to be unchanged
 */
export function claimChanges(
  before: readonly Dossier[],
  after: readonly Dossier[],
): { readonly put: readonly IndexedClaim[]; readonly removed: readonly string[] } {
  const [was, is] = [new Set(before), new Set(after)];
  const gone = before.filter((dossier) => !is.has(dossier));
  const put = Array.from(indexedClaims(after.filter((dossier) => !was.has(dossier))));
  const stays = new Set(put.map(({ id }) => id));
  const removed = gone.flatMap((dossier) =>
    dossier.claims
      .map((claim) => formatClaimReference(referenceTo(dossier, claim)))
      .filter((id) => !stays.has(id)),
  );
  return { put, removed };
}

function firstClaims(dossiers: readonly Dossier[], limit: number): readonly KnownClaim[] {
  const first: KnownClaim[] = [];
  for (const dossier of dossiers) {
    if (first.length >= limit) break;
    first.push(...dossier.claims.slice(0, limit - first.length).map((claim) => ({ dossier, claim })));
  }
  return first;
}

/** Prints of posts, read when the first post is looked for, and once for all catalogs that a dossier is in. */
const prints = new WeakMap<Dossier['post'], PostPrint>();

function copiedIn(dossiers: readonly Dossier[], text: string): Dossier | null {
  const wanted = postPrintOf(text);
  const isCopied = ({ post }: Dossier) => {
    const print = prints.get(post) ?? postPrintOf(post.text);
    prints.set(post, print);
    return isSamePost(wanted, print);
  };
  return dossiers.find(isCopied) ?? null;
}

function namedParts(name: string): { slug: string | undefined; key: string | undefined } {
  const [slug, key, ...rest] = name.split('/');
  return { slug, key: rest.length === 0 ? key : undefined };
}
