import {
  type Collection,
  readCollection,
  type Text,
  withoutRelevant,
  withoutSignatures,
} from './collections.ts';
import { forwarded, type Random, randomFor, rewordings, typos } from './rewordings.ts';

/** The ways a query is asked, each of which counts the same. */
type Asking = (text: string, random: Random) => readonly string[];

/** Queries of one kind. */
export type Genre = {
  readonly name: string;
  readonly queries: readonly { readonly query: Text; readonly isHeldOut: boolean }[];
  readonly ask: Asking;
};

/** Claims, without those that any query is about too, and what is asked of both. */
export type Part = {
  readonly claims: readonly Text[];
  readonly rest: readonly Text[];
  readonly relevant: Collection['relevant'];
  readonly genres: readonly Genre[];
};

/** Languages of the long posts, and the split each set comes in. */
const POSTS = [
  ['posts-ara', 'train'],
  ['posts-deu', 'train'],
  ['posts-fra', 'train'],
  ['posts-hi', 'train'],
  ['posts-pol', 'train'],
  ['posts-por', 'train'],
  ['posts-spa', 'dev'],
  ['posts-tha', 'train'],
] as const;

const SMALL = 'questions-en of 1,000';

/** Names of the parts, largest first; of a sample all but six languages. */
export function partNames(isQuick: boolean): readonly string[] {
  const posts = POSTS.map(([name]) => name);
  const shown = isQuick ? posts.filter((name) => name === 'posts-deu' || name === 'posts-tha') : posts;
  return ['questions-en', 'tweets-en', 'debates-en', SMALL, ...shown];
}

/** Parts of which every third query was used to fit the confidence, counted from the first. */
const FITTED: readonly string[] = ['questions-en', SMALL, 'posts-fra', 'posts-por', 'posts-deu'];

/** Queries of a genre that are asked in ten ways, or of long texts. */
const MOST_VARIED = 250;
const MOST_POSTS = 150;
const MOST_QUICK = 60;

const asIs: Asking = (text) => [text];
const mistyped: Asking = (text, random) => [typos.reword(text, random)];
const reworded: Asking = (text, random) => rewordings.map(({ reword }) => reword(text, random));

/** Reads a part of the data and makes of it what is asked. */
export function readPart(folder: string, name: string, isQuick: boolean): Part {
  const whole = collectionOf(folder, name);
  const all = name === SMALL ? readCollection(folder, 'questions-en', 'dev').queries : whole.queries;
  const fitted = new Set(
    FITTED.includes(name) ? all.filter((_, at) => at % 3 === 0).map(({ id }) => id) : [],
  );
  const queries = whole.queries.map((query) => ({ query, isHeldOut: !fitted.has(query.id) }));
  const most = (count: number) => spread(queries, isQuick ? Math.min(count, MOST_QUICK) : count);
  const asides = asidesIn(folder);
  const passedOn: Asking = (text, random) => [forwarded(text, asides, random)];
  const varied = (genre: string) => [
    { name: `${genre}, typos`, queries: most(MOST_VARIED), ask: mistyped },
    { name: `${genre}, reworded in eight ways`, queries: most(MOST_VARIED), ask: reworded },
    { name: `${genre}, forwarded`, queries: most(MOST_VARIED), ask: passedOn },
  ];
  const genres = (): readonly Genre[] => {
    if (name === 'tweets-en') {
      const signed = readCollection(folder, 'tweets-en', 'dev').queries;
      const withSignature = signed.map((query) => ({ query, isHeldOut: true }));
      return [
        { name: 'tweets', queries: most(queries.length), ask: asIs },
        { name: 'tweets, signed', queries: spread(withSignature, isQuick ? MOST_QUICK : 1_000), ask: asIs },
        ...varied('tweets'),
      ];
    }
    if (name === 'questions-en')
      return [{ name: 'questions', queries: most(queries.length), ask: asIs }, ...varied('questions')];
    if (name === SMALL) return [{ name: 'questions, 1,000 claims', queries: most(MOST_VARIED), ask: asIs }];
    if (name === 'debates-en') return [{ name: 'debates', queries: most(queries.length), ask: asIs }];
    return [{ name: name.replace('-', ' '), queries: most(MOST_POSTS), ask: asIs }];
  };
  return {
    claims: whole.claims,
    rest: withoutRelevant(whole).claims,
    relevant: whole.relevant,
    genres: genres(),
  };
}

function collectionOf(folder: string, name: string): Collection {
  if (name === 'tweets-en') return withoutSignatures(readCollection(folder, name, 'dev'));
  if (name === SMALL) return small(readCollection(folder, 'questions-en', 'dev'), 1_000);
  const split = POSTS.find(([set]) => set === name)?.[1] ?? 'dev';
  return readCollection(folder, name, split);
}

/** Some of the queries, their claims, and others up to so many. */
function small(whole: Collection, claims: number): Collection {
  const queries = spread(whole.queries, MOST_VARIED);
  const wanted = new Set(queries.flatMap(({ id }) => Array.from(whole.relevant.get(id) ?? [])));
  const others = whole.claims.filter(({ id }) => !wanted.has(id));
  return {
    ...whole,
    queries,
    claims: [
      ...whole.claims.filter(({ id }) => wanted.has(id)),
      ...spread(others, Math.max(0, claims - wanted.size)),
    ],
  };
}

/** What stands around a text that is passed on: sentences from debates, of the part that nothing is fitted on. */
function asidesIn(folder: string): readonly string[] {
  return readCollection(folder, 'debates-en', 'dev').queries.map(({ text }) => text);
}

/** So many at most, evenly over the whole. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]).flatMap(
    (item) => item ?? [],
  );
}

/** The texts a query is asked as: the same at every run. */
export function textsOf({ ask }: Genre, { text }: Text): readonly string[] {
  return ask(text, randomFor(text));
}
