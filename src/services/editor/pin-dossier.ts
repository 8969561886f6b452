import type { DossierSlug } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { ChannelId, GuildId, InteractionId } from '../../core/ids.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';

/**
 * Makes a dossier what `/summary` shows in a channel or thread when none is named; with null, none is.
 *
 * @throws FootnoteError `dossier.unknown` when it is not published here, `already-handled` on a second delivery
 */
export async function pinDossier(
  deps: BoundDeps,
  {
    interactionId,
    guildId,
    channelId,
    slug,
  }: {
    readonly interactionId: InteractionId;
    readonly guildId: GuildId;
    readonly channelId: ChannelId;
    readonly slug: DossierSlug | null;
  },
): Promise<void> {
  const catalog = await deps.catalogs.of(guildId);
  const dossier = slug === null ? null : catalog.dossier(slug);
  if (slug !== null && dossier === null) throw new FootnoteError('dossier.unknown', { dossier: slug });
  await actOnce(deps, interactionId, ({ dossiers }) => dossiers.pin(guildId, channelId, dossier?.id ?? null));
}
