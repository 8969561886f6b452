import { formatClaimReference } from '../../core/claim.ts';
import { type Dossier, referenceTo } from '../../core/dossier.ts';
import type { DossierId } from '../../core/ids.ts';
import { embeddedText } from '../../core/matching/embedded-text.ts';
import { type PackedVectors, packVectors } from '../../core/matching/packed-vectors.ts';
import type { Database } from '../../ports/stores.ts';
import type { ClaimVector } from '../../ports/vector-store.ts';
import { textHash } from './text-hash.ts';

/** Vectors of claims in memory, read anew when they have changed, in any process. */
export type KnownVectors = {
  /** Those of these dossiers whose claims have some of what they say now, by claim references, packed around the model's centre. */
  of(dossiers: readonly Dossier[], centre: Float32Array): Promise<readonly PackedVectors[]>;
};

/** How many dossiers' vectors are read before others have their turn. */
const dossiersAtOnce = 50;

/** What a dossier's vectors were read from. */
type Read = { readonly key: string; readonly pack: PackedVectors };

/** Vectors of one model. */
export function rememberVectors(database: Database, model: string): KnownVectors {
  let revision = -1;
  let marks: ReadonlyMap<DossierId, string> = new Map();
  const known = new Map<DossierId, Read>();

  const keyOf = ({ id, version }: Dossier) => `${version} ${marks.get(id) ?? 'none'}`;

  const refresh = () =>
    database.snapshot(async ({ vectors }) => {
      const present = await vectors.revision();
      if (present === revision) return;
      marks = await vectors.marks(model);
      revision = present;
      for (const id of known.keys()) if (!marks.has(id)) known.delete(id);
    });
  const read = async (some: readonly Dossier[], centre: Float32Array) => {
    const ids = some.map(({ id }) => id);
    const found = await database.snapshot(({ vectors }) => vectors.ofDossiers(model, ids));
    const ofDossier = Map.groupBy(found, ({ dossierId }) => dossierId);
    for (const dossier of some) {
      const pack = packVectors(presentVectors(dossier, ofDossier.get(dossier.id) ?? []), centre);
      known.set(dossier.id, { key: keyOf(dossier), pack });
    }
  };

  return {
    async of(dossiers, centre) {
      await refresh();
      const wanted = dossiers.filter((dossier) => marks.has(dossier.id));
      const missing = wanted.filter((dossier) => known.get(dossier.id)?.key !== keyOf(dossier));
      for (let from = 0; from < missing.length; from += dossiersAtOnce)
        await read(missing.slice(from, from + dossiersAtOnce), centre);
      return wanted.flatMap(({ id }) => known.get(id)?.pack ?? []);
    },
  };
}

/** The vectors that were made of what a dossier's claims say now. */
function presentVectors(dossier: Dossier, vectors: readonly ClaimVector[]) {
  const byClaim = new Map(vectors.map((vector) => [vector.claimId, vector]));
  return dossier.claims.flatMap((claim) => {
    const found = byClaim.get(claim.id);
    const text = embeddedText({ title: dossier.title, gist: claim.gist, quote: claim.quote });
    if (found?.textHash !== textHash(text)) return [];
    return [{ id: formatClaimReference(referenceTo(dossier, claim)), vector: found.vector }];
  });
}
