import { type Kysely, type SqlBool, sql } from 'kysely';
import { defaultGuildSettings, GuildSettings } from '../../core/guild-settings.ts';
import { GuildId } from '../../core/ids.ts';
import type { SettingsStore } from '../../ports/stores.ts';
import type { Tables } from './tables.ts';

/**
 * Whether a server's settings hold this JSON, letter by letter. No setting is free text, so that it stands nowhere but at the setting
 * itself; reading ten thousand documents to find ten servers would hold up everything else.
 */
export function documentHolds(json: string) {
  const document = sql.ref('guild_settings.document');
  return sql<SqlBool>`replace(${document}, ${json}, '') <> ${document}`;
}

/** How the settings of a server say that its texts may be sent to this provider. */
export function consentJson(provider: string): string {
  return `"model":${JSON.stringify({ provider })}`;
}

/** Settings as one document a server, so that a new choice needs no new column. */
export function settingsStore(db: Kysely<Tables>): SettingsStore {
  const rowsThatHold = (json: string) =>
    db.selectFrom('guild_settings').select('guild_id').where(documentHolds(json));

  return {
    async read(guildId) {
      const row = await db
        .selectFrom('guild_settings')
        .select('document')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? defaultGuildSettings : GuildSettings.parse(JSON.parse(row.document));
    },

    async write(guildId, settings) {
      const document = JSON.stringify(settings);
      await db
        .insertInto('guild_settings')
        .values({ guild_id: guildId, document })
        .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ document }))
        .execute();
    },

    // One row a server, read every few minutes: an index over the documents would cost more than it saves.
    async withAlertRole() {
      const rows = await rowsThatHold('"alertRole":"').execute();
      return rows.map(({ guild_id }) => GuildId.parse(guild_id));
    },

    async withModel(provider) {
      const rows = await rowsThatHold(consentJson(provider)).orderBy('guild_id').execute();
      return rows.map(({ guild_id }) => GuildId.parse(guild_id));
    },

    async withDigest(after, limit) {
      const rows = await rowsThatHold('"digest":{')
        .where('guild_id', '>', after ?? '')
        .orderBy('guild_id')
        .limit(limit)
        .execute();
      return rows.map(({ guild_id }) => GuildId.parse(guild_id));
    },
  };
}
