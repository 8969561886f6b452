import type { ClauseRules } from './clause-rules.ts';
import { wordSet } from './word-set.ts';

/** What is said of a language in a file of its own; words in lower case, separated by spaces. */
type ClauseFacts = {
  readonly joins: string;
  readonly joinsAfterComma: string;
  readonly relatives: string;
  readonly conditions: string;
  readonly inner: string;
  readonly concedes: string;
  readonly pronouns: string;
  readonly determiners: string;
  /** Finite forms of common verbs. */
  readonly verbs: string;
  /** Words that end so are finite verbs nearly always. */
  readonly endings: RegExp;
  /** Words and phrases before an assertion, as alternatives of a pattern. */
  readonly lead: string;
};

/** How many words stand between the beginning of a clause and its verb. */
const FARTHEST_VERB = 9;

/** The rules of a language whose clauses are told by their first word and by lists of verbs alone. */
export function rulesFrom(facts: ClauseFacts): ClauseRules {
  const verbs = wordSet(facts.verbs);
  const subjects = new Set([...wordSet(facts.pronouns), ...wordSet(facts.determiners)]);
  const isVerb = (word: string) => verbs.has(word) || facts.endings.test(word);
  const hasVerb = (words: readonly string[]) => words.some(isVerb);
  return {
    joins: wordSet(facts.joins),
    joinsAfterComma: wordSet(facts.joinsAfterComma),
    relatives: wordSet(facts.relatives),
    conditions: wordSet(facts.conditions),
    reports: new Set(),
    inner: wordSet(facts.inner),
    opensWithSubject: ([first = '', ...rest], loose) =>
      (loose || subjects.has(first)) && !isVerb(first) && hasVerb(rest.slice(0, FARTHEST_VERB)),
    opensWithVerb: ([first = '']) => verbs.has(first),
    hasVerb,
    isMereName: () => false,
    lead: new RegExp(`^(?:(?:${facts.lead})[, ] *)+`, 'iu'),
    concedes: wordSet(facts.concedes),
  };
}
