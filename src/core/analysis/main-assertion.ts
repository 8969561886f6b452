import type { Passage } from './analysis.ts';
import { leansOnAnother } from './leaning.ts';
import { holdsPhrase } from './phrases.ts';
import type { ReadPost } from './read-post.ts';

/** Something that a post asserts, and how much it is worth checking, 0 to 1. */
export type Assertion = Passage & { readonly checkWorthiness: number };

/**
 * What counts for and against an assertion being the one its post is about, each for one unit of its sign. Fitted by
 * `bench/analysis/fit-main-assertion.ts` on 585 posts and what a fact-checker wrote of each (CheckThat! 2025 task 2, English,
 * development part), in units of check-worthiness and rounded; without any one of them a top claim on posts left out is .002 to
 * .014 less like what was written (ROUGE-L). `leaning` alone is set by hand: it changes nothing there, but the first claim is read alone.
 */
export const mainWeights = {
  /** How much it is worth checking, 0 to 1. */
  worth: 1,
  /** 1 for the first assertion, 1/2 for the second, 1/3 … */
  early: 1.5,
  /** In how many other assertions its stems are found, 0 to 3, on average: what a post comes back to, or its picture says again. */
  saidAgain: 0.7,
  /** How many names it holds, at most three. */
  names: 0.35,
  /** The share of its words that are no stop words. */
  dense: 2,
  /** It holds a face or picture, or speaks to somebody by an @. */
  chatty: -1,
  /** It ends with a full stop or exclamation mark: headlines and words on pictures, which say it shortest, have none. */
  stopped: -0.4,
  /** It says several things. */
  long: -0.8,
  /** It speaks of the writer or the reader. */
  ofPersons: -0.3,
  /** It begins as one does that takes up what was said before. */
  leaning: -0.25,
} as const;

export type MainSign = keyof typeof mainWeights;

export const mainSignNames = [
  'worth',
  'early',
  'saidAgain',
  'names',
  'dense',
  'chatty',
  'stopped',
  'long',
  'ofPersons',
  'leaning',
] as const satisfies readonly MainSign[];

/** In words. */
const longFrom = 31;
const mostNames = 3;
const mostTimesAgain = 3;

/** A post has said what it is about before so many assertions. */
const mostLookedAt = 100;

const NAME_INSIDE = /(?<=\p{Ll},? )\p{Lu}\p{Ll}/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
const CHATTY = /@|\p{Emoji_Presentation}/u;
const STOPPED = /[.!]["”’')]*$/;

/** The writer and the reader. English, German, French, Spanish. */
const isOfPersons = holdsPhrase(`
i, me, my, we, us, our, you, your, ich, mich, mir, mein, meine, wir, uns, unser, unsere, du, dich, dein, deine, je, me, mon, ma, mes, nous,
notre, nos, tu, vous, votre, vos, yo, mi, mis, nosotros, nuestro, nuestra, usted, ustedes`);

/**
 * The assertion that a post is most about.
 *
 * @param assertions - in the post's order
 * @returns null where there is none
 */
export function mainAssertion(assertions: readonly Assertion[], post: ReadPost): Assertion | null {
  let main: Assertion | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  mainSigns(assertions, post).forEach((signs, nth) => {
    const score = mainSignNames.reduce((sum, sign) => sum + mainWeights[sign] * signs[sign], 0);
    if (score <= highest) return;
    main = assertions[nth] ?? null;
    highest = score;
  });
  return main;
}

/** The signs of the first 100 assertions of a post, in its order. */
export function mainSigns(
  assertions: readonly Assertion[],
  post: ReadPost,
): readonly Readonly<Record<MainSign, number>>[] {
  const first = assertions.slice(0, mostLookedAt);
  const holders = new Map<string, number>();
  const stemsOf = ({ text }: Assertion) => post.wordingOf(text).stems;
  for (const one of first) for (const stem of stemsOf(one)) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return first.map((assertion, nth) => {
    const { text, checkWorthiness: worth } = assertion;
    const stems = stemsOf(assertion);
    const words = text.match(WORDS)?.length ?? 0;
    let again = 0;
    for (const stem of stems) again += Math.min((holders.get(stem) ?? 1) - 1, mostTimesAgain);
    return {
      worth,
      early: 1 / (1 + nth),
      saidAgain: stems.size === 0 ? 0 : again / stems.size,
      names: Math.min(text.match(NAME_INSIDE)?.length ?? 0, mostNames),
      dense: words === 0 ? 0 : Math.min(1, stems.size / words),
      chatty: Number(CHATTY.test(text)),
      stopped: Number(STOPPED.test(text)),
      long: Number(words >= longFrom),
      ofPersons: Number(isOfPersons(text)),
      leaning: Number(nth > 0 && leansOnAnother(text)),
    };
  });
}
