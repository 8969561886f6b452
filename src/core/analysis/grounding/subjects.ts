import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import { NEGATES } from './negated-words.ts';
import type { Source, SourceSentence } from './source.ts';
import { bareName, type Clause, type Word } from './words.ts';

/** Words between a name and its verb: "has never". */
const MOST_BETWEEN = 3;
const OTHER_SUBJECT =
  /^(?:he|she|they|it|we|i|you|who|which|that|and|or|er|sie|es|wir|ich|wer|und|il|elle|ils|elles|on|nous|qui|et|y|e|que|quien|él|ella|ellos|che|lui|lei|هو|هي|الذي|التي)$/iu;

/** What opens an object: an article, not a preposition. */
const OBJECT =
  /^(?:the|an?|his|her|its|their|this|these|le|la|les|l'.*|une?|des|ces|ses|el|los|las|unos|unas|sus?|il|lo|gli|i|uno|una)$/iu;

/** The names right before a verb; `noun` where a plain noun stands there, undefined where it cannot be told. */
type Subject = { readonly names: readonly string[] } | 'noun' | undefined;

/** A name before a verb that in the post has but other names before it, or a noun before that name is ever told of. */
export function faultsOfSubjects(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  if (guard.code === 'de' || guard.code === 'ar') return [];
  for (const [at, verb] of clause.words.entries()) {
    const isByAgent = isPassiveAt(clause.words, at, guard) && hasAgent(clause.words, at, guard);
    if (
      !(isByAgent ? verb.isContent && !verb.isCapital : isTellingVerb(verb, guard)) ||
      !hasVerbPlace(clause.words, at, guard)
    )
      continue;
    const own = subjectOf(clause.words, at, guard);
    if (clause.words.slice(Math.max(0, at - 2), at).some(({ typed }) => NEGATES.test(typed))) continue;
    if (own === undefined || own === 'noun' || own.names.every((name) => !source.plains.has(name))) continue;
    const told = source.sentences.flatMap((sentence) =>
      sentence.words.flatMap((word, nth) =>
        word.stem === verb.stem && !word.isCapital
          ? [{ subject: subjectOf(sentence.words, nth, guard), sentence, nth }]
          : [],
      ),
    );
    const isOther = told.every(({ subject, sentence, nth }) => {
      if (subject === undefined) return false;
      if (subject === 'noun') return isNamedLater(own.names, sentence, source);
      return !sentence.words
        .slice(0, nth)
        .some((word) => own.names.includes(bareName(word)) && !/'s$/u.test(word.typed));
    });
    if (told.length > 0 && isOther) return [{ code: 'actors.swapped', words: [...own.names, verb.typed] }];
  }
  return [];
}

function isTellingVerb(word: Word, guard: Guard): boolean {
  return word.isContent && !word.isCapital && word.typed.match(guard.saying) === null;
}

/** A noun may stand behind a name, too; a verb has a helping verb before it, its object behind it, or an ending of the past. */
function hasVerbPlace(words: readonly Word[], at: number, guard: Guard): boolean {
  const [before, verb, next] = [words[at - 1], words[at], words[at + 1]];
  if (before?.isContent === false || (guard.code === 'en' && /ed$/.test(verb?.typed ?? ''))) return true;
  return next !== undefined && (next.isCapital || OBJECT.test(next.typed) || /^\p{N}/u.test(next.plain));
}

function subjectOf(words: readonly Word[], verbAt: number, guard: Guard): Subject {
  if (hasAgent(words, verbAt, guard) && isPassiveAt(words, verbAt, guard))
    return agentFrom(words.slice(verbAt + 2));
  for (let at = verbAt - 1; at >= Math.max(0, verbAt - 1 - MOST_BETWEEN); at -= 1) {
    const word = words[at];
    if (word !== undefined && /^(?:who|qui|che)$/iu.test(word.typed) && words[at - 1]?.isCapital === true)
      continue;
    if (word === undefined || OTHER_SUBJECT.test(word.plain)) return undefined;
    if (word.isContent && !word.isCapital) return 'noun';
    if (!word.isContent && (isPassive(word, guard) || isWhole(word, guard.determiners))) return undefined;
    if (!word.isContent) continue;
    const names: string[] = [];
    for (let nth = at; words[nth]?.isCapital === true; nth -= 1) names.push(bareName(words[nth] ?? word));
    return { names };
  }
  return undefined;
}

function hasAgent(words: readonly Word[], verbAt: number, guard: Guard): boolean {
  const agent = words[verbAt + 1];
  return agent !== undefined && isWhole(agent, guard.passive[1]);
}

function isPassiveAt(words: readonly Word[], verbAt: number, guard: Guard): boolean {
  return words.slice(Math.max(0, verbAt - 2), verbAt).some((word) => isPassive(word, guard));
}

/** The names behind "by", with or without a title before them. */
function agentFrom(words: readonly Word[]): Subject {
  const first = words.slice(0, 3).findIndex(({ isCapital }) => isCapital);
  if (first < 0) return undefined;
  const behind = words.slice(first);
  const end = behind.findIndex(({ isCapital }) => !isCapital);
  return { names: behind.slice(0, end < 0 ? undefined : end).map(bareName) };
}

/** "Est" is of the perfect as well. */
function isPassive(word: Word, guard: Guard): boolean {
  return guard.code === 'fr'
    ? /^(?:été|fut|furent|étai.*)$/iu.test(word.typed)
    : isWhole(word, guard.passive[0]);
}

function isWhole({ typed }: Word, list: RegExp): boolean {
  return typed.match(list)?.[0] === typed;
}

function isNamedLater(names: readonly string[], told: SourceSentence, source: Source): boolean {
  const isIn = ({ words }: SourceSentence) => words.some((word) => names.includes(bareName(word)));
  return !source.sentences.some((sentence) => sentence.at <= told.at && isIn(sentence));
}
