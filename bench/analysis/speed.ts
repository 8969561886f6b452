/**
 * How fast a post is cut into sentences, judged and wholly analysed, beside the sentence splitting of compromise and wink-nlp; and how
 * long an analysis of the texts takes that are hardest on it.
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
const WARM_UP = 5;

type Work = readonly [name: string, work: (text: string) => unknown];

/** Measures all and prints the tables; times are medians in milliseconds of the processor, which other work on the machine changes least. */
export function benchAnalysis(): void {
  const post = readFileSync(POST, 'utf8');
  const wink = winkNlp(model, ['sbd']);
  const works: readonly Work[] = [
    ['sentences', (text) => sentencesOf(text)],
    ['check-worthiness of every sentence', judgeAll],
    ['whole analysis', analyzeExtractively],
    ['sentences, compromise', (text) => compromise.tokenize(text).length],
    ['sentences, wink-nlp', (text) => wink.readDoc(text).sentences().length()],
  ];
  for (const size of SIZES) {
    const text = varied(post, size);
    const timed = works.map(([work, run]) => ({ work, ms: medianMs(text, run) }));
    const whole = timed.find(({ work }) => work === 'whole analysis')?.ms ?? 1;
    printTable(
      `${size} characters, ${sentencesOf(text).length} sentences`,
      timed.map(({ work, ms }) => ({ work, ms: rounded(ms), 'of whole analysis': rounded(ms / whole) })),
    );
  }
  const [, long = 0] = SIZES;
  printTable(
    `Whole analysis of ${long} characters that are hard on it`,
    hardTexts(long).map(([text, hard]) => ({ text, ms: rounded(medianMs(hard, analyzeExtractively)) })),
  );
}

/** Park and Miller's generator ("Random number generators", 1988): the same texts in every run. */
function draws(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Sentences of the post in any order with three words in ten exchanged: no two are the same, as a repeated text is read once. */
function varied(post: string, chars: number): string {
  const draw = draws();
  const sentences = sentencesOf(post).map(({ text }) => text);
  const words = post.match(/\p{L}{5,}/gu) ?? [];
  let text = '';
  while (text.length < chars) {
    const sentence = sentences[draw(sentences.length)] ?? '';
    const changed = sentence.replace(/\p{L}{5,}/gu, (word) =>
      draw(10) < 3 ? (words[draw(words.length)] ?? '') : word,
    );
    text += changed + (draw(7) === 0 ? '\n\n' : ' ');
  }
  return text.slice(0, chars);
}

/** Very short sentences, the same one and others; sentences of numbers; words that occur once; lines of a letter; open brackets. */
function hardTexts(chars: number): readonly (readonly [name: string, text: string])[] {
  const draw = draws();
  const letter = () => String.fromCharCode(97 + draw(26));
  const filled = (piece: (nth: number) => string) => {
    let text = 'A line of its own.\n\n';
    for (let nth = 0; text.length < chars; nth += 1) text += piece(nth);
    return text.slice(0, chars);
  };
  return [
    ['“A b c. ” over and over', filled(() => 'A b c. ')],
    ['three letters, drawn', filled(() => `${letter().toUpperCase()} ${letter()} ${letter()}. `)],
    ['numbers', filled((nth) => `In ${1_900 + (nth % 120)} ${nth} men paid ${nth * 7} euros. `)],
    [
      'words never repeated',
      filled((nth) => `The ${letter()}${nth.toString(36)} sold a ${letter()}${nth}x. `),
    ],
    ['Japanese', filled((nth) => `政府は${nth}円を払った。`)],
    ['lines of a letter', filled(() => `${letter()}\n`)],
    ['open brackets', filled(() => '(')],
    ['a sentence without end', filled(() => 'the man went, and he saw, ')],
  ];
}

function judgeAll(text: string): number {
  return sentencesOf(text).reduce((sum, sentence) => sum + checkWorthiness(sentence.text), 0);
}

function medianMs(text: string, work: (text: string) => unknown): number {
  for (let run = 0; run < WARM_UP; run += 1) work(text);
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return percentile(times, 0.5);
}

function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

if (import.meta.main) benchAnalysis();
