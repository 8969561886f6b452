import type { IndexedClaim } from './match.ts';
import type { ClaimOrder } from './top.ts';

/** The claims of an index by number. Those known when it was built are in the order of their ids; later ones follow as they came. */
export type ClaimTable = {
  /** Also those that were removed: numbers are not given again. */
  readonly claims: IndexedClaim[];
  /** How many were there when the index was built. */
  readonly built: number;
  /** The numbers of those that came later and were not removed, by id. */
  readonly added: Map<string, number>;
  readonly removed: Set<number>;
  /** The numbers in the order in which the claims were given when it was built. */
  readonly given: Uint32Array;
};

/** @throws RangeError when two claims share an id */
export function tableOf(given: readonly IndexedClaim[]): ClaimTable {
  const ids = given.map(({ id }) => id);
  const places = Uint32Array.from(ids.keys()).sort((a, b) => compareIds(ids[a] ?? '', ids[b] ?? ''));
  // A copy, since an array that grew has room for half as many again.
  const claims = Array.from(places)
    .flatMap((place) => given[place] ?? [])
    .slice();
  const twice = claims.find(({ id }, number) => id === claims[number + 1]?.id);
  if (twice !== undefined) throw new RangeError(`two claims share the id ${twice.id}`);
  const numbers = new Uint32Array(given.length);
  places.forEach((place, number) => {
    numbers[place] = number;
  });
  return { claims, built: claims.length, added: new Map(), removed: new Set(), given: numbers };
}

/** The same claims as a table of nothing added and nothing removed; `live` as `liveNumbers` gives them. */
export function renumbered(table: ClaimTable, live: readonly number[]): ClaimTable {
  const claims = live.flatMap((number) => table.claims[number] ?? []);
  const numbers = new Uint32Array(table.claims.length);
  live.forEach((number, place) => {
    numbers[number] = place;
  });
  const given = Uint32Array.from(givenFirst(table, claims.length), (number) => numbers[number] ?? 0);
  return { claims, built: claims.length, added: new Map(), removed: new Set(), given };
}

/** The numbers of the claims there are now, in the order of their ids. */
export function liveNumbers({ claims, built, removed, added }: ClaimTable): readonly number[] {
  const early = Array.from(claims.keys()).filter((number) => number < built && !removed.has(number));
  // Nearly in order already, which sorting makes use of.
  return [...early, ...added.values()].sort((a, b) => compareIds(claims[a]?.id ?? '', claims[b]?.id ?? ''));
}

/** The ids of the first claims in the order in which they were given; one that was replaced keeps its place. */
export function firstGiven(table: ClaimTable, most: number): readonly string[] {
  return givenFirst(table, most).map((number) => table.claims[number]?.id ?? '');
}

function givenFirst({ claims, given, removed, added }: ClaimTable, most: number): readonly number[] {
  const replacing = new Set<number>();
  const first: number[] = [];
  for (const number of given) {
    if (first.length >= most) return first;
    const later = removed.has(number) ? added.get(claims[number]?.id ?? '') : undefined;
    if (later !== undefined) replacing.add(later);
    if (!removed.has(number) || later !== undefined) first.push(later ?? number);
  }
  const last = Array.from(added.values()).filter((number) => !replacing.has(number));
  return [...first, ...last].slice(0, most);
}

/** How many claims were added or removed since the index was built. */
export function countChanges({ claims, built, removed }: ClaimTable): number {
  return claims.length - built + removed.size;
}

/** How many claims there are now. */
export function countClaims({ claims, removed }: ClaimTable): number {
  return claims.length - removed.size;
}

/** The number of a claim, or undefined when there is none of this id now. */
export function numberOf({ claims, built, added, removed }: ClaimTable, id: string): number | undefined {
  const later = added.get(id);
  if (later !== undefined) return later;
  let low = 0;
  let high = built;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((claims[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low < built && claims[low]?.id === id && !removed.has(low) ? low : undefined;
}

/** Takes a claim out. */
export function removeNumber({ claims, added, removed }: ClaimTable, number: number): void {
  removed.add(number);
  added.delete(claims[number]?.id ?? '');
}

/** Puts a claim in whose id no other has now; gives its number. */
export function addClaim({ claims, added }: ClaimTable, claim: IndexedClaim): number {
  added.set(claim.id, claims.length);
  return claims.push(claim) - 1;
}

/** The claims there are now that `wanted` is true of, in the order of their ids. */
export function claimsWhere(
  { claims, removed }: ClaimTable,
  wanted: (claim: IndexedClaim) => boolean,
): readonly IndexedClaim[] {
  return claims
    .filter((claim, number) => wanted(claim) && !removed.has(number))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Equal scores go by id. */
export function orderOf({ claims, built, removed }: ClaimTable): ClaimOrder {
  return {
    removed,
    compare(one, other) {
      if (one < built && other < built) return one - other;
      return compareIds(claims[one]?.id ?? '', claims[other]?.id ?? '');
    },
  };
}

function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
