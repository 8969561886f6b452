/** Questions that ask the same and that no claim answered. */
export type UnansweredGroup = {
  /** What it is named by in menus and buttons: says nothing of the question. The same while its label is the same. */
  readonly key: string;
  /** One of them, as it was typed. */
  readonly label: string;
  /**
   * Whether three members or more asked it on one day. Where false it is a question put to the moderators, and theirs
   * alone to see.
   */
  readonly askedByMany: boolean;
  /**
   * How many of its questions were asked and answered by no claim, those put to the moderators left out; 0 unless
   * `askedByMany`: those of a few are counted as further ones.
   */
  readonly questions: number;
  /** How many times members put one of them to the moderators. */
  readonly askedModerators: number;
  /** How many are told once it is answered: askers of its cases who want the outcome, and members who watch it. */
  readonly waitingToBeTold: number;
  /** The cases of those, ascending. */
  readonly caseNumbers: readonly number[];
};

/** What there is to show, and how many questions there are besides, of which nothing may be shown. */
export type UnansweredGroups = { readonly groups: readonly UnansweredGroup[]; readonly further: number };
