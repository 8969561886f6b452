import { normalise } from './normalise.ts';
import { piecesOf } from './tokenise.ts';

/**
 * Words that follow one another, taken together: two texts share many such runs only where one was copied from the other
 * (Broder, "On the resemblance and containment of documents", 1997).
 */
const runWords = 4;

/** Copies differ in a line before or after, in a link, in typing; two texts on one subject share next to no runs. */
const leastShared = 0.7;

/** With fewer words there are too few runs to count: such texts are the same only word for word. */
const fewestWords = 12;

/** A post by its words, for telling copies of it. */
export type PostPrint = { readonly words: readonly string[]; readonly runs: ReadonlySet<string> };

/** Reads a text for `isSamePost`: case, accents, punctuation, links and mentions make no difference. */
export function postPrintOf(text: string): PostPrint {
  const words = piecesOf(text).map((piece) => normalise(piece));
  const runs = new Set<string>();
  for (let at = 0; at + runWords <= words.length; at += 1) runs.add(words.slice(at, at + runWords).join(' '));
  return { words, runs };
}

/** Whether two texts are nearly the same: each holds most of the other. */
export function isSamePost(one: PostPrint, other: PostPrint): boolean {
  if (Math.min(one.words.length, other.words.length) < fewestWords)
    return one.words.length > 0 && one.words.join(' ') === other.words.join(' ');
  const [few, many] = one.runs.size < other.runs.size ? [one.runs, other.runs] : [other.runs, one.runs];
  if (few.size < leastShared * many.size) return false;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return shared >= leastShared * many.size;
}
