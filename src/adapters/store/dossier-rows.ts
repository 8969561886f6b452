import { z } from 'zod';
import { type Claim, ClaimKey, claimKinds, DossierSlug } from '../../core/claim.ts';
import { type Dossier, dossierStatuses, type SummaryOrigin } from '../../core/dossier.ts';
import { ClaimId, DossierId, GuildId } from '../../core/ids.ts';
import type { Note } from '../../core/note.ts';
import { PartialDate } from '../../core/partial-date.ts';
import { disputeFields, sourceFields } from './note-fields.ts';
import { type ClaimColumns, type DossierColumns, type NoteColumns, sharedOwner } from './tables.ts';

const nullableText = z.string().nullable();

const DossierRow = z.object({
  id: DossierId,
  guild_id: z.union([z.literal(sharedOwner), GuildId]),
  sample: z.literal([0, 1]).transform((flag) => flag === 1),
  slug: DossierSlug,
  title: z.string(),
  language: z.string(),
  status: z.enum(dossierStatuses),
  version: z.number(),
  changed_at: z.coerce.number(),
  post_text: z.string(),
  post_author: nullableText,
  post_date: PartialDate.nullable(),
  post_url: nullableText,
  post_remarks: nullableText,
  summary_text: z.string(),
  summary_by: z.enum(['person', 'extractive', 'model']),
  summary_model: nullableText,
});
type DossierRow = z.infer<typeof DossierRow>;

const ClaimRow = z.object({
  id: ClaimId,
  dossier_id: DossierId,
  key: ClaimKey,
  quote: z.string(),
  quote_start: z.number(),
  quote_end: z.number(),
  gist: z.string(),
  kind: z.enum(claimKinds),
});

const NoteRow = z.discriminatedUnion('type', [
  z.object({ ...sourceFields, claim_id: ClaimId, last_checked: PartialDate.nullable() }),
  z.object({ ...disputeFields, claim_id: ClaimId }),
]);

/** The columns that a claim is put together from. */
export const claimColumns = [
  'id',
  'dossier_id',
  'key',
  'quote',
  'quote_start',
  'quote_end',
  'gist',
  'kind',
] as const satisfies readonly (keyof ClaimColumns)[];

/** The columns that a note is put together from. */
export const noteColumns = [
  'id',
  'claim_id',
  'type',
  'text',
  'stance',
  'url',
  'publisher',
  'title',
  'date',
  'last_checked',
] as const satisfies readonly (keyof NoteColumns)[];

/** Rows of one or many dossiers; claims and notes each in the order they are shown. */
export type DossierRows = {
  readonly dossiers: readonly unknown[];
  readonly claims: readonly unknown[];
  readonly notes: readonly unknown[];
};

/** Puts dossiers together from their rows, in the order of the dossier rows. */
export function dossiersFromRows(rows: DossierRows): Dossier[] {
  const notes = new Map<ClaimId, Note[]>();
  for (const row of rows.notes) {
    const parsed = NoteRow.parse(row);
    append(notes, parsed.claim_id, noteFrom(parsed));
  }
  const claims = new Map<DossierId, Claim[]>();
  for (const row of rows.claims) {
    const { dossier_id, quote_start, quote_end, ...same } = ClaimRow.parse(row);
    append(claims, dossier_id, {
      ...same,
      start: quote_start,
      end: quote_end,
      notes: notes.get(same.id) ?? [],
    });
  }
  return rows.dossiers.map((row) => {
    const parsed = DossierRow.parse(row);
    return dossierFrom(parsed, claims.get(parsed.id) ?? []);
  });
}

function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function noteFrom(row: z.infer<typeof NoteRow>): Note {
  const { id, text } = row;
  if (row.type === 'dispute') return { id, type: row.type, text, url: row.url };
  const { type, stance, url, publisher, title, date, last_checked: lastChecked } = row;
  return { id, type, text, stance, url, publisher, title, date, lastChecked };
}

function dossierFrom(row: DossierRow, claims: readonly Claim[]): Dossier {
  return {
    id: row.id,
    guildId: row.guild_id === sharedOwner ? null : row.guild_id,
    sample: row.sample,
    slug: row.slug,
    title: row.title,
    language: row.language,
    status: row.status,
    version: row.version,
    changedAt: row.changed_at,
    post: {
      text: row.post_text,
      author: row.post_author,
      date: row.post_date,
      url: row.post_url,
      remarks: row.post_remarks,
    },
    summary: { text: row.summary_text, madeBy: originFrom(row) },
    claims,
  };
}

function originFrom({ summary_by: by, summary_model: model }: DossierRow): SummaryOrigin {
  return by === 'model' ? { by, model: model ?? '' } : { by };
}

/** The row of a dossier itself. */
export function dossierToRow(dossier: Dossier): DossierColumns {
  const { post, summary } = dossier;
  return {
    id: dossier.id,
    guild_id: dossier.guildId ?? sharedOwner,
    sample: dossier.sample ? 1 : 0,
    slug: dossier.slug,
    title: dossier.title,
    language: dossier.language,
    status: dossier.status,
    version: dossier.version,
    changed_at: dossier.changedAt,
    post_text: post.text,
    post_author: post.author,
    post_date: post.date,
    post_url: post.url,
    post_remarks: post.remarks,
    summary_text: summary.text,
    summary_by: summary.madeBy.by,
    summary_model: summary.madeBy.by === 'model' ? summary.madeBy.model : null,
  };
}

/** The rows of a dossier's claims. */
export function claimsToRows(dossier: Dossier): ClaimColumns[] {
  return dossier.claims.map((claim, position) => ({
    id: claim.id,
    dossier_id: dossier.id,
    position,
    key: claim.key,
    quote: claim.quote,
    quote_start: claim.start,
    quote_end: claim.end,
    gist: claim.gist,
    kind: claim.kind,
  }));
}

/** The rows of all notes of a dossier. */
export function notesToRows(dossier: Dossier): NoteColumns[] {
  return dossier.claims.flatMap((claim) =>
    claim.notes.map((note, position) => {
      const source = note.type === 'source' ? note : null;
      return {
        id: note.id,
        dossier_id: dossier.id,
        claim_id: claim.id,
        position,
        type: note.type,
        text: note.text,
        stance: source?.stance ?? null,
        url: note.url,
        publisher: source?.publisher ?? null,
        title: source?.title ?? null,
        date: source?.date ?? null,
        last_checked: source?.lastChecked ?? null,
      };
    }),
  );
}
