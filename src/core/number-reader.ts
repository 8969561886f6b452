import { ambiguousNumberWords, type NumberWords, numberWords } from './number-words.ts';

/** What a number word does to the number before it. */
export type Part = { readonly add?: number; readonly times?: number };
/** The number words of a language made ready for looking them up. */
export type NumberReader = {
  readonly words: ReadonlyMap<string, Part>;
  readonly bare: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
};

/** Ordinals in words; "first" is mostly none. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  `second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 zweite=2 zweiten=2 zweiter=2 zweites=2
   dritte=3 dritten=3 dritter=3 drittes=3 vierte=4 vierten=4 fünfte=5 fünften=5 sechste=6 siebte=7 achte=8 neunte=9 zehnte=10
   deuxième=2 troisième=3 quatrième=4 cinquième=5 sixième=6 segundo=2 segunda=2 tercero=3 tercer=3 tercera=3 cuarto=4
   cuarta=4 quinto=5 quinta=5 الثاني=2 الثانية=2 الثالث=3 الثالثة=3 الرابع=4 الرابعة=4 الخامس=5 الخامسة=5`
    .trim()
    .split(/\s+/)
    .map(pairOf),
);

const readers = new Map<string, NumberReader>();

/** The reader for a language, by its BCP 47 subtag; without it words common in another language are left out. */
export function numberReaderFor(language: string): NumberReader {
  const known = readers.get(language);
  if (known !== undefined) return known;
  const made = makeReader(language);
  readers.set(language, made);
  return made;
}

function makeReader(language: string): NumberReader {
  const words = new Map<string, Part>();
  const bare = new Set<string>();
  const articles = new Set<string>();
  const own = numberWords[language];
  const all = [...Object.values(numberWords), ...(own === undefined ? [] : [own])];
  for (const table of all) readTable(table, words, bare, articles);
  const unsure = new Set(ambiguousNumberWords.split(' '));
  const sure =
    own === undefined
      ? new Set<string>()
      : new Set(`${own.small} ${own.scales} ${own.halves}`.split(/[\s=]+/));
  for (const word of unsure) if (!sure.has(word)) words.delete(word);
  for (const [word, value] of ORDINALS) if (!words.has(word)) words.set(word, { add: value });
  return { words, bare, articles };
}

function readTable(
  table: NumberWords,
  words: Map<string, Part>,
  bare: Set<string>,
  articles: Set<string>,
): void {
  for (const pair of table.small.trim().split(/\s+/)) words.set(...partPair(pair, 'add'));
  for (const pair of table.scales.trim().split(/\s+/)) words.set(...partPair(pair, 'times'));
  for (const word of table.halves.split(' ')) words.set(word, { add: 0.5 });
  for (const word of table.bare.split(' ')) bare.add(word);
  for (const word of table.articles.split(' ')) articles.add(word);
}

function partPair(pair: string, as: 'add' | 'times'): [string, Part] {
  const [word, value] = pairOf(pair);
  return [word, as === 'add' ? { add: value } : { times: value }];
}

function pairOf(pair: string): [string, number] {
  const [word = '', value = ''] = pair.split('=');
  return [word, Number(value)];
}

/** Of "hundert" and "tausend"; what is joined by "und" is longer. */
const SHORTEST_COMPOUND = 7;

/** "fünfundzwanzig", "zweihundertfünfzig", "dreitausend". */
export function germanCompound(word: string): Part | undefined {
  if (word.length < SHORTEST_COMPOUND || !/und|hundert|tausend/.test(word)) return undefined;
  const value = germanValue(word);
  return value === undefined ? undefined : { add: value };
}

function germanValue(word: string): number | undefined {
  if (word === 'ein' || word === 'eine') return 1;
  const known = numberReaderFor('de').words.get(word);
  if (known !== undefined) return known.add ?? known.times;
  for (const [name, scale] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const left = at === 0 ? 1 : germanValue(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^und/, '');
    const right = rest === '' ? 0 : germanValue(rest);
    return left === undefined || right === undefined ? undefined : left * scale + right;
  }
  const joined = word.match(/^(.+)und(.+)$/);
  if (joined === null) return undefined;
  const [ones, tens] = [germanValue(joined[1] ?? ''), germanValue(joined[2] ?? '')];
  return ones === undefined || tens === undefined || ones > 9 || tens < 20 ? undefined : ones + tens;
}
