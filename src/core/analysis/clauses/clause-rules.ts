/** What the clauses of a language are told by. Words come in lower case, in typed order, without marks. */
export type ClauseRules = {
  /** Words that join two clauses after a comma, and those that do without one. */
  readonly joinsAfterComma: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  /** Words that open a clause about what was named last: ", which …". */
  readonly relatives: ReadonlySet<string>;
  /** Words that make what a sentence says hang on something: its clauses say less alone. */
  readonly conditions: ReadonlySet<string>;
  /** Words of saying and meaning: what is joined to their clause without a comma is a part of what was said. */
  readonly reports: ReadonlySet<string>;
  /** Words that open a clause within a clause: a verb after them may have its subject there. */
  readonly inner: ReadonlySet<string>;
  /** Whether words begin with a subject of their own and its verb. `loose`: a comma or a mark stands before them. */
  opensWithSubject(words: readonly string[], loose: boolean): boolean;
  /** Whether words begin with a verb, whose subject is that of the clause before. */
  opensWithVerb(words: readonly string[]): boolean;
  /** Whether a verb with a subject stands among words. */
  hasVerb(words: readonly string[]): boolean;
  /** Whether a text is too short and too plainly without a verb to say anything. */
  isMereName(text: string): boolean;
  /** What stands before an assertion without being a part of it: "In fact, ", "The truth is that ". */
  readonly lead: RegExp;
  /** What opens a clause that gives way to the one after a comma: "Although". */
  readonly concedes: ReadonlySet<string>;
};
