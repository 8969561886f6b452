/**
 * What a word can be a sign of, for or against there being something to check. Words of `grammar` count as they stand; words of
 * `subject` in all their forms.
 */
export const grammarCues = [
  'numberWord',
  'magnitude',
  'percentWord',
  'currency',
  'firstPerson',
  'firstPlural',
  'secondPerson',
  'thirdPerson',
  'demonstrative',
  'question',
  'wish',
  'obligation',
  'future',
  'conditional',
  'possibility',
  'opinion',
  'greeting',
  'imperative',
  'negation',
  'quantifier',
  'superlative',
  'comparative',
  'pastTime',
  'presentTime',
  'pastAuxiliary',
  'perfect',
  'existence',
  'source',
] as const;

export const subjectCues = [
  'cause',
  'change',
  'report',
  'record',
  'money',
  'law',
  'crime',
  'health',
  'war',
  'work',
  'government',
  'people',
  'measure',
  'praise',
  'blame',
  'feeling',
] as const;

export type GrammarCue = (typeof grammarCues)[number];
export type SubjectCue = (typeof subjectCues)[number];
export type Cue = GrammarCue | SubjectCue;

/** The words of one language for each cue, separated by spaces; words of a phrase are joined by a low line. */
export type CueWords = Readonly<Record<Cue, string>>;
