/**
 * How long the oddest texts take to be looked up: any string is a valid text, and none may take more than 50 ms.
 *
 *     node bench/matching/odd-texts.ts [--data FOLDER]
 */
import { buildClaimIndex } from '../../src/core/matching/claim-index.ts';
import { dataFolder, readCollection } from './collections.ts';
import { generatedClaims, sizedClaims } from './sized-claims.ts';

const CLAIMS = 100_000;

/** Each text is asked so often; the quickest counts, as other work on the machine only slows it. */
const ROUNDS = 5;

/** Longer than any message of Discord. */
const CHARS = 6_000;

const folder = dataFolder();
const real =
  folder === undefined ? generatedClaims(1_000) : readCollection(folder, 'tweets-en', 'dev').claims;
const claims = sizedClaims(real, CLAIMS);
const index = buildClaimIndex(claims.map(({ id, text, title }) => ({ id, quote: text, gist: '', title })));

const long = (text: string) => text.repeat(Math.ceil(CHARS / text.length)).slice(0, CHARS);
const texts: Readonly<Record<string, string>> = {
  'one endless word': long('w'),
  'one word again and again': long('army '),
  'nine hundred different words': Array.from({ length: 900 }, (_, at) => `w${at}x`).join(' '),
  'many claims at once': claims
    .slice(0, 60)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, CHARS),
  'no spaces at all': long('กินอาหารเป็นด่าง'),
  'Chinese without spaces': long('伊拉克民兵由政府支付工资'),
  'no words at all': long('.'),
  'an endless acronym': long('a.'),
  'an endless number': long('1,'),
  'a mention that never ends': `<${long('@')}`,
  'accents only': long('e\u0301'),
  'every script in turn': long('army ا ש 中 ท \u200b\u202e вода नमस्ते '),
};

console.table(
  Object.entries(texts).map(([text, asked]) => ({
    text,
    'look up ms': quickest(() => index.lookUp(asked, 5)),
    'suggest ms': quickest(() => index.suggest(asked, 25)),
  })),
);

function quickest(ask: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  });
  return Number(Math.min(...times).toPrecision(3));
}
