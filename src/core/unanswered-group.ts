/** Questions that ask the same and that no claim answered. */
export type UnansweredGroup = {
  /** One of them, as it was typed. */
  readonly label: string;
  /**
   * Whether three members or more asked it on one day. Where false it is a question put to the moderators, and theirs
   * alone to see.
   */
  readonly askedByMany: boolean;
  /** How many of its questions were asked and answered by no claim, those put to the moderators left out. */
  readonly questions: number;
  /** How many times members put one of them to the moderators. */
  readonly askedModerators: number;
  /** The cases of those, ascending. */
  readonly caseNumbers: readonly number[];
};

/** What there is to show, and how many questions there are besides, of which nothing may be shown. */
export type UnansweredGroups = { readonly groups: readonly UnansweredGroup[]; readonly further: number };
