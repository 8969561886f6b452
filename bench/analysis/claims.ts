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
 * sentence of four words or more of that text without its copies. The main claim is chosen by numbers set on every other post, so
 * that the halves are shown apart.
 */
import { readFileSync } from 'node:fs';
import { analyzeExtractively } from '../../src/core/analysis/analyze.ts';
import { readPost } from '../../src/core/analysis/read-post.ts';
import { sentencesOf } from '../../src/core/analysis/sentences.ts';
import { bootstrapMean } from '../../src/core/evaluation/bootstrap.ts';
import { languageOf } from '../../src/core/matching/languages.ts';
import { analysisFolder, readPosts } from './labelled-sentences.ts';

const DOSSIER = new URL('../../config/dossiers/iraqi-militias-in-syria/', import.meta.url);

const english = languageOf('en');
const stemmed = (text: string) => wordsOf(text).map((word) => english.stem(word));
const fewestWords = 4;

type Span = { readonly start: number; readonly end: number };

if (import.meta.main) {
  measureDossier();
  const folder = analysisFolder();
  if (folder !== undefined) measurePosts(folder);
}

function measurePosts(folder: string): void {
  const posts = readPosts(folder).map(({ post, claim }, nth) => {
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
    return { texts, claim, half: nth % 2 };
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
  console.table(
    names.map((name) => {
      const best = (read: Reader) =>
        posts.map(({ texts, claim, half }) => {
          return { half, score: Math.max(0, ...texts[name].map((text) => rougeL(read(text), read(claim)))) };
        });
      const stems = best(stemmed);
      const { mean, low, high } = bootstrapMean(stems.map(({ score }) => score));
      return {
        taken: name,
        stems: mean.toFixed(3),
        '95 %': `${low.toFixed(3)}–${high.toFixed(3)}`,
        'set on': meanOf(stems.filter(({ half }) => half === 0)),
        'not seen': meanOf(stems.filter(({ half }) => half === 1)),
        'as they stand': meanOf(best(wordsOf)),
      };
    }),
  );
}

type Reader = (text: string) => readonly string[];

function meanOf(scores: readonly { readonly score: number }[]): string {
  return (scores.reduce((sum, { score }) => sum + score, 0) / scores.length).toFixed(3);
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

/** ROUGE-L (Lin, "ROUGE", 2004) with equal weight of precision and recall, 0 to 1. */
function rougeL(found: readonly string[], wanted: readonly string[]): number {
  const both = found.length + wanted.length;
  return both === 0 ? 0 : (2 * commonLength(found, wanted)) / both;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let before = new Int32Array(other.length + 1);
  for (const word of one) {
    const row = new Int32Array(other.length + 1);
    other.forEach((against, at) => {
      row[at + 1] = word === against ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    });
    before = row;
  }
  return before[other.length] ?? 0;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
