/**
 * How fast a post is cut into sentences, beside compromise and wink-nlp, and how long judging sentences and a whole analysis take.
 *
 *     node bench/analysis/speed.ts
 */
import { readFileSync } from 'node:fs';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { analyzeExtractively } from '../../src/core/analysis/analyze.ts';
import { checkWorthiness } from '../../src/core/analysis/check-worthiness.ts';
import { sentencesOf } from '../../src/core/analysis/sentences.ts';
import { percentile, printTable } from '../table.ts';

const POST = new URL('../../config/dossiers/iraqi-militias-in-syria/post.txt', import.meta.url);
const SIZES = [2_000, 100_000];

/** Runs of each, and those not measured before. */
const RUNS = 9;
const WARM_UP = 2;

/** Measures all and prints two tables; times are medians in milliseconds. */
export function benchAnalysis(): void {
  const post = readFileSync(POST, 'utf8');
  const wink = winkNlp(model, ['sbd']);
  const splitters: readonly (readonly [string, (text: string) => number])[] = [
    ['footnote', (text) => sentencesOf(text).length],
    ['compromise', (text) => compromise.tokenize(text).length],
    ['wink-nlp', (text) => wink.readDoc(text).sentences().length()],
  ];
  const works: readonly (readonly [string, (text: string) => unknown])[] = [
    ['check-worthiness of every sentence', judgeAll],
    ['whole analysis', analyzeExtractively],
  ];
  for (const size of SIZES) {
    const text = sized(post, size);
    const ours = medianMs(text, (one) => sentencesOf(one));
    const rows = splitters.map(([name, split]) => {
      const ms = name === 'footnote' ? ours : medianMs(text, split);
      return { splitter: name, sentences: split(text), ms: rounded(ms), ratio: rounded(ms / ours) };
    });
    printTable(`Sentences of ${size} characters`, rows);
    printTable(
      `Analysis of ${size} characters`,
      works.map(([name, work]) => ({ work: name, ms: rounded(medianMs(text, work)) })),
    );
  }
}

/** The post over and over, cut at a length. */
function sized(post: string, chars: number): string {
  return `${post}\n\n`.repeat(Math.ceil(chars / post.length)).slice(0, chars);
}

function judgeAll(text: string): number {
  return sentencesOf(text).reduce((sum, sentence) => sum + checkWorthiness(sentence.text), 0);
}

function medianMs(text: string, work: (text: string) => unknown): number {
  for (let run = 0; run < WARM_UP; run += 1) work(text);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work(text);
    return performance.now() - start;
  });
  return percentile(times, 0.5);
}

function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

if (import.meta.main) benchAnalysis();
