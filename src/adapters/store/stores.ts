import type { Kysely } from 'kysely';
import type { Stores } from '../../ports/stores.ts';
import { dossierStore } from './dossiers.ts';
import { inquiryStore } from './inquiries.ts';
import { interactionStore } from './interactions.ts';
import { settingsStore } from './settings.ts';
import type { Tables } from './tables.ts';

/**
 * The stores over one open transaction, the same for every engine.
 *
 * @param onErasure - called when rows or texts about people were deleted, so that the engine leaves no trace of them
 */
export function storesOver(db: Kysely<Tables>, onErasure: () => void): Stores {
  return {
    settings: settingsStore(db),
    dossiers: dossierStore(db),
    inquiries: inquiryStore(db, onErasure),
    interactions: interactionStore(db, onErasure),
  };
}
