import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence or tweet, whether people found it worth checking, and the debate or speech it is from ('' of none). */
export type LabelledSentence = { readonly text: string; readonly isWorthy: boolean; readonly doc: string };

/** Where the development data lies unless `--data` says otherwise. */
const DEFAULT_DATA = new URL('../../../shared/data/analysis', import.meta.url).pathname;

/** The folder named by `--data`, else the default one; undefined, with a sentence on stderr, when it is not there. */
export function analysisFolder(args: readonly string[] = process.argv.slice(2)): string | undefined {
  const flag = args.indexOf('--data');
  const folder = flag === -1 ? DEFAULT_DATA : (args[flag + 1] ?? DEFAULT_DATA);
  if (existsSync(folder)) return folder;
  console.error(`No development data in ${folder}: nothing is measured.`);
  return undefined;
}

/** Reads `check-worthy/<set>.jsonl`. */
export function readSentences(folder: string, set: string): readonly LabelledSentence[] {
  return jsonLines(join(folder, 'check-worthy', `${set}.jsonl`)).map((line) => {
    // The files are ours to read only: their form is said in the README beside them.
    const { text, label, doc } = line as { text: string; label: number; doc?: string };
    return { text, isWorthy: label === 1, doc: doc ?? '' };
  });
}

/** A post as it was found, and the claim that a fact-checker wrote of it. */
export type PostWithClaim = { readonly post: string; readonly claim: string };

/** Reads `claim-from-post/en.jsonl`. */
export function readPosts(folder: string): readonly PostWithClaim[] {
  return jsonLines(join(folder, 'claim-from-post', 'en.jsonl')).map((line) => line as PostWithClaim);
}

function jsonLines(file: string): readonly unknown[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}
