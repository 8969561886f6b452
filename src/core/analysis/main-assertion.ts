import type { Passage } from './analysis.ts';
import { centralityOf, vectorsOf } from './centrality.ts';
import { leansOnAnother } from './leaning.ts';
import { holdsPhrase } from './phrases.ts';
import type { ReadPost } from './read-post.ts';

/** Something that a post asserts, and how much it is worth checking, 0 to 1. */
export type Assertion = Passage & { readonly checkWorthiness: number };

/**
 * What counts for and against an assertion being the main one, beside being worth checking, which is 0 to 1. Set by hand in round
 * numbers on every other post of CheckThat! 2025 task 2 (English, development part), and looked at on the others: without
 * `first` or `central` a top claim is .006 to .010 less like the one that a fact-checker wrote (ROUGE-L), without any other
 * up to .007.
 */
const forBeing = { first: 1, central: 1.5, named: 0.5 } as const;
const against = { leaning: 0.25, ofPersons: 0.3, long: 0.6, short: 0.5 } as const;

/** In words: what is longer says several things, what is shorter leaves out of whom. */
const longFrom = 31;
const shortBelow = 5;

/** A post has said what it is about before so many assertions. */
const mostLookedAt = 100;

const NAME_INSIDE = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}/u;
const WORDS = /[\p{L}\p{N}]+/gu;

/** The writer and the reader. English, German, French, Spanish. */
const isOfPersons = holdsPhrase(`
i, me, my, we, us, our, you, your, ich, mich, mir, mein, meine, wir, uns, unser, unsere, du, dich, dein, deine, je, me, mon, ma, mes, nous,
notre, nos, tu, vous, votre, vos, yo, mi, mis, nosotros, nuestro, nuestra, usted, ustedes`);

/**
 * The assertion that a post is most about: early, near to the others in its words, worth checking, and such that it stands alone.
 *
 * @param assertions - in the post's order
 * @returns null where there is none
 */
export function mainAssertion(assertions: readonly Assertion[], post: ReadPost): Assertion | null {
  const first = assertions.slice(0, mostLookedAt);
  const centrality = centralityOf(vectorsOf(first.map(({ text }) => post.wordingOf(text).stems)));
  let main: Assertion | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  first.forEach((assertion, nth) => {
    const score =
      assertion.checkWorthiness +
      forBeing.first / (1 + nth) +
      forBeing.central * (centrality[nth] ?? 0) +
      standing(assertion.text, nth);
    if (score <= highest) return;
    main = assertion;
    highest = score;
  });
  return main;
}

/** How well a text stands alone, by its form. */
function standing(text: string, nth: number): number {
  const words = text.match(WORDS)?.length ?? 0;
  let score = 0;
  if (NAME_INSIDE.test(text)) score += forBeing.named;
  if (nth > 0 && leansOnAnother(text)) score -= against.leaning;
  if (isOfPersons(text)) score -= against.ofPersons;
  if (words >= longFrom) score -= against.long;
  if (words < shortBelow) score -= against.short;
  return score;
}
