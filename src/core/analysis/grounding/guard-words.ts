/**
 * What the guard knows of a language. Entries are separated by `|`; `*` stands for any ending, a space for any space. They are
 * compared with accents and capitals off.
 */
export type GuardWords = {
  /** The post and its author, as subjects of an attribution, and the verbs that attribute. */
  readonly posts: string;
  readonly saying: string;
  /** Whole phrases that attribute: "according to the post". */
  readonly accordingTo: string;
  /** Judgements, a family a line: a word of a family is allowed where the post has one of the same. */
  readonly verdicts: readonly string[];
  /** Orders wherever they stand, and those that open a clause. */
  readonly orders: string;
  readonly imperatives: string;
  /** What turns a clause around, and what only looks so. */
  readonly negations: string;
  readonly notNegations: string;
  /** Words that say in another way that something is not so: refusing, lacking, ending, doubting, "only", "still". */
  readonly privatives: string;
  /** A doubt, a possibility, a plan; and words that are too strong where the post has none of them. */
  readonly hedges: string;
  readonly certain: string;
  /** Owning up to something: only where the post has someone do so. */
  readonly admissions: string;
  /** From few to all: few, some, many, most, all. */
  readonly quantifiers: readonly [few: string, some: string, many: string, most: string, all: string];
  /** Opposites, each side its words. */
  readonly opposites: readonly (readonly [string, string])[];
  /** Verbs of which each says of one side what the other says of the other: sell, buy. */
  readonly converses: readonly (readonly [string, string])[];
  /** Weighty events, a family a line: told only where the post has a word of the family. */
  readonly events: readonly string[];
  readonly causes: string;
  readonly moreThan: string;
  readonly lessThan: string;
  /** Words that open another clause. */
  readonly clauses: string;
  /** Before a noun, so that what follows is no verb. */
  readonly determiners: string;
  /** Passive voice: its auxiliaries and what names the agent, of one word or more. */
  readonly passive: readonly [auxiliaries: string, agent: string];
  /** January to December, Monday to Sunday: one entry each, spellings separated by `/`. */
  readonly months: string;
  readonly weekdays: string;
  /** What numbers measure: `name: words`, one a line; and what stands between a measure and what it is counted by ("a week"). */
  readonly units: readonly string[];
  readonly per: string;
  /** Titles and sorts before a name, for scripts without capitals. */
  readonly titles: string;
};
