import type { Passage } from './analysis.ts';
export type Assertion = Passage & { readonly nth: number; readonly checkWorthiness: number };
export function mainAssertion(assertions: readonly Assertion[]): Assertion | null {
  return assertions.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness)[0] ?? null;
}
