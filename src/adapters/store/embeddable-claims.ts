import type { ExpressionBuilder, Kysely } from 'kysely';
import { z } from 'zod';
import { ClaimId, DossierId } from '../../core/ids.ts';
import type { EmbeddableClaim, VectorStore } from '../../ports/vector-store.ts';
import { portionsOf } from './portions.ts';
import { sharedOwner, type Tables } from './tables.ts';

const EmbeddableRow = z
  .object({
    id: ClaimId,
    dossier_id: DossierId,
    title: z.string(),
    quote: z.string(),
    gist: z.string(),
    text_hash: z.string().nullable(),
  })
  .transform(
    ({ id, dossier_id, text_hash, ...texts }): EmbeddableClaim => ({
      claimId: id,
      dossierId: dossier_id,
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
    async embeddable(model, after, limit) {
      const rows = await claimsOf(db, model)
        .where('claims.id', '>', after ?? '')
        .orderBy('claims.id')
        .limit(limit)
        .execute();
      return rows.map((row) => EmbeddableRow.parse(row));
    },

    async stillEmbeddable(model, ids) {
      const found: EmbeddableClaim[] = [];
      for (const some of portionsOf(ids)) {
        const rows = await claimsOf(db, model).where('claims.id', 'in', some).execute();
        found.push(...rows.map((row) => EmbeddableRow.parse(row)));
      }
      return found;
    },

    async counts(model) {
      const row = await claimsOf(db, model)
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

/** Whether a dossier is shown to members, and shared or of a server that lets its texts be sent to a model. */
export function isEmbeddable(row: ExpressionBuilder<Tables, 'dossiers'>) {
  // No setting is free text, so that this is nowhere but at the setting itself.
  const consents = row
    .selectFrom('guild_settings')
    .select('guild_settings.guild_id')
    .where('document', 'like', '%"model":true%');
  return row.and([
    row('dossiers.status', '=', 'published'),
    row.or([row('dossiers.guild_id', '=', sharedOwner), row('dossiers.guild_id', 'in', consents)]),
  ]);
}

function claimsOf(db: Kysely<Tables>, model: string) {
  return db
    .selectFrom('claims')
    .innerJoin('dossiers', 'dossiers.id', 'claims.dossier_id')
    .leftJoin('claim_vectors', (join) =>
      join.onRef('claim_vectors.claim_id', '=', 'claims.id').on('claim_vectors.model', '=', model),
    )
    .select([
      'claims.id',
      'claims.dossier_id',
      'dossiers.title',
      'claims.quote',
      'claims.gist',
      'claim_vectors.text_hash',
    ])
    .where((row) => isEmbeddable(row));
}
