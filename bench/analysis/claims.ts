/**
 * Whether the claims found in a post are those that people found.
 *
 *     node bench/analysis/claims.ts [--data FOLDER]
 *
 * ROUGE-L (F1 of the longest common subsequence of words) of the top claim against what a fact-checker wrote, beside the first
 * sentence and the best single sentence of the post, which needs the answer; and how many hand-made claims of the shipped
 * dossier are half covered by a proposed span.
 */
import { readFileSync } from 'node:fs';
import { analyzeExtractively } from '../../src/core/analysis/analyze.ts';
import { sentencesOf } from '../../src/core/analysis/sentences.ts';
import { bootstrapMean } from '../../src/core/evaluation/bootstrap.ts';
import { analysisFolder, readPosts } from './labelled-sentences.ts';

const DOSSIER = new URL('../../config/dossiers/iraqi-militias-in-syria/', import.meta.url);

type Span = { readonly start: number; readonly end: number };

if (import.meta.main) {
  measureDossier();
  const folder = analysisFolder();
  if (folder !== undefined) measurePosts(folder);
}

function measurePosts(folder: string): void {
  const figures = readPosts(folder).map(({ post, claim }) => {
    const sentences = sentencesOf(post).map(({ text }) => text);
    return {
      'first sentence': rougeL(sentences[0] ?? '', claim),
      'top claim': rougeL(analyzeExtractively(post).claims[0]?.quote ?? '', claim),
      'best sentence (needs the answer)': Math.max(0, ...sentences.map((text) => rougeL(text, claim))),
    };
  });
  console.log(
    `\nROUGE-L against the claim a fact-checker wrote, ${figures.length} posts (CheckThat! 2025 task 2)`,
  );
  console.table(
    (['first sentence', 'top claim', 'best sentence (needs the answer)'] as const).map((name) => {
      const { mean, low, high } = bootstrapMean(figures.map((row) => row[name]));
      return { taken: name, 'ROUGE-L': mean.toFixed(3), '95 %': `${low.toFixed(3)}–${high.toFixed(3)}` };
    }),
  );
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

/** ROUGE-L (Lin, "ROUGE", 2004) with equal weight of precision and recall, on words in lower case, 0 to 1. */
function rougeL(found: string, wanted: string): number {
  const [one, other] = [wordsOf(found), wordsOf(wanted)];
  const both = one.length + other.length;
  return both === 0 ? 0 : (2 * commonLength(one, other)) / both;
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
