import { z } from 'zod';
import { ClaimId, DossierId, GuildId, InquiryId } from '../../core/ids.ts';
import {
  type Inquiry,
  type InquiryTotal,
  inquiryCommands,
  inquiryOutcomes,
  type WayTotal,
} from '../../core/inquiry.ts';
import { type InquiryColumns, none, type TotalColumns } from './tables.ts';

const optional = <Schema extends z.ZodType>(id: Schema) =>
  z.union([id, z.literal(none).transform(() => null)]);

const shared = {
  command: z.enum(inquiryCommands),
  outcome: z.enum(inquiryOutcomes),
  dossier_id: optional(DossierId),
  claim_id: optional(ClaimId),
};

const InquiryRow = z.object({
  ...shared,
  day: z.string(),
  id: InquiryId,
  guild_id: GuildId,
  locale: z.string(),
  hour: z.number(),
  asker: z.string(),
  feedback: z.enum(['yes', 'no']).nullable(),
  text: z.string().nullable(),
});

const counts = {
  inquiries: z.coerce.number(),
  askers: z.coerce.number(),
  feedback_yes: z.coerce.number(),
  feedback_no: z.coerce.number(),
};

const TotalCountsRow = z.object(counts);

const InquiryTotalRow = z.object({ ...shared, ...counts });

const WayTotalRow = z
  .object({
    command: shared.command,
    outcome: shared.outcome,
    inquiries: counts.inquiries,
    feedback_yes: counts.feedback_yes,
    feedback_no: counts.feedback_no,
  })
  .transform(({ feedback_yes: yes, feedback_no: no, ...same }) => ({ ...same, feedback: { yes, no } }));

const AsksRow = z.object({ span: z.string(), asks: z.coerce.number() });

/** The row of an inquiry. */
export function inquiryToRow(inquiry: Inquiry): InquiryColumns {
  const { guildId, dossierId, claimId, ...same } = inquiry;
  return { ...same, guild_id: guildId, dossier_id: dossierId ?? none, claim_id: claimId ?? none };
}

/** An inquiry from its row. */
export function inquiryFromRow(row: unknown): Inquiry {
  const { guild_id, dossier_id, claim_id, ...same } = InquiryRow.parse(row);
  return { ...same, guildId: guild_id, dossierId: dossier_id, claimId: claim_id };
}

/** What a day's or a month's total counts, from its row. */
export function totalCountsFromRow(row: unknown): TotalColumns {
  return TotalCountsRow.parse(row);
}

/** A total from a row of a day or a month. */
export function inquiryTotalFromRow(row: unknown): InquiryTotal {
  const { dossier_id, claim_id, feedback_yes, feedback_no, ...same } = InquiryTotalRow.parse(row);
  return {
    ...same,
    dossierId: dossier_id,
    claimId: claim_id,
    feedback: { yes: feedback_yes, no: feedback_no },
  };
}

/** What came of a command over some days, from its row. */
export function wayTotalFromRow(row: unknown): WayTotal {
  return WayTotalRow.parse(row);
}

/** How many inquiries a day or a month had, from its row. */
export function asksFromRow(row: unknown): { readonly span: string; readonly asks: number } {
  return AsksRow.parse(row);
}
