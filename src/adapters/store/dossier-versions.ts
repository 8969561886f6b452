import { z } from 'zod';
import { ClaimKey, claimKinds, DossierSlug } from '../../core/claim.ts';
import { type Dossier, dossierStatuses } from '../../core/dossier.ts';
import { ClaimId, DossierId, GuildId } from '../../core/ids.ts';
import { PartialDate } from '../../core/partial-date.ts';
import type { DossierVersion } from '../../ports/stores.ts';
import { disputeFields, sourceFields } from './note-fields.ts';
import type { Tables } from './tables.ts';

const nullableText = z.string().nullable();

const RememberedNote = z.discriminatedUnion('type', [
  z.object({ ...sourceFields, lastChecked: PartialDate.nullable() }),
  z.object(disputeFields),
]);

const RememberedClaim = z.object({
  id: ClaimId,
  key: ClaimKey,
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  gist: z.string(),
  kind: z.enum(claimKinds),
  notes: z.array(RememberedNote),
});

const RememberedDossier = z.object({
  id: DossierId,
  guildId: GuildId.nullable(),
  sample: z.boolean(),
  slug: DossierSlug,
  title: z.string(),
  language: z.string(),
  status: z.enum(dossierStatuses),
  version: z.number(),
  changedAt: z.number(),
  post: z.object({
    text: z.string(),
    author: nullableText,
    date: PartialDate.nullable(),
    url: nullableText,
    remarks: nullableText,
  }),
  summary: z.object({
    text: z.string(),
    madeBy: z.discriminatedUnion('by', [
      z.object({ by: z.literal('person') }),
      z.object({ by: z.literal('extractive') }),
      z.object({ by: z.literal('model'), model: z.string() }),
    ]),
  }),
  claims: z.array(RememberedClaim),
});

const VersionRow = z.object({ version: z.number(), changed_at: z.coerce.number(), document: z.string() });

/** The row of a dossier's present version: all of the dossier, as JSON. */
export function versionToRow(dossier: Dossier): Tables['dossier_versions'] {
  const { id, version, changedAt } = dossier;
  return { dossier_id: id, version, changed_at: changedAt, document: JSON.stringify(dossier) };
}

/** A version from its row. */
export function versionFromRow(row: unknown): DossierVersion {
  const { version, changed_at, document } = VersionRow.parse(row);
  return { version, changedAt: changed_at, dossier: dossierFromJson(document) };
}

/** A dossier from the JSON it was kept as. */
export function dossierFromJson(document: string): Dossier {
  return RememberedDossier.parse(JSON.parse(document));
}
