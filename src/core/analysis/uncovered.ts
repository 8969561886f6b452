import type { Dossier } from '../dossier.ts';

/** Sentences of a dossier's summary that neither its post nor one of its notes says. */
export function uncoveredIn(_dossier: Dossier): readonly string[] {
  return [];
}
