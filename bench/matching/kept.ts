import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { QualityCurves } from './plots/curves.ts';
import type { SpeedRow } from './speed-of-engine.ts';

/** What the two benchmarks leave for the plots. */
type Kept = { readonly quality: QualityCurves; readonly speed: readonly SpeedRow[] };

/** Where it lies, and the plots too; out of version control. */
export const PLOTS = new URL('../plots/', import.meta.url);

export function keep<Name extends keyof Kept>(name: Name, data: Kept[Name]): void {
  mkdirSync(PLOTS, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(data));
}

/** What the last run left; null where there was none. */
export function kept<Name extends keyof Kept>(name: Name): Kept[Name] | null {
  const file = fileOf(name);
  // Written by `keep`, of the same name.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept[Name]) : null;
}

function fileOf(name: keyof Kept): URL {
  return new URL(`${name}.json`, PLOTS);
}
