import type { Bind, BoundDeps } from '../deps.ts';
import { exportDossier } from './export-dossier.ts';
import { importDossier } from './import-dossier.ts';
import { listDossiers } from './list-dossiers.ts';

/** Dossiers as a whole, and the indexes of their claims. */
export function bindDossierServices(bind: Bind) {
  return {
    exportDossier: bind(exportDossier),
    importDossier: bind(importDossier),
    listDossiers: bind(listDossiers),
    openSavedIndexes: bind(openSavedIndexes),
    saveIndexes: bind(saveIndexes),
  };
}

/** Reads the indexes of claims that are in files, and makes the one every server shares; see `Catalogs.openSaved`. */
function openSavedIndexes({ catalogs }: BoundDeps): Promise<void> {
  return catalogs.openSaved();
}

/** Writes large indexes of claims into files once nothing has changed in them for `quietMs`; returns how many. */
function saveIndexes({ catalogs }: BoundDeps, { quietMs }: { readonly quietMs: number }): Promise<number> {
  return catalogs.save(quietMs);
}
