import { numbersIn } from '../../numbers.ts';
import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceClause } from './source.ts';
import { holds } from './vocabulary.ts';
import { type Clause, keysOf, type Word } from './words.ts';

const ALL = 4;

/** Of the words for all those that leave out others. */
const ONLY =
  /^(?:.*only|nur|ausschließlich|seul.*|uniquement|s[oó]lo|soltanto|únicamente|exclusivamente|unicamente|فقط)$/iu;

/** Of the words for all those that count each one, and what a post may say instead. */
const ALL_OF =
  /^(?:all|every|everyone|everybody|each|always|alle[nr]?|jede[rsn]?|sämtliche.*|immer|stets|tous|toutes|chaque|toujours|todos|todas|cada|siempre|tutti|tutte|ogni|sempre|كل|جميع|كافة|كلهم|دائما)$/iu;
const EACH = /^(?:each|every|jede[rsn]?|chaque|cada|ogni|كل)$/iu;
const PRICE = /[€$£]|euro|dollar|pound|franc|peso|يورو|دولار/iu;
const NOBODY =
  /(?<!\p{L})(?:both|any|anyone|none|nobody|no one|never|no|100|entire|whole|complet\p{L}*|complèt\p{L}*|full\p{L}*|total\p{L}*|vollständig\p{L}*|ganz\p{L}*|per|beide[nr]?|kein\p{L}*|niemand|nie|pro|aucune?|personne|jamais|par|ambos|ambas|ning\p{L}+|nadie|nunca|por|nessun\p{L}*|mai|لا|لم|أي|أحد)(?!\p{L})/iu;

/** What stands between a number of some and the noun for all: "one of the suspects". */
const OF_THEM =
  /^\s+(?:of|de|der|von|dei|delle|des)\s+(?:(?:the|her|his|their|its|los|las|les|den|dem)\s+)?(?:\p{Ll}+\s+)?$/iu;

/** A quantifier stands no further before its noun, in characters: "of the ". */
const NEAR_CHARS = 12;

/** A doubt that is gone, a word that is surer than the post, more of something than the post says, a cause of the model's own. */
export function faultsOfStrength(
  clause: Clause,
  body: string,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  return [...modality(clause, body, aligned, source, guard), ...quantifiers(clause, aligned, source, guard)];
}

function modality(
  clause: Clause,
  body: string,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  const certain = body.match(guard.certain);
  if (certain !== null && source.text.match(guard.certain) === null)
    return [{ code: 'modality.strengthened', words: certain }];
  const admitted = body.match(guard.admissions);
  if (admitted !== null && source.text.match(guard.admissions) === null)
    return [{ code: 'modality.strengthened', words: admitted }];
  if (body.match(guard.hedges) !== null) return [];
  const keys = new Set(clause.words.flatMap(keysOf));
  const first = aligned.words[0];
  const shift = first === undefined ? 0 : first.start - aligned.text.indexOf(first.typed);
  for (const { 0: hedge, index } of aligned.text.matchAll(guard.hedges)) {
    const at = index + shift;
    const isMonth = hedge === 'May' && index > 0;
    if (isMonth || !DOUBTS.test(hedge)) continue;
    const scope = scopeOf(aligned.words, at, at + hedge.length);
    const held = scope.filter((word) => holds(keys, word, source.language));
    if (held.length >= Math.min(2, scope.length) && held.length > 0)
      return [{ code: 'modality.strengthened', words: [hedge] }];
  }
  return [];
}

/** Hedges whose loss alone changes what is said; "would", "if" and "plan" may be put in many ways. */
const DOUBTS =
  /^(?:may|might|could|possibl.*|perhaps|maybe|likely|probabl.*|allegedly|alleged|reportedly|könnte.*|möglich.*|vielleicht|wahrscheinlich|vermutlich|angeblich|mutmaßlich|womöglich|eventuell|dürfte.*|pourrai.*|peut-être|éventuel.*|podría.*|quizá.*|tal vez|posibl.*|supuest.*|presunt.*|potrebbe.*|forse|possibil.*|(?:[وف])?(?:قد|ربما|يحتمل|محتمل|يمكن))$/iu;

function scopeOf(words: readonly Word[], start: number, end: number): readonly Word[] {
  const content = words.filter((word) => word.isContent && (word.start >= end || word.end <= start));
  const after = content.filter((word) => word.start >= end).slice(0, 5);
  return after.length > 1 ? after : content.slice(-5);
}

function quantifiers(clause: Clause, aligned: SourceClause, source: Source, guard: Guard): readonly Fault[] {
  const levels = (text: string) => {
    let left = text;
    return guard.quantifiers
      .map((pattern, level) => ({ pattern, level }))
      .sort((a, b) => order(a.level) - order(b.level))
      .flatMap(({ pattern, level }) => {
        const found = left.match(pattern) ?? [];
        left = left.replace(pattern, (typed) => ' '.repeat(typed.length));
        return found.map((typed) => ({ typed, level }));
      });
  };
  const own = levels(clause.text);
  if (own.length === 0) return [];
  const counted = countedAll(clause, aligned, guard) ?? otherLevel(clause, aligned, guard);
  if (counted !== undefined) return [{ code: 'quantifier.changed', words: [counted] }];
  const theirs = new Set(levels(aligned.text).map(({ level }) => level));
  if (theirs.size === 0) {
    const all = own.filter(
      ({ typed, level }) =>
        level === ALL && ALL_OF.test(typed) && !(EACH.test(typed) && PRICE.test(clause.text)),
    );
    const near = source.sentences.filter(({ at }) => Math.abs(at - aligned.sentence.at) <= 1);
    const isTold = near.some(
      ({ text }) => NOBODY.test(text) || levels(text).some(({ level }) => level >= ALL - 1),
    );
    return all.length === 0 || isTold
      ? []
      : [{ code: 'quantifier.changed', words: all.map(({ typed }) => typed) }];
  }
  const highest = Math.max(...theirs);
  const wrong = own.filter(({ typed, level }) => {
    if (
      theirs.has(level) ||
      (source.text.toLowerCase().includes(`${typed.toLowerCase()} `) &&
        aligned.text.toLowerCase().includes(typed.toLowerCase()))
    )
      return false;
    return level >= ALL - 1 ? highest < level : Math.abs(highest - level) >= 2;
  });
  return wrong.length === 0 ? [] : [{ code: 'quantifier.changed', words: wrong.map(({ typed }) => typed) }];
}

/** "Every player" where the post counts them: "three players". */
function countedAll(clause: Clause, aligned: SourceClause, guard: Guard): string | undefined {
  const [most, all] = guard.quantifiers.slice(-2);
  if (most === undefined || all === undefined) return undefined;
  const { text, words } = aligned.sentence;
  const shift = shiftOf(aligned.sentence);
  const numbers = numbersIn(text, guard.code);
  const counts = (noun: Word, level: number) =>
    words.some(
      (word) =>
        keysOf(noun).some((key) => keysOf(word).includes(key)) &&
        numbers.some(({ end, value, kind }) => {
          const gap = word.start - shift - end;
          if (OF_THEM.test(text.slice(end, Math.max(end, word.start - shift)))) return level >= ALL - 1;
          if (kind === 'percent') return gap > 0 && gap <= NEAR_CHARS && value < (level < ALL ? 50 : 100);
          return level === ALL && value > 1 && gap === 1;
        }),
    );
  return [most, all]
    .flatMap((list, nth) => nounsBehind(clause, list).map((one) => ({ ...one, level: ALL - 1 + nth })))
    .filter(({ typed }) => !ONLY.test(typed))
    .find(({ noun, level }) => counts(noun, level))?.typed;
}

/** "All villages" where the post says "some villages", whatever else is all or some in the same clause. */
function otherLevel(clause: Clause, aligned: SourceClause, guard: Guard): string | undefined {
  const at = (part: Pick<Clause, 'text' | 'words'>) =>
    guard.quantifiers.flatMap((list, level) =>
      nounsBehind(part, list).map(({ noun, typed }) => ({ noun, typed, level })),
    );
  const theirs = at(aligned);
  return at(clause).find(({ noun, level }) => {
    const same = theirs.filter((other) => keysOf(other.noun).some((key) => keysOf(noun).includes(key)));
    return same.length > 0 && level >= ALL - 1 && same.every((other) => other.level < level);
  })?.typed;
}

function nounsBehind(
  part: Pick<Clause, 'text' | 'words'>,
  list: RegExp,
): readonly { readonly noun: Word; readonly typed: string }[] {
  const shift = shiftOf(part);
  return Array.from(part.text.matchAll(list)).flatMap(({ 0: typed, index }) => {
    const end = index + shift + typed.length;
    const noun = part.words.find((word) => word.start >= end && word.isContent);
    return noun === undefined || noun.start - end > NEAR_CHARS ? [] : [{ noun, typed }];
  });
}

/** By how much places in a part's text differ from those of its words. */
export function shiftOf({ text, words }: Pick<Clause, 'text' | 'words'>): number {
  return words[0] === undefined ? 0 : words[0].start - text.indexOf(words[0].typed);
}

/** "A majority" and "a few" are looked for before "all" and "some", which stand in them. */
function order(level: number): number {
  return [0, 4, 3, 1, 2][level] ?? level;
}

/** A death, a conviction, a resignation that the post does not tell of in any word of its family. */
export function faultsOfEvents(body: string, source: Source, guard: Guard): readonly Fault[] {
  const found = guard.events.flatMap((family) => {
    const words = body.match(family);
    return words === null || source.text.match(family) !== null ? [] : words;
  });
  return found.length === 0 ? [] : [{ code: 'off-topic', words: found }];
}
