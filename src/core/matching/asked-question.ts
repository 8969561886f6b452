/** A question somebody asked. */
export type AskedQuestion = {
  readonly id: string;
  readonly text: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly day: string;
  /**
   * A code that is the same for one member on one day; across days it says nothing. Null where it is not known who asked: such
   * a question counts for nobody towards a floor.
   */
  readonly asker: string | null;
};
