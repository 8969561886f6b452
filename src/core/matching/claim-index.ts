import { applyChanges, type ClaimChanges } from './claim-changes.ts';
import {
  type ClaimTable,
  countChanges,
  countClaims,
  firstGiven,
  liveNumbers,
  orderOf,
  renumbered,
  tableOf,
} from './claim-table.ts';
import { FIELD_WEIGHTS, fieldsOf } from './fields.ts';
import { buildLexicon, type LiveLexicon } from './lexicon.ts';
import { bytesOfLexicon, lexiconFromBytes } from './lexicon-bytes.ts';
import type { IndexedClaim, Lookup, Match } from './match.ts';
import { mergeLexicon } from './merge-lexicon.ts';
import { matchesOf, outcomeOf, plausible } from './outcome.ts';
import { type QueryWord, readQuery } from './query.ts';
import { rank } from './rank.ts';
import { stemReader } from './read-stems.ts';
import type { Scratch } from './score.ts';
import { stampOf } from './snapshot-stamp.ts';
import { readPrefix } from './suggest.ts';
import { piecesOf } from './tokenise.ts';

export type { ClaimChanges } from './claim-changes.ts';
export type { IndexedClaim, Lookup, LookupOutcome, Match } from './match.ts';

/** From so many changes on, or from this share of the claims if that is more, the changes are packed with the rest. */
const MOST_CHANGES = 500;
const MOST_CHANGED_SHARE = 0.05;

/** An index over claims, which it keeps hold of. Any Unicode string is a valid text; nothing throws. */
export type ClaimIndex = {
  /** How many claims it holds. */
  readonly size: number;

  /**
   * The claims that a question or message is about.
   *
   * @param limit - matches at most; of an ambiguous result never more than five
   * @returns best first, equal ones by id. When answered, the others follow the answer; when ambiguous, only plausible ones
   *   are there; when unanswered, the nearest ones if any, with low confidence
   */
  lookUp(text: string, limit: number): Lookup;

  /**
   * The claims nearest to a text, however unsure, for measuring and for lists.
   *
   * @returns at most `limit`, best first, equal ones by id
   */
  rank(text: string, limit: number): readonly Match[];

  /**
   * Claims for a text that is still being typed: its last word may be the beginning of one.
   *
   * @returns at most `limit`, best first, equal ones by id; for a text without words the first claims as they were given
   */
  suggest(prefix: string, limit: number): readonly Match[];

  /**
   * Adds, replaces and removes claims. From then on every result is that of an index built anew of the claims there are. Takes
   * milliseconds, but some tenths of a second of 100,000 claims when much has changed, and as long as building when the average
   * length of a claim has.
   */
  update(changes: ClaimChanges): void;

  /** The index as bytes, which `indexFromSnapshot` reads; without the texts of its claims. */
  snapshot(): Uint8Array;
};

/**
 * Builds an index. The order of the claims changes nothing but what `suggest` gives for a text without words.
 *
 * @throws RangeError when two claims share an id
 */
export function buildClaimIndex(claims: Iterable<IndexedClaim>): ClaimIndex {
  const given = Array.from(claims);
  const table = tableOf(given);
  return indexOver(table, lexiconFor(table));
}

/**
 * The index that a snapshot was taken of, in a fraction of the time it takes to build.
 *
 * @param claims - those that were in the index, in any order
 * @returns null when the bytes are damaged, of another version, or of other claims: build the index then
 * @throws RangeError when two claims share an id
 */
export function indexFromSnapshot(bytes: Uint8Array, claims: Iterable<IndexedClaim>): ClaimIndex | null {
  const read = lexiconFromBytes(bytes, FIELD_WEIGHTS);
  if (read === null) return null;
  const table = tableOf(Array.from(claims));
  const stamp = stampOf(table.claims);
  if (stamp.length !== read.stamp.length || stamp.some((part, at) => part !== read.stamp[at])) return null;
  return indexOver(table, read.lexicon);
}

function lexiconFor({ claims }: ClaimTable): LiveLexicon {
  return buildLexicon(fieldsOf(claims), FIELD_WEIGHTS);
}

/** Working space for a table: that of before while it is wide enough. */
function scratchFor({ claims, built }: ClaimTable, before?: Scratch): Scratch {
  if (before !== undefined && claims.length <= before.scores.length) return before;
  const size = before === undefined ? built : claims.length + MOST_CHANGES;
  return { scores: new Float32Array(size), best: new Float32Array(size) };
}

function indexOver(tableAtFirst: ClaimTable, lexiconAtFirst: LiveLexicon): ClaimIndex {
  let table = tableAtFirst;
  let lexicon = lexiconAtFirst;
  let scratch = scratchFor(table);
  let readStems = stemReader(lexicon);

  const find = (words: readonly QueryWord[], limit: number, text = '') =>
    rank({ words, text }, limit, { lexicon, claims: table.claims, scratch, readStems });
  const use = (tableNow: ClaimTable, lexiconNow: LiveLexicon) => {
    table = tableNow;
    lexicon = lexiconNow;
    lexicon.order = orderOf(table);
    scratch = scratchFor(table, scratch);
    readStems = stemReader(lexicon);
  };
  const merge = () => {
    const live = liveNumbers(table);
    use(renumbered(table, live), mergeLexicon(lexicon, live));
  };
  use(table, lexicon);

  return {
    get size() {
      return countClaims(table);
    },

    lookUp(text, limit) {
      const ranked = find(readQuery(text, lexicon), limit, text);
      const outcome = outcomeOf(ranked);
      const matches = matchesOf(ranked.best, table.claims);
      const shown = outcome === 'ambiguous' ? plausible(matches) : matches;
      return { outcome, matches: shown.slice(0, Math.max(0, limit)) };
    },

    rank(text, limit) {
      const most = Math.max(0, limit);
      return matchesOf(find(readQuery(text, lexicon), most, text).best, table.claims).slice(0, most);
    },

    suggest(prefix, limit) {
      const most = Math.max(0, limit);
      const query = readPrefix(prefix, lexicon);
      if (query.length === 0 && piecesOf(prefix).length === 0) {
        return firstGiven(table, most).map((id) => ({ id, score: 0, confidence: 0, words: [] }));
      }
      return matchesOf(find(query, limit).best, table.claims).slice(0, most);
    },

    update(changes) {
      const isRight = applyChanges(changes, table, lexicon);
      if (!isRight) {
        const rest = renumbered(table, liveNumbers(table));
        use(rest, lexiconFor(rest));
      } else if (countChanges(table) > Math.max(MOST_CHANGES, table.built * MOST_CHANGED_SHARE)) merge();
      else use(table, lexicon);
    },

    snapshot() {
      if (countChanges(table) > 0) merge();
      return bytesOfLexicon(lexicon, stampOf(table.claims));
    },
  };
}
