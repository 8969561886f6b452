/** A step into a recorded request: the name of a field, or a place in a list. */
export type Step = string | number;

/** One way to break a good request. */
export type Mutation = {
  /** The name of the good request. */
  readonly of: string;
  readonly why: string;
  /** Where in the recorded request; `body` or `response` comes first. */
  readonly at: readonly Step[];
  /** The new value; undefined takes the field away. */
  readonly to: unknown;
};

/** Where the body of an answer to an interaction holds what is shown. */
export const data = ['body', 'data'] as const;

/** So many of what `make` makes. */
export const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const rowOf = (...components: readonly unknown[]) => [{ type: 1, components }];
