import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Dossier } from '../../core/dossier.ts';
import type { DossierStore } from '../../ports/stores.ts';
import { versionFromRow } from './dossier-versions.ts';
import { portionsOf } from './portions.ts';
import { sharedOwner, type Tables } from './tables.ts';

const Changed = z.object({
  id: z.string(),
  before: z.union([z.null(), z.coerce.number()]),
  after: z.coerce.number(),
});

/** What became of dossiers in a span of time. */
export function dossierChanges(db: Kysely<Tables>): Pick<DossierStore, 'changedIn'> {
  return {
    async changedIn(guildId, { fromMs, untilMs }) {
      const rows = await db
        .selectFrom('dossiers')
        .innerJoin('dossier_versions as saved', 'saved.dossier_id', 'dossiers.id')
        .select(({ fn, eb }) => [
          'dossiers.id',
          fn
            .max(eb.case().when('saved.changed_at', '<', fromMs).then(eb.ref('saved.version')).end())
            .as('before'),
          fn.max('saved.version').as('after'),
        ])
        .where('dossiers.guild_id', 'in', [guildId, sharedOwner])
        .where('saved.changed_at', '<', untilMs)
        .groupBy('dossiers.id')
        .having(({ fn }) => fn.max('saved.changed_at'), '>=', fromMs)
        .execute();
      const changed = rows.map((row) => Changed.parse(row));
      const versions = await readVersions(db, changed);
      return changed.flatMap(({ id, before, after }) => {
        const present = versions.get(nameOf(id, after));
        return present === undefined
          ? []
          : [{ before: before === null ? null : (versions.get(nameOf(id, before)) ?? null), after: present }];
      });
    },
  };
}

type Changed = z.infer<typeof Changed>;

async function readVersions(
  db: Kysely<Tables>,
  changed: readonly Changed[],
): Promise<ReadonlyMap<string, Dossier>> {
  const wanted = changed.flatMap(({ id, before, after }) =>
    [before, after].flatMap((version) => (version === null ? [] : [{ id, version }])),
  );
  const found = new Map<string, Dossier>();
  for (const some of portionsOf(wanted)) {
    const rows = await db
      .selectFrom('dossier_versions')
      .select(['version', 'changed_at', 'document'])
      .where(({ or, and }) => or(some.map(({ id, version }) => and({ dossier_id: id, version }))))
      .execute();
    for (const { version, dossier } of rows.map(versionFromRow))
      found.set(nameOf(dossier.id, version), dossier);
  }
  return found;
}

function nameOf(id: string, version: number): string {
  return `${id} ${version}`;
}
