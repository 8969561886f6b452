import { performance } from 'node:perf_hooks';
import { ground } from '../../src/core/analysis/ground.ts';
import { type Judged, judgeCorpus } from '../../tests/fixtures/grounding/corpus.ts';
import { type Mutation, mutationsOfCorpus } from '../../tests/fixtures/grounding/mutations.ts';
import { percentile, printTable } from '../table.ts';

const Z = 1.96;
const ROUNDS = 30;
const POST_CHARS = 20_000;

/** Series whose errors were never read. */
const UNREAD: readonly number[] = [6, 7];

/** A share with its 95 % interval (Wilson, 1927). */
function share(right: number, of: number): string {
  const p = right / of;
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return `${right}/${of} ${p.toFixed(3)} (${(middle - half).toFixed(2)}–${Math.min(1, middle + half).toFixed(2)})`;
}

function rowsBy(judged: readonly Judged[], key: (one: Judged) => string) {
  const keys = Array.from(new Set(judged.map(key))).sort();
  return keys.map((name) => {
    const of = (heldOut: boolean, series?: readonly number[]) => {
      const own = judged.filter(
        (one) =>
          key(one) === name &&
          one.heldOut === heldOut &&
          (series === undefined || series.includes(one.series)),
      );
      return own.length === 0
        ? ''
        : share(own.filter((one) => one.passed === one.isFaithful).length, own.length);
    };
    return {
      kind: name,
      development: of(false),
      'third series': of(true, [3]),
      'fifth series': of(true, [5]),
      'sixth and seventh': of(true, UNREAD),
    };
  });
}

/** How many of the texts that a machine made wrong are rejected; a few of them say by chance what the post says. */
function mutated(): void {
  const judgedMutations = mutationsOfCorpus().map(({ kind, series, postText, text }) => ({
    kind,
    series,
    isRejected: ground(postText, { summary: [text], claims: [] }).summary.length === 0,
  }));
  const rowOf = (kind: Mutation['kind'] | 'all') => {
    const of = (isUnread: boolean) => {
      const own = judgedMutations.filter(
        (one) => (kind === 'all' || one.kind === kind) && UNREAD.includes(one.series) === isUnread,
      );
      return share(own.filter(({ isRejected }) => isRejected).length, own.length);
    };
    return { kind, 'first to fifth': of(false), 'sixth and seventh': of(true) };
  };
  const kinds = [
    'number',
    'other-name',
    'swapped-names',
    'negation-added',
    'negation-removed',
    'all',
  ] as const;
  printTable('Faithful texts made wrong by a machine, rejected', kinds.map(rowOf));
}

function speed(): void {
  const sentence =
    'The council of Millbrook paid 1,240 euros to Severnline in May 2021, and Tom Sayle did not object. ';
  const post = sentence.repeat(Math.ceil(POST_CHARS / sentence.length)).slice(0, POST_CHARS);
  const gist =
    'The post says the council of Millbrook paid 1,240 euros to Severnline, which Tom Sayle did not oppose.';
  const claims = Array.from({ length: 20 }, () => ({
    quote: 'paid 1,240 euros to “Severnline”',
    gist,
    kind: 'factual' as const,
  }));
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    ground(post, { summary: Array.from({ length: 5 }, () => gist), claims });
    return performance.now() - begun;
  });
  printTable('20,000 characters, 20 claims, 5 sentences', [
    { 'median ms': percentile(times, 0.5).toFixed(1), 'p95 ms': percentile(times, 0.95).toFixed(1) },
  ]);
}

const judged = judgeCorpus();
const faithful = judged.filter(({ isFaithful }) => isFaithful);
const wrong = judged.filter(({ isFaithful }) => !isFaithful);
printTable('Faithful texts passed', [
  ...rowsBy(faithful, ({ kind }) => kind),
  ...rowsBy(faithful, () => 'all'),
]);
printTable('Wrong texts rejected', [...rowsBy(wrong, ({ kind }) => kind), ...rowsBy(wrong, () => 'all')]);
mutated();
speed();
