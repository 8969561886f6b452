import { textOf } from './json.ts';

/** One thing that Discord would refuse in a request body, and where in the body it is. */
export type Complaint = {
  readonly path: readonly (string | number)[];
  /** Discord's own name of the error, e.g. `BASE_TYPE_BAD_LENGTH`. */
  readonly code: string;
  readonly message: string;
};

type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] };

/** Complaints as the `errors` tree of Discord's "Invalid Form Body" answer. */
export function errorTree(complaints: readonly Complaint[]): ErrorTree {
  const tree: ErrorTree = {};
  for (const { path, code, message } of complaints) {
    let branch = tree;
    for (const step of path) {
      const next = branch[String(step)];
      const grown: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      branch[String(step)] = grown;
      branch = grown;
    }
    const told = branch._errors;
    branch._errors = [...(Array.isArray(told) ? told : []), { code, message }];
  }
  return tree;
}

/** A complaint about a text's length. */
export function badLength(path: Complaint['path'], min: number, max: number): Complaint {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` };
}

/** A complaint about a missing field. */
export function required(path: Complaint['path']): Complaint {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

/** A complaint about a value that Discord does not know here. */
export function invalid(path: Complaint['path'], message: string): Complaint {
  return { path, code: 'BASE_TYPE_CHOICES', message };
}

/** A complaint when `value` is not a text of `min` to `max` UTF-16 code units; an optional text may be absent. */
export function badText(
  value: unknown,
  path: Complaint['path'],
  min: number,
  max: number,
  optional = false,
): readonly Complaint[] {
  if (value === undefined || value === null) return optional ? [] : [required(path)];
  const length = textOf(value)?.length ?? -1;
  return length < min || length > max ? [badLength(path, min, max)] : [];
}
