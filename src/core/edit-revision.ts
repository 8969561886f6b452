/** More changes than a person makes between two versions of a dossier. */
const revisionsAVersion = 10_000;

/**
 * The revision of a dossier in which nothing has been changed since it was saved. Those of its changes follow it, so that no number
 * stands for two states: a moderator who names one has seen what it stands for.
 */
export function unchangedRevision(version: number): number {
  return version * revisionsAVersion;
}

/** The version that a revision shows unchanged; null for one of its changes. */
export function versionUnchangedIn(revision: number): number | null {
  return revision % revisionsAVersion === 0 ? revision / revisionsAVersion : null;
}
