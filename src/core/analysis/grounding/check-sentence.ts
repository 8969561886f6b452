import { faultsOfActors } from './actors.ts';
import { faultsOfAmounts } from './amounts.ts';
import { FIRST_PERSON, faultsOfAttachment, faultsOfWho } from './attachment.ts';
import { faultsOfAim, faultsOfCause } from './causes.ts';
import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import { faultsOfLicence } from './licence.ts';
import { faultsOfNames } from './names.ts';
import { alwaysNegated } from './negated-words.ts';
import { negationsIn } from './negations.ts';
import { faultsOfNeighbours } from './neighbours.ts';
import { faultsOfPairs } from './pairs.ts';
import { faultsOfPolarity } from './polarity.ts';
import { alignedClause, type Source, type SourceClause, withNames } from './source.ts';
import { faultsOfSpeakers } from './speakers.ts';
import { faultsOfEvents, faultsOfStrength } from './strength.ts';
import { faultsOfSubjects } from './subjects.ts';
import { holds, isOffTopic, languageIn } from './vocabulary.ts';
import { bodyOf, faultsOfVoice } from './voice.ts';
import { type Clause, clausesIn, smooth, wordsIn } from './words.ts';

/** The longest sentence that is looked at; Discord shows none so long. */
const MOST_CHARS = 2_000;

/** What is left of an attribution is the article before its post. */
const QUOTED = /^(?:\p{L}{1,5}(?=\s))?[\s:,،]*["“„«](.+)["”»]\s*\.?\s*$/su;

/** Fewer words of a post may say the opposite of it. */
const LEAST_QUOTED_WORDS = 3;

/** What is wrong with a sentence of a model about a post; empty where nothing is found. */
export function faultsOf(sentence: string, source: Source): readonly Fault[] {
  const { guard, language } = source;
  const text = smooth(sentence).trim();
  if (guard === undefined) return [{ code: 'language.unknown', words: [] }];
  if (text === '' || text.length > MOST_CHARS) return [{ code: 'gist.empty', words: [] }];
  const attributed = bodyOf(text, guard);
  if (attributed !== undefined && isVerbatim(attributed, source)) return [];
  const stranger = otherLanguage(text, source);
  if (stranger !== undefined) return [stranger];
  const body = attributed ?? text;
  const words = withNames(wordsIn(body, language), source.names);
  const faults: Fault[] = attributed === undefined ? [{ code: 'unattributed', words: [] }] : [];
  faults.push(...faultsOfVoice(text, body, source, guard));
  faults.push(...faultsOfAmounts(body, source, guard), ...faultsOfNames(body, words, source, guard));
  faults.push(...faultsOfEvents(body, source, guard));
  faults.push(...faultsOfPairs(body, words, source, guard));
  faults.push(...faultsOfSaying(text, { text: body, words }, source, guard));
  const told: SourceClause[] = [];
  for (const clause of clausesIn(body, words, guard)) {
    const aligned = alignedClause(clause, source);
    if (aligned === undefined) continue;
    told.push(aligned.clause);
    faults.push(...faultsOfPolarity(clause, { text: body, words }, aligned.clause, source, guard));
    faults.push(...faultsOfLicence(clause, { text: body, words }, aligned.clause, source, guard));
    faults.push(...faultsOfStrength(clause, body, aligned.clause, source, guard));
    faults.push(...faultsOfActors(clause, aligned.clause, source, guard));
    faults.push(...faultsOfAttachment(clause, source, guard));
    faults.push(...faultsOfSubjects(clause, source, guard));
    faults.push(...faultsOfNeighbours(clause, source, guard));
  }
  faults.push(...faultsOfWho({ text: body, words }, source, guard));
  faults.push(...faultsOfCause(body, told, source, guard), ...faultsOfAim({ text: body, words }, source));
  faults.push(...faultsOfSpeakers({ text: body, words }, source, guard));
  if (isOffTopic(words, source)) faults.push({ code: 'off-topic', words: [] });
  return faults;
}

/** "The author accuses …", where the post says "I do not accuse". */
function faultsOfSaying(text: string, body: Clause, source: Source, guard: Guard): readonly Fault[] {
  if (negationsIn({ text, words: [] }, guard).length > 0) return [];
  const said = wordsIn(text, source.language).filter(
    ({ start, end, isContent }) => isContent && body.text.slice(start, end).trim() === '',
  );
  const never = said.length === 0 ? undefined : alwaysNegated({ text, words: said }, source, guard, 0);
  if (never === undefined) return [];
  const content = body.words.filter(({ isContent }) => isContent);
  const isOfAuthor = source.sentences.some(
    ({ text: told, keys }) =>
      FIRST_PERSON.test(told) &&
      holds(keys, never, source.language) &&
      content.some((word) => holds(keys, word, source.language)),
  );
  return isOfAuthor ? [{ code: 'negation.lost', words: [never.typed] }] : [];
}

/** Nothing but the post's own words between quotation marks. */
function isVerbatim(body: string, { text }: Source): boolean {
  const [, quoted = ''] = QUOTED.exec(body) ?? [];
  return quoted.trim().split(/\s+/u).length >= LEAST_QUOTED_WORDS && text.includes(quoted);
}

function otherLanguage(text: string, source: Source): Fault | undefined {
  const found = languageIn(text);
  if (found.code === source.language.code) return undefined;
  const words = wordsIn(text, source.language).map(({ plain }) => plain);
  const own = words.filter((word) => source.language.isStopWord(word)).length;
  const others = wordsIn(text, found).filter(({ plain }) => found.isStopWord(plain)).length;
  return others > own || own === 0 ? { code: 'other-language', words: [found.code] } : undefined;
}
