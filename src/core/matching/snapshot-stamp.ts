import { FIELD_WEIGHTS, fieldsOf } from './fields.ts';
import { buildLexicon } from './lexicon.ts';
import { bytesOfLexicon } from './lexicon-bytes.ts';
import type { IndexedClaim } from './match.ts';
import { checksum } from './packed-arrays.ts';
import { keyOf } from './terms.ts';

/** Claims that are read again to see whether this version still reads and weighs them as the one that wrote the snapshot. */
const SAMPLE = 48;

/**
 * What a snapshot was made of: the claims' texts, and what this version makes of a few of them. Of another stamp, a snapshot is
 * of other claims or of another version, and no use.
 *
 * @param claims - in the order of their ids
 */
export function stampOf(claims: readonly IndexedClaim[]): Uint32Array {
  const every = Math.max(1, Math.ceil(claims.length / SAMPLE));
  const sample = claims.filter((_, number) => number % every === 0);
  const lexicon = buildLexicon(fieldsOf(sample), FIELD_WEIGHTS);
  return Uint32Array.of(...digestOf(claims), checksum(bytesOfLexicon(lexicon, new Uint32Array(0))));
}

/** Two hashes of 32 bits over the keys of all texts. */
function digestOf(claims: readonly IndexedClaim[]): readonly [number, number] {
  let low = claims.length;
  let high = 0;
  const add = (text: string) => {
    const key = keyOf(text);
    low = Math.imul(low ^ (key >>> 0), 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ (key / 0x1_0000_0000) ^ text.length, 0x85ebca6b);
    high ^= high >>> 13;
  };
  for (const { id, quote, gist, title, context = '' } of claims) {
    add(id);
    add(quote);
    add(gist);
    add(title);
    add(context);
  }
  return [low >>> 0, high >>> 0];
}
