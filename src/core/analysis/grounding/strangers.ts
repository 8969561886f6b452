import type { Fault } from './fault.ts';
import { GERMAN_LEAD, type Source, type SourceClause } from './source.ts';
import { type Clause, keysOf, kinKeysOf, type Word } from './words.ts';

/** A name that the post tells something else of: what is told here it tells of another one. */
export function strangers(clause: Clause, aligned: SourceClause, source: Source): readonly Fault[] {
  const names = clause.words.filter((word, at) => isName(word, clause.words[at - 1], source));
  if (names.length === 0) return [];
  const others = aligned.words.filter(({ isCapital, isContent }, at) => isCapital && isContent && at >= 0);
  const rest = clause.words.filter(({ isCapital, isContent }) => isContent && !isCapital);
  const shared = rest.filter((word) => kinKeysOf(word, source.language).some((key) => aligned.keys.has(key)));
  const digits = clause.words.filter(
    ({ plain }) => /^\p{N}/u.test(plain) && aligned.words.some((word) => word.plain === plain),
  );
  if (shared.length + digits.length < 2 || (shared.length + digits.length) * 2 < rest.length) return [];
  const has = (words: readonly Word[], name: Word) => {
    const keys = kinKeysOf(name, source.language);
    return words.some((word) => keysOf(word).some((key) => keys.includes(key)));
  };
  const first = names[0];
  if (
    first === undefined ||
    (shared.length + digits.length < 3 && digits.length === 0) ||
    has(aligned.words, first)
  )
    return [];
  const lead = others.find((word) => !has(clause.words, word));
  if (lead === undefined || lead !== others[0]) return [];
  const own = source.clauses.filter(
    ({ sentence, words }) => sentence === aligned.sentence && has(words, first),
  );
  const hasNumber = own.some(({ words }) => words.some(({ plain }) => /^\p{N}/u.test(plain)));
  if (own.length > 0 && (digits.length === 0 || !hasNumber)) return [];
  const before = source.clauses.filter(({ sentence }) => sentence.at === aligned.sentence.at - 1);
  const isCarriedOn = !has(aligned.sentence.words, first) && before.some(({ words }) => has(words, first));
  return isCarriedOn ? [] : [{ code: 'actors.swapped', words: [first.typed] }];
}

/** In German, which writes every noun with a capital: a name of the post, or a word that the post has not and nothing leads in. */
function isName(word: Word, before: Word | undefined, { language, people, plains }: Source): boolean {
  if (!word.isCapital || !word.isContent) return false;
  if (language.code !== 'de') return true;
  return people.has(word.plain) || (!plains.has(word.plain) && !GERMAN_LEAD.test(before?.typed ?? ''));
}
