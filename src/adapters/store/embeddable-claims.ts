import type { ExpressionBuilder, Kysely } from 'kysely';
import { z } from 'zod';
import { ClaimId, DossierId, GuildId } from '../../core/ids.ts';
import type { EmbeddableClaim, VectorModel, VectorStore } from '../../ports/vector-store.ts';
import { portionsOf } from './portions.ts';
import { consentJson, documentHolds } from './settings.ts';
import { sharedOwner, type Tables } from './tables.ts';

const EmbeddableRow = z
  .object({
    id: ClaimId,
    dossier_id: DossierId,
    guild_id: z.literal(sharedOwner).or(GuildId),
    title: z.string(),
    quote: z.string(),
    gist: z.string(),
    text_hash: z.string().nullable(),
  })
  .transform(
    ({ id, dossier_id, guild_id, text_hash, ...texts }): EmbeddableClaim => ({
      claimId: id,
      dossierId: dossier_id,
      guildId: guild_id === sharedOwner ? null : guild_id,
      ...texts,
      textHash: text_hash,
    }),
  );

const CountsRow = z.object({ claims: z.coerce.number(), vectors: z.coerce.number() });

/** The claims that may be sent to a model. */
export function embeddableClaims(
  db: Kysely<Tables>,
): Pick<VectorStore, 'embeddable' | 'stillEmbeddable' | 'counts'> {
  return {
    async embeddable(of, after, limit) {
      const rows = await claimsOf(db, of)
        .where('claims.id', '>', after ?? '')
        .orderBy('claims.id')
        .limit(limit)
        .execute();
      return rows.map((row) => EmbeddableRow.parse(row));
    },

    async stillEmbeddable(of, ids) {
      const found: EmbeddableClaim[] = [];
      for (const some of portionsOf(ids)) {
        const rows = await claimsOf(db, of).where('claims.id', 'in', some).execute();
        found.push(...rows.map((row) => EmbeddableRow.parse(row)));
      }
      return found;
    },

    async counts(of) {
      const row = await claimsOf(db, of)
        .clearSelect()
        .select(({ fn }) => [
          fn.count('claims.id').as('claims'),
          fn.count('claim_vectors.claim_id').as('vectors'),
        ])
        .executeTakeFirstOrThrow();
      return CountsRow.parse(row);
    },
  };
}

/** Whether a dossier is shown to members, and shared or of a server that lets its texts be sent to this provider. */
export function isEmbeddable(row: ExpressionBuilder<Tables, 'dossiers'>, provider: string) {
  const consents = row
    .selectFrom('guild_settings')
    .select('guild_settings.guild_id')
    .where(documentHolds(consentJson(provider)));
  return row.and([
    row('dossiers.status', '=', 'published'),
    row.or([row('dossiers.guild_id', '=', sharedOwner), row('dossiers.guild_id', 'in', consents)]),
  ]);
}

function claimsOf(db: Kysely<Tables>, { model, provider }: VectorModel) {
  return db
    .selectFrom('claims')
    .innerJoin('dossiers', 'dossiers.id', 'claims.dossier_id')
    .leftJoin('claim_vectors', (join) =>
      join.onRef('claim_vectors.claim_id', '=', 'claims.id').on('claim_vectors.model', '=', model),
    )
    .select([
      'claims.id',
      'claims.dossier_id',
      'dossiers.guild_id',
      'dossiers.title',
      'claims.quote',
      'claims.gist',
      'claim_vectors.text_hash',
    ])
    .where((row) => isEmbeddable(row, provider));
}
