/**
 * What each feature of the matcher is worth: MAP@5 and the AUROC of "nothing matches" with it off, one at a time, as Markdown.
 *
 *     node bench/matching/ablation.ts [--data FOLDER] [--only NAME]
 *
 * A feature is off in a process of its own that reads a file of `src/core/matching` with one constant or expression changed (see
 * variants.ts), so that the core holds no switches. The chances keep the weights fitted with all features on.
 */
import { spawnSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { areaUnderCurve } from '../../src/core/evaluation/confidence-figures.ts';
import { averagePrecision, meanOf } from '../../src/core/evaluation/ranking-figures.ts';
import {
  type Collection,
  dataFolder,
  readCollection,
  withoutRelevant,
  withoutSignatures,
} from './collections.ts';
import type { Engine } from './engines/engine.ts';
import { forwarded, type Random, randomFor, rewordings, typos } from './rewordings.ts';
import { type Change, variants } from './variants.ts';

type Figures = { readonly map: number; readonly auroc: number };
type Row = Readonly<Record<string, Figures>>;

const LANGUAGES = ['ara', 'deu', 'fra', 'hi', 'pol', 'por', 'spa', 'tha'];
const MOST_POSTS = 60;
const COLUMNS = ['tweets', 'reworded', 'mistyped', 'forwards', 'questions', 'eight languages'];

/** Sources are read with these changes from now on. */
function change(changes: readonly Change[]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const here = changes.filter(({ file }) => url.endsWith(`/src/core/matching/${file}`));
      if (here.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, from, to } of here) {
        if (!source.includes(from)) throw new RangeError(`${file} does not hold: ${from}`);
        source = source.replace(from, to);
      }
      return { ...loaded, source };
    },
  });
}

type Build = (claims: Collection['claims']) => Engine;

const DEPTH = 5;

/** Figures of one set of queries, asked of all claims and of those that no query is about. */
function figuresOf(whole: Engine, rest: Engine, { queries, relevant }: Collection): Figures {
  const best = (engine: Engine, text: string) => engine.search(text, 1)[0]?.score ?? 0;
  return {
    map: meanOf(
      queries.map(({ id, text }) =>
        averagePrecision(whole.search(text, DEPTH), relevant.get(id) ?? new Set(), DEPTH),
      ),
    ),
    auroc:
      areaUnderCurve(
        queries.flatMap(({ text }) => [
          { score: best(whole, text), right: true },
          { score: best(rest, text), right: false },
        ]),
      ) ?? 0,
  };
}

function reworded(collection: Collection, reword: (text: string, random: Random, at: number) => string) {
  const queries = collection.queries.map((query, at) => ({
    ...query,
    text: reword(query.text, randomFor(query.text), at),
  }));
  return { ...collection, queries };
}

function measure(folder: string, build: Build): Row {
  const both = (collection: Collection, sets: Readonly<Record<string, Collection>>): Row => {
    const whole = build(collection.claims);
    const rest = build(withoutRelevant(collection).claims);
    return Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, figuresOf(whole, rest, set)]));
  };
  const asides = readCollection(folder, 'debates-en', 'dev').queries.map(({ text }) => text);
  const tweets = withoutSignatures(readCollection(folder, 'tweets-en', 'dev'));
  const questions = readCollection(folder, 'questions-en', 'dev');
  const half = { ...questions, queries: questions.queries.filter((_, at) => at % 2 === 0) };
  const languages = LANGUAGES.map((code) => {
    const posts = readCollection(folder, `posts-${code}`, code === 'spa' ? 'dev' : 'train');
    return both(posts, { posts: { ...posts, queries: posts.queries.slice(0, MOST_POSTS) } }).posts;
  });
  return {
    ...both(tweets, {
      tweets,
      reworded: reworded(
        tweets,
        (text, random, at) => rewordings[at % rewordings.length]?.reword(text, random) ?? text,
      ),
      mistyped: reworded(tweets, (text, random) => typos.reword(text, random)),
      forwards: reworded(tweets, (text, random) => forwarded(text, asides, random)),
    }),
    ...both(questions, { questions: half }),
    'eight languages': {
      map: meanOf(languages.map((posts) => posts?.map ?? 0)),
      auroc: meanOf(languages.map((posts) => posts?.auroc ?? 0)),
    },
  };
}

function cells(row: Row, base: Row): string {
  const sign = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3).replace(/^0/, '')}`;
  const plain = (value: number) => value.toFixed(3).replace(/^0/, '');
  return COLUMNS.map((column) => {
    const [here, there] = [row[column], base[column]];
    if (here === undefined || there === undefined) return '';
    if (row === base) return `${plain(here.map)} ${plain(here.auroc)}`;
    return `${sign(here.map - there.map)} ${sign(here.auroc - there.auroc)}`;
  }).join(' | ');
}

function runAll(args: readonly string[]): void {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  console.log(`| without | ${COLUMNS.join(' | ')} |\n|${' --- |'.repeat(COLUMNS.length + 1)}`);
  let base: Row | undefined;
  for (const { name } of variants.filter(
    (variant) => only === undefined || [only, 'as it is'].includes(variant.name),
  )) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [import.meta.filename, ...args, '--variant', name],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(stderr);
    // Written by the lines below in the process that was started.
    const row = JSON.parse(stdout) as Row;
    base ??= row;
    console.log(`| ${name} | ${cells(row, base)} |`);
  }
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const named = args.includes('--variant') ? args[args.indexOf('--variant') + 1] : undefined;
  const folder = dataFolder();
  if (folder !== undefined && named === undefined) runAll(args);
  else if (folder !== undefined) {
    change(variants.find(({ name }) => name === named)?.changes ?? []);
    const { footnote } = await import('./engines/footnote.ts');
    console.log(JSON.stringify(measure(folder, footnote)));
  }
}
