/**
 * Models that stand in for a real one, made of the claims' own texts alone. None of them knows what a word means: they show what a
 * weak or a broken model does to word matching, and nothing of what a good one brings. The one called "told" is told the right
 * claims: it shows only whether what a model knows gets through.
 */
import { plainWords } from '../engines/english-words.ts';
import { randomFor } from '../rewordings.ts';

/** A vector for any text. */
export type VectorOf = (text: string) => Float32Array;

/** What a stand-in is made of. */
export type Made = {
  readonly claims: readonly string[];
  /** By the text that is asked, the claim that it is about. */
  readonly meant: ReadonlyMap<string, string>;
};

/** A model over a set of claims. */
export type StandIn = { readonly says: string; over(made: Made): VectorOf };

const dimensions = 256;

/** So few that in thousands of claims some stranger is always near by chance. */
const fewDimensions = 64;

/** How much of its claim, and of chance, goes into a text whose claim is told: vectors alone find claims about as well as words then. */
const TOLD = 0.5;
const CHANCE = 0.45;

/** What share of a crowded vector all texts have in common: cosines of 0 to 0.7 become 0.7 to 0.9. */
const COMMON = 0.7;

export const standIns = {
  weak: { says: 'words that keep the same company are alike', over: ({ claims }) => distributional(claims) },
  crowded: { says: 'the same, with every cosine between .7 and .9', over: ({ claims }) => crowded(claims) },
  random: { says: 'a number drawn for each text', over: () => (text) => drawn(text, fewDimensions) },
  clumped: { says: 'texts with the same first letter are the same', over: () => clumped },
  told: { says: 'weak, but with a hint of the right claim', over: told },
} as const satisfies Readonly<Record<string, StandIn>>;

/**
 * Random indexing (Sahlgren, "An Introduction to Random Indexing", 2005): a word is the sum of random vectors of the words that it
 * shares claims with, rare ones counting more, itself among them; a text is the sum of its words.
 */
function distributional(claims: readonly string[]): VectorOf {
  const spoken = claims.map((claim) => Array.from(new Set(plainWords(claim))));
  const counts = new Map<string, number>();
  for (const word of spoken.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log((claims.length + 1) / (counts.get(word) ?? 1));
  const own = new Map(Array.from(counts.keys(), (word) => [word, drawn(word, dimensions)]));
  const company: Map<string, Float32Array> = new Map(
    Array.from(counts.keys(), (word) => [word, new Float32Array(dimensions)]),
  );
  for (const words of spoken) {
    const sum = new Float32Array(dimensions);
    for (const word of words) add(sum, own.get(word), rarity(word));
    for (const word of words) add(company.get(word), sum, 1);
  }
  for (const [word, sum] of company) company.set(word, unit(sum));
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const word of new Set(plainWords(text))) add(sum, company.get(word), rarity(word));
    return sum.every((number) => number === 0) ? drawn(text, dimensions) : unit(sum);
  };
}

function crowded(claims: readonly string[]): VectorOf {
  const vectorOf = distributional(claims);
  const common = drawn('', dimensions);
  return (text) => {
    const sum = new Float32Array(dimensions);
    add(sum, vectorOf(text), Math.sqrt(1 - COMMON));
    add(sum, common, Math.sqrt(COMMON));
    return unit(sum);
  };
}

function told({ claims, meant }: Made): VectorOf {
  const vectorOf = distributional(claims);
  return (text) => {
    const claim = meant.get(text);
    const sum = Float32Array.from(vectorOf(text));
    if (claim === undefined) return sum;
    add(sum, vectorOf(claim), TOLD);
    add(sum, drawn(`${text} `, dimensions), CHANCE);
    return unit(sum);
  };
}

function clumped(text: string): Float32Array {
  return drawn(plainWords(text)[0]?.charAt(0) ?? '', dimensions);
}

/** The same vector for the same text, at random for each. */
function drawn(text: string, size: number): Float32Array {
  const random = randomFor(text);
  // The first numbers of seeds that lie together do.
  random();
  random();
  return unit(Float32Array.from({ length: size }, () => random() + random() + random() - 1.5));
}

function add(sum: Float32Array | undefined, other: Float32Array | undefined, weight: number): void {
  if (sum === undefined || other === undefined) return;
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + weight * (other[at] ?? 0);
}

function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const number of vector) squares += number * number;
  const length = Math.sqrt(squares);
  return vector.map((number) => number / length);
}
