import type { Kysely } from 'kysely';
import { DossierId } from '../../core/ids.ts';
import type { DossierStore } from '../../ports/stores.ts';
import { sharedOwner, type Tables } from './tables.ts';

/** The dossiers pinned to channels and threads, one each. */
export function dossierPins(db: Kysely<Tables>): Pick<DossierStore, 'pinned' | 'pin'> {
  return {
    async pinned(guildId, channelId) {
      const row = await db
        .selectFrom('dossier_pins')
        .select('dossier_id')
        .where('guild_id', '=', guildId)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row === undefined ? null : DossierId.parse(row.dossier_id);
    },

    async pin(guildId, channelId, dossierId) {
      if (dossierId === null) {
        await db
          .deleteFrom('dossier_pins')
          .where('guild_id', '=', guildId)
          .where('channel_id', '=', channelId)
          .execute();
        return;
      }
      const visible = await db
        .selectFrom('dossiers')
        .select('id')
        .where('id', '=', dossierId)
        .where('guild_id', 'in', [guildId, sharedOwner])
        .executeTakeFirst();
      if (visible === undefined) throw new RangeError('the server has no such dossier to pin');
      await db
        .insertInto('dossier_pins')
        .values({ guild_id: guildId, channel_id: channelId, dossier_id: dossierId })
        .onConflict((conflict) =>
          conflict.columns(['guild_id', 'channel_id']).doUpdateSet({ dossier_id: dossierId }),
        )
        .execute();
    },
  };
}
