import type { ClaimKey } from './claim.ts';
import type { Dossier } from './dossier.ts';
import { sourceNotes } from './note.ts';

/** What a careful reader would ask about a dossier before it is published: advice, never a wall. */
export type QualityReport = {
  /** Claims that could be checked and have no source but context. */
  readonly unsourced: readonly ClaimKey[];
  /** Claims all of whose sources, three or more, take the same stance. */
  readonly oneSided: readonly ClaimKey[];
  /** Claims with sources whose date is not known. */
  readonly undated: readonly ClaimKey[];
  /** Words in summary and gists that take a side and that the post itself does not use. */
  readonly loaded: readonly string[];
  /** Sentences of the summary that neither the post nor a note says. */
  readonly uncovered: readonly string[];
};

/** From so many sources on, one stance alone is worth a second look; one or two are often all there is. */
const oneSidedFrom = 3;

/**
 * Words that judge instead of saying, in the languages Footnote is translated to. Written for this list; the sort of words that
 * style guides for neutral writing ask to avoid.
 */
const loadedWords =
  /(?<![\p{L}\p{N}])(?:absurd|blatant(?:ly)?|brazen(?:ly)?|bogus|conspiracy theory|debunked|deceitful|disgraceful|egregious|fake news|false(?:ly)?|fanatic(?:al)?s?|hoax|hysteri(?:a|cal)|laughable|liars?|lies|ludicrous|mob|notorious(?:ly)?|obviously|of course|outrageous|propaganda|radicals?|ridiculous|shameful|so-called|stooges?|terrorists?|thugs?|undeniabl[ey]|unquestionabl[ey]|absurd\p{L}*|angeblich\p{L}*|bekanntlich|dreist\p{L}*|hetze\p{L}*|lächerlich\p{L}*|lügner\p{L}*|lüge\p{L}*|natürlich|offensichtlich|schamlos\p{L}*|selbstverständlich|skandalös\p{L}*|sogenannt\p{L}*|verschwörungstheorie\p{L}*)(?![\p{L}\p{N}])/giu;

/**
 * Looks a dossier over.
 *
 * @param uncovered - sentences of its summary that neither the post nor a note says
 */
export function qualityOf({ post, summary, claims }: Dossier, uncovered: readonly string[]): QualityReport {
  const keysOf = (holds: (claim: Dossier['claims'][number]) => boolean) =>
    claims.filter(holds).map(({ key }) => key);
  const isCheckable = ({ kind }: Dossier['claims'][number]) => kind === 'factual' || kind === 'causal';
  const written = [summary.text, ...claims.map(({ gist }) => gist)].join('\n');
  return {
    unsourced: keysOf(
      (claim) => isCheckable(claim) && sourceNotes(claim.notes).every(({ stance }) => stance === 'context'),
    ),
    oneSided: keysOf(({ notes }) => {
      const taken = sourceNotes(notes).filter(({ stance }) => stance !== 'context');
      return taken.length >= oneSidedFrom && new Set(taken.map(({ stance }) => stance)).size === 1;
    }),
    undated: keysOf(({ notes }) => sourceNotes(notes).some(({ date }) => date === null)),
    loaded: loadedIn(written, post.text),
    uncovered,
  };
}

/** Whether there is nothing to advise. */
export function isGood({ unsourced, oneSided, undated, loaded, uncovered }: QualityReport): boolean {
  return [unsourced, oneSided, undated, loaded, uncovered].every((list) => list.length === 0);
}

/** What the post says itself is quoted, not judged. */
function loadedIn(written: string, post: string): readonly string[] {
  const said = new Set(found(post));
  return [...new Set(found(written))].filter((word) => !said.has(word));
}

function found(text: string): readonly string[] {
  return [...text.matchAll(loadedWords)].map(([word]) => word.toLowerCase());
}
