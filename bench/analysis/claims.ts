/**
 * Whether the claims found in a post are those that people found.
 *
 *     node bench/analysis/claims.ts [--data FOLDER]
 *
 * ROUGE-L of the top claim against what a fact-checker wrote, beside the first sentence and the best single sentence of the post,
 * which needs the answer; and how many hand-made claims of the shipped dossier are half covered by a proposed span.
 *
 * ROUGE-L is the F1 of the longest common subsequence of words in lower case, with their stems (Snowball, as the usual measure does)
 * and as they stand. Many of the posts are one text three times over with the words of a picture behind: "read once" has the first
 * sentence of four words or more of that text without its copies. The main claim is chosen by weights fitted on these posts:
 * `fit-main-assertion.ts` has the figure for posts left out.
 */
import { readFileSync } from 'node:fs';
import { analyzeExtractively } from '../../src/core/analysis/analyze.ts';
import { readPost } from '../../src/core/analysis/read-post.ts';
import { sentencesOf } from '../../src/core/analysis/sentences.ts';
import { bootstrapMean } from '../../src/core/evaluation/bootstrap.ts';
import { analysisFolder, readPosts } from './labelled-sentences.ts';
import { rougeL, stemmed, wordsOf } from './rouge.ts';

const DOSSIER = new URL('../../config/dossiers/iraqi-militias-in-syria/', import.meta.url);

const fewestWords = 4;

type Span = { readonly start: number; readonly end: number };

if (import.meta.main) {
  measureDossier();
  const folder = analysisFolder();
  if (folder !== undefined) measurePosts(folder);
}

function measurePosts(folder: string): void {
  const posts = readPosts(folder).map(({ post, claim }) => {
    const sentences = sentencesOf(post).map(({ text }) => text);
    const once = readPost(post).sentences.map(({ text }) => text);
    const texts = {
      'first sentence': [sentences[0] ?? ''],
      'first sentence, read once': [
        once.find((text) => wordsOf(text).length >= fewestWords) ?? once[0] ?? '',
      ],
      'top claim': [analyzeExtractively(post).claims[0]?.quote ?? ''],
      'best sentence (needs the answer)': sentences,
      'best sentence, read once (needs the answer)': once,
    };
    return { texts, claim };
  });
  console.log(
    `\nROUGE-L against the claim a fact-checker wrote, ${posts.length} posts (CheckThat! 2025 task 2)`,
  );
  const names = [
    'first sentence',
    'first sentence, read once',
    'top claim',
    'best sentence (needs the answer)',
    'best sentence, read once (needs the answer)',
  ] as const;
  const scores = (name: (typeof names)[number], read: Reader) =>
    posts.map(({ texts, claim }) =>
      Math.max(0, ...texts[name].map((text) => rougeL(read(text), read(claim)))),
    );
  const first = scores('first sentence, read once', stemmed);
  console.table(
    names.map((name) => {
      const stems = scores(name, stemmed);
      return {
        taken: name,
        stems: meanOf(stems),
        'minus first, read once': meanOf(stems.map((score, nth) => score - (first[nth] ?? 0))),
        'as they stand': meanOf(scores(name, wordsOf)),
      };
    }),
  );
}

type Reader = (text: string) => readonly string[];

/** A mean with its 95 % interval, resampled by post. */
function meanOf(scores: readonly number[]): string {
  const { mean, low, high } = bootstrapMean(scores);
  return `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}

function measureDossier(): void {
  const post = readFileSync(new URL('post.txt', DOSSIER), 'utf8');
  // Validated whenever the bot starts; here it is only read.
  const { claims } = JSON.parse(readFileSync(new URL('dossier.json', DOSSIER), 'utf8')) as {
    claims: readonly (Span & { readonly id: string; readonly quote: string })[];
  };
  const proposed = analyzeExtractively(post).claims;
  const missed = claims.filter(
    (claim) => !proposed.some((span) => overlap(claim, span) * 2 >= claim.end - claim.start),
  );
  console.log(
    `\nShipped dossier: ${claims.length - missed.length} of ${claims.length} claims half covered by one of ${proposed.length} proposed`,
  );
  for (const { id, quote } of missed) console.log(`  missed ${id}: ${quote}`);
}

function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
