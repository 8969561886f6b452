import type { Dossier } from './dossier.ts';

const titles = new Intl.Collator('en', { numeric: true });

/** The order in which a server is shown dossiers: its own first, then shared ones; each group by title, then by slug. */
export function ownFirstThenTitle(a: Dossier, b: Dossier): number {
  if ((a.guildId === null) !== (b.guildId === null)) return a.guildId === null ? 1 : -1;
  // Numbers with and without zeros before them compare as equal.
  return titles.compare(a.title, b.title) || titles.compare(a.slug, b.slug) || (a.slug < b.slug ? -1 : 1);
}
