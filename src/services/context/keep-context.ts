import type { WrittenContext } from '../../core/context.ts';
import { type CaseWithText, contextDocument, type DossierPhrases } from '../../core/context-dossier.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { saveFromMessage } from '../dossiers/save-from-message.ts';

/** Keeps posted context as a published dossier of one claim, in the surrounding transaction. */
export async function keepContext(
  deps: BoundDeps,
  stores: Stores,
  from: CaseWithText,
  context: WrittenContext,
  phrases: DossierPhrases,
): Promise<Dossier> {
  const reports = await stores.cases.reports(from.guildId, from.id);
  return saveFromMessage(deps, stores, from, contextDocument(from, reports, context, phrases), 'published');
}
