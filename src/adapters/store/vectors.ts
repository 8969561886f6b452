import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ClaimId, DossierId } from '../../core/ids.ts';
import type { ClaimVector, VectorStore } from '../../ports/vector-store.ts';
import { embeddableClaims, isEmbeddable } from './embeddable-claims.ts';
import { portionsOf } from './portions.ts';
import type { ClaimVectorColumns, Tables } from './tables.ts';

const count = z.coerce.number();

const VectorRow = z
  .object({
    claim_id: ClaimId,
    dossier_id: DossierId,
    text_hash: z.string(),
    vector: z.instanceof(Uint8Array),
  })
  .transform(
    ({ claim_id, dossier_id, text_hash, vector }): ClaimVector => ({
      claimId: claim_id,
      dossierId: dossier_id,
      textHash: text_hash,
      // A copy, since numbers of four bytes must lie at a multiple of four.
      vector: new Float32Array(new Uint8Array(vector).buffer),
    }),
  );

const MarkRow = z.object({ dossier_id: DossierId, vectors: count, newest: count });
const RevisionRow = z.object({ revision: count, vectors_revision: count });

/** What claims mean, in rows. */
export function vectorStore(db: Kysely<Tables>): VectorStore {
  return {
    ...embeddableClaims(db),

    async save(model, vectors) {
      await noteChange(db);
      const revision = RevisionRow.parse(await revisions(db)).vectors_revision;
      for (const some of portionsOf(vectors))
        await write(
          db,
          some.map((vector) => toRow(model, vector, revision)),
        );
    },

    async ofDossiers(model, ids) {
      const found: ClaimVector[] = [];
      for (const some of portionsOf(ids)) {
        const rows = await db
          .selectFrom('claim_vectors')
          .select(['claim_id', 'dossier_id', 'text_hash', 'vector'])
          .where('dossier_id', 'in', some)
          .where('model', '=', model)
          .execute();
        found.push(...rows.map((row) => VectorRow.parse(row)));
      }
      return found;
    },

    async revision() {
      const { revision, vectors_revision } = RevisionRow.parse(await revisions(db));
      // Vectors go with the claims of a dossier that is saved, which tells of itself. Both only grow, and so does their sum.
      return revision + vectors_revision;
    },

    async marks(model) {
      const rows = await db
        .selectFrom('claim_vectors')
        .select(({ fn }) => ['dossier_id', fn.countAll().as('vectors'), fn.max('revision').as('newest')])
        .where('model', '=', model)
        .groupBy('dossier_id')
        .execute();
      return new Map(
        rows.map((row) => {
          const { dossier_id, vectors, newest } = MarkRow.parse(row);
          return [dossier_id, `${vectors} ${newest}`];
        }),
      );
    },

    ...vectorRemoval(db),
  };
}

/** How vectors go, and whose turn it is to make others. */
function vectorRemoval(
  db: Kysely<Tables>,
): Pick<VectorStore, 'dropUnwanted' | 'dropOtherModels' | 'takeTurn'> {
  return {
    async dropUnwanted(provider) {
      const result = await db
        .deleteFrom('claim_vectors')
        .where('dossier_id', 'in', (row) =>
          row
            .selectFrom('dossiers')
            .select('dossiers.id')
            .where((dossier) => dossier.not(isEmbeddable(dossier, provider))),
        )
        .executeTakeFirstOrThrow();
      return dropped(db, result.numDeletedRows);
    },

    async dropOtherModels(model, limit) {
      const others = await db
        .selectFrom('claim_vectors')
        .select('claim_id')
        .where('model', '<>', model)
        .limit(limit)
        .execute();
      let removed = 0n;
      for (const some of portionsOf(others)) {
        const ids = some.map(({ claim_id }) => claim_id);
        const { numDeletedRows } = await db
          .deleteFrom('claim_vectors')
          .where('claim_id', 'in', ids)
          .where('model', '<>', model)
          .executeTakeFirstOrThrow();
        removed += numDeletedRows;
      }
      return dropped(db, removed);
    },

    async takeTurn(nowMs, untilMs, heldUntilMs) {
      const { numUpdatedRows } = await db
        .updateTable('catalogue')
        .set({ embedding_until: untilMs })
        .where((row) =>
          row.or([row('embedding_until', '<=', nowMs), row('embedding_until', '=', heldUntilMs ?? -1)]),
        )
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
  };
}

/** Removes what claims of these dossiers mean, of every model. */
export async function dropVectorsOf(db: Kysely<Tables>, dossierIds: readonly string[]): Promise<void> {
  const result = await db
    .deleteFrom('claim_vectors')
    .where('dossier_id', 'in', dossierIds)
    .executeTakeFirstOrThrow();
  await dropped(db, result.numDeletedRows);
}

function revisions(db: Kysely<Tables>) {
  return db.selectFrom('catalogue').select(['revision', 'vectors_revision']).executeTakeFirstOrThrow();
}

async function noteChange(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('catalogue')
    .set((row) => ({ vectors_revision: row('vectors_revision', '+', 1) }))
    .execute();
}

async function dropped(db: Kysely<Tables>, rows: bigint): Promise<number> {
  if (rows > 0n) await noteChange(db);
  return Number(rows);
}

async function write(db: Kysely<Tables>, rows: readonly ClaimVectorColumns[]): Promise<void> {
  await db
    .insertInto('claim_vectors')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['claim_id', 'model']).doUpdateSet((row) => ({
        dossier_id: row.ref('excluded.dossier_id'),
        text_hash: row.ref('excluded.text_hash'),
        revision: row.ref('excluded.revision'),
        vector: row.ref('excluded.vector'),
      })),
    )
    .execute();
}

function toRow(
  model: string,
  { claimId, dossierId, textHash, vector }: ClaimVector,
  revision: number,
): ClaimVectorColumns {
  return {
    claim_id: claimId,
    model,
    dossier_id: dossierId,
    text_hash: textHash,
    revision,
    vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  };
}
