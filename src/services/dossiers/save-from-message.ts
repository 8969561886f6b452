import { DossierSlug } from '../../core/claim.ts';
import type { CaseWithText } from '../../core/context-dossier.ts';
import type { Dossier, DossierStatus } from '../../core/dossier.ts';
import type { DossierDocument } from '../../core/dossier-document.ts';
import type { GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { importInto } from './import-dossier.ts';

/**
 * Saves a dossier made from the message of a case, in the surrounding transaction, and remembers where it comes from.
 * One made from the same message before becomes its next version. A slug that belongs to another dossier of the
 * server gets a number: nothing anybody wrote is replaced.
 */
export async function saveFromMessage(
  deps: BoundDeps,
  stores: Stores,
  from: CaseWithText,
  document: DossierDocument,
  status: DossierStatus,
): Promise<Dossier> {
  const { guildId, subject } = from;
  const { channelId, parentId, messageId, authorId } = subject;
  const origins = await stores.origins.ofMessage(guildId, messageId);
  const isOfMessage = ({ id }: Dossier) => origins.some(({ dossierId }) => dossierId === id);

  const { slug, taken } = await freeSlug(stores, guildId, document.slug, isOfMessage);
  const input = { document: { ...document, slug }, guildId, sample: false, status };
  const { dossier } = await importInto(deps, stores, input);
  // A case may have forgotten its author while the dossier still knows; and a dossier while the case has learnt it anew.
  if (taken === null || authorId !== null)
    await stores.origins.add({ dossierId: dossier.id, guildId, channelId, parentId, messageId, authorId });
  return dossier;
}

/**
 * A slug no dossier of the server has, or one that `isOurs` owns; `wanted`, with a number where it must.
 *
 * @returns `taken`: the dossier that has it
 */
export async function freeSlug(
  { dossiers }: Stores,
  guildId: GuildId,
  wanted: DossierSlug,
  isOurs: (dossier: Dossier) => boolean,
): Promise<{ readonly slug: DossierSlug; readonly taken: Dossier | null }> {
  let slug = wanted;
  let taken = await dossiers.find(guildId, slug);
  for (let next = 2; taken !== null && !isOurs(taken); next += 1) {
    slug = DossierSlug.parse(`${wanted}-${next}`);
    taken = await dossiers.find(guildId, slug);
  }
  return { slug, taken };
}
