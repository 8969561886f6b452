/**
 * The English stemmer of the Snowball project, Porter2 (https://snowballstem.org/algorithms/english/stemmer.html), for
 * normalised words without apostrophes. The package's port takes seven times as long, which shows in every new word of a query.
 */
export function porter2(word: string): string {
  if (word.length <= 2 || !LETTERS.test(word)) return word;
  const whole = WHOLE_WORDS.get(word);
  if (whole !== undefined) return whole;
  const marked = word.includes('y') ? word.replace(CONSONANT_Y, 'Y') : word;
  const plural = withoutPlural(marked);
  if (LEFT_AFTER_PLURAL.has(plural)) return plural;
  const [first, second] = regionsOf(marked);
  return ending(derived(final(past(plural, first)), first, second), first, second).toLowerCase();
}

const LETTERS = /^[a-z]+$/;
const CONSONANT_Y = /^y|(?<=[aeiouy])y/g;
const VOWEL = /[aeiouy]/;
const SHORT_END = /(?:^|[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const VALID_LI = /[cdeghkmnrt]$/;

/** Words that the rules would get wrong, each with its stem. */
const WHOLE_WORDS: ReadonlyMap<string, string> = new Map(
  `skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl
   sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const LEFT_AFTER_PLURAL = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '));

/** Beginnings after which the first region starts, whatever their vowels. */
const BEGINNING = /^(?:gener|commun|arsen)/;

/** Where the two regions start: each after the first consonant that follows a vowel. */
function regionsOf(word: string): readonly [first: number, second: number] {
  const first = BEGINNING.exec(word)?.[0].length ?? regionAfter(word, 0);
  return [first, regionAfter(word, first)];
}

function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1) {
    if (isVowel(word, at - 1) && !isVowel(word, at)) return at + 1;
  }
  return word.length;
}

function isVowel(word: string, at: number): boolean {
  return 'aeiouy'.includes(word.charAt(at));
}

/** Step 1a: plurals. */
function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith('s') || word.endsWith('us') || word.endsWith('ss')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** Step 1b: past forms, and those in -ing. */
function past(word: string, first: number): string {
  if (!'dgy'.includes(word.charAt(word.length - 1))) return word;
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed !== null) return eed.index >= first ? `${word.slice(0, eed.index)}ee` : word;
  const form = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (form === null) return word;
  const stem = word.slice(0, form.index);
  if (!VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return stem.length <= first && SHORT_END.test(stem) ? `${stem}e` : stem;
}

/** Step 1c: a final y after a consonant. */
function final(word: string): string {
  const last = word.charAt(word.length - 1);
  if (last !== 'y' && last !== 'Y') return word;
  return word.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
}

/** What the endings of a step become, by their last letters, longest first. */
type Endings = ReadonlyMap<string, readonly (readonly [end: string, other: string])[]>;

const STEP_2 = endingsIn(
  `tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al aliti:al
   alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogi:og fulli:ful lessli:less li:`,
);
const STEP_3 = endingsIn('tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:');
const STEP_4 = endingsIn(
  'al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:',
);

/** Steps 2 to 4: endings of derived words. */
function derived(word: string, first: number, second: number): string {
  const two = replaceEnding(word, STEP_2, first, (stem, end) => {
    if (end === 'ogi') return stem.endsWith('l');
    return end !== 'li' || VALID_LI.test(stem);
  });
  const three = replaceEnding(two, STEP_3, first, (stem, end) => end !== 'ative' || stem.length >= second);
  return replaceEnding(three, STEP_4, second, (stem, end) => end !== 'ion' || /[st]$/.test(stem));
}

/** Replaces the longest ending of a table, if it lies in the region and may go. */
function replaceEnding(
  word: string,
  endings: Endings,
  region: number,
  mayGo: (stem: string, end: string) => boolean,
): string {
  for (const [end, other] of endings.get(word.charAt(word.length - 1)) ?? []) {
    if (!word.endsWith(end)) continue;
    const stem = word.slice(0, word.length - end.length);
    return stem.length >= region && mayGo(stem, end) ? stem + other : word;
  }
  return word;
}

/** Step 5: a final e or l. */
function ending(word: string, first: number, second: number): string {
  const stem = word.slice(0, -1);
  if (word.endsWith('ll')) return stem.length >= second ? stem : word;
  if (!word.endsWith('e')) return word;
  return stem.length >= second || (stem.length >= first && !SHORT_END.test(stem)) ? stem : word;
}

function endingsIn(pairs: string): Endings {
  const endings = pairs.split(/\s+/).map((pair): [string, string] => {
    const at = pair.indexOf(':');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const longestFirst = endings.toSorted(([one], [other]) => other.length - one.length);
  return Map.groupBy(longestFirst, ([end]) => end.charAt(end.length - 1));
}
