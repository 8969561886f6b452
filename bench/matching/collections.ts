import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Text = { readonly id: string; readonly text: string; readonly title: string };

/** Claims, queries, and for each query the ids of the claims it is about. */
export type Collection = {
  readonly name: string;
  readonly claims: readonly Text[];
  readonly queries: readonly Text[];
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Where the development data lies unless `--data` says otherwise. */
export const DEFAULT_DATA = new URL('../../../shared/data/matching', import.meta.url).pathname;

/** The folder named by `--data`, else the default one; undefined, with a sentence on stderr, when it is not there. */
export function dataFolder(args: readonly string[] = process.argv.slice(2)): string | undefined {
  const flag = args.indexOf('--data');
  const folder = flag === -1 ? DEFAULT_DATA : (args[flag + 1] ?? DEFAULT_DATA);
  if (existsSync(folder)) return folder;
  console.error(
    `No development data in ${folder}: generated text is used instead, which says something of speed and nothing of quality.`,
  );
  return undefined;
}

/** Reads `<set>/claims.jsonl`, `queries.<split>.jsonl` and `qrels.<split>.tsv`; queries without a relevant claim are left out. */
export function readCollection(folder: string, set: string, split: string): Collection {
  const relevant = readRelevant(join(folder, set, `qrels.${split}.tsv`));
  return {
    name: `${set} ${split}`,
    claims: readTexts(join(folder, set, 'claims.jsonl')),
    queries: readTexts(join(folder, set, `queries.${split}.jsonl`)).filter(({ id }) => relevant.has(id)),
    relevant,
  };
}

/** The same collection with the "— Name (@handle) date" at the end of each query taken off. */
export function withoutSignatures(collection: Collection): Collection {
  const queries = collection.queries.map((query) => ({
    ...query,
    text: query.text.replace(/\s*—\s[^—]*\(@[^)]*\)[^—]*$/u, ''),
  }));
  return { ...collection, name: `${collection.name}, no signature`, queries };
}

/** The same collection without any claim that a query is about: every query is one that nothing matches. */
export function withoutRelevant(collection: Collection): Collection {
  const gone = new Set(Array.from(collection.relevant.values()).flatMap((ids) => Array.from(ids)));
  return { ...collection, claims: collection.claims.filter(({ id }) => !gone.has(id)) };
}

function readTexts(file: string): readonly Text[] {
  return lines(file).map((line) => {
    // The files are ours to read only: their form is said in the README beside them.
    const { id, text, title } = JSON.parse(line) as { id: string; text: string; title?: string };
    return { id, text, title: title ?? '' };
  });
}

function readRelevant(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const line of lines(file)) {
    const columns = line.split('\t');
    const query = columns[0] ?? '';
    const claim = (columns.length > 2 ? columns[2] : columns[1]) ?? '';
    relevant.set(query, (relevant.get(query) ?? new Set()).add(claim));
  }
  return relevant;
}

function lines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}
