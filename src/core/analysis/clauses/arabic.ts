import type { ClauseRules } from './clause-rules.ts';
import { wordSet } from './word-set.ts';

/** Arabic: its verbs are not told apart, so that only words that hardly join anything but clauses count. */
export const arabicClauses: ClauseRules = {
  joins: wordSet('لكن ولكن بينما فيما'),
  joinsAfterComma: wordSet('لكن ولكن بينما فيما كما وقد وكان وكانت'),
  relatives: new Set(),
  conditions: wordSet('إذا اذا لو إن'),
  reports: new Set(),
  inner: new Set(),
  opensWithSubject: () => true,
  opensWithVerb: () => false,
  hasVerb: () => true,
  isMereName: () => false,
  lead: /^(?:(?:لكن|ولكن|في الواقع|في الحقيقة|بالإضافة إلى ذلك)[،, ] *)+/u,
  concedes: new Set(),
};
