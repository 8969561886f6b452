/** A bar of a digest's picture: something members asked about, and how often. */
export type PictureBar = {
  /** What it stands for, in any language; wrapped to lines, never cut. Shown without its emoji. */
  readonly label: string;
  /** Stands in for a label in a script there is no font for: Latin letters and digits. */
  readonly reference: string;
  readonly now: PictureFigure;
  readonly before: PictureFigure;
};

/** A number, and how it is written. */
export type PictureFigure = { readonly value: number; readonly text: string };

/** One column of a digest's picture. */
export type PictureColumn = {
  /** The name of its stretch of time, in few letters; a picture of many columns leaves some of them out. */
  readonly label: string;
  readonly asks: PictureFigure;
};

/** What a digest shows as a picture: numbers and words, already in the language of who reads it. */
export type DigestPicture = {
  /** The BCP 47 tag of that language, for the numbers of the axis. */
  readonly locale: string;
  /** At least one bar, or null. */
  readonly claims: {
    readonly title: string;
    /** What the strong and the weak bar of each claim count: the two periods. */
    readonly now: string;
    readonly before: string;
    readonly bars: readonly PictureBar[];
  } | null;
  /** At least one column, or null. */
  readonly asks: { readonly title: string; readonly columns: readonly PictureColumn[] } | null;
};

/** Draws pictures. */
export type Pictures = {
  /**
   * Draws a digest as a PNG of 800 pixels in width, meant to be shown at half of that.
   *
   * @throws Error when it cannot be drawn, or takes too long
   */
  draw(picture: DigestPicture): Promise<Uint8Array>;
};
