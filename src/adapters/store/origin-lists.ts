import type { Kysely } from 'kysely';
import type { DossierOrigin, OriginStore } from '../../ports/case-stores.ts';
import { originFromRow } from './origin-rows.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';

type Lists = Pick<OriginStore, 'ofMessages' | 'ofChannel' | 'notArchived'>;

/** The origins of many dossiers at once, for deletions and for the look that makes up for missed ones. */
export function originLists(db: Kysely<Tables>): Lists {
  return {
    async ofMessages(guildId, ids) {
      const found: DossierOrigin[] = [];
      for (const some of portionsOf(ids)) {
        const rows = await db
          .selectFrom('dossier_origins')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('message_id', 'in', some)
          .execute();
        found.push(...rows.map(originFromRow));
      }
      return found;
    },

    async ofChannel(guildId, id) {
      const rows = await db
        .selectFrom('dossier_origins')
        .selectAll()
        // Each side names the server, so that each is looked up in its own index.
        .where((row) =>
          row.or([
            row.and({ guild_id: guildId, channel_id: id }),
            row.and({ guild_id: guildId, parent_id: id }),
          ]),
        )
        .execute();
      return rows.map(originFromRow);
    },

    async notArchived(after, limit) {
      const rows = await db
        .selectFrom('dossier_origins')
        .innerJoin('dossiers', 'dossiers.id', 'dossier_origins.dossier_id')
        .selectAll('dossier_origins')
        .where('dossier_origins.dossier_id', '>', after ?? '')
        .where('dossiers.status', '<>', 'archived')
        .orderBy('dossier_origins.dossier_id')
        .limit(limit)
        .execute();
      return rows.map(originFromRow);
    },
  };
}
