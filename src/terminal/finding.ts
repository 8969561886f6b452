/** One thing that `doctor` looked at: how it is and, where it is not well, what to do. */
export type Finding = { readonly check: string; readonly ok: boolean; readonly detail: string };
