import { z } from 'zod';
import { ClaimId, DossierId, GuildId, InquiryId } from '../../core/ids.ts';
import {
  type ClaimFeedback,
  type Inquiry,
  type InquiryDay,
  inquiryCommands,
  inquiryOutcomes,
} from '../../core/inquiry.ts';
import { type InquiryColumns, none } from './tables.ts';

const optional = <Schema extends z.ZodType>(id: Schema) =>
  z.union([z.literal(none).transform(() => null), id]);

const shared = {
  day: z.string(),
  command: z.enum(inquiryCommands),
  outcome: z.enum(inquiryOutcomes),
  dossier_id: optional(DossierId),
  claim_id: optional(ClaimId),
};

const InquiryRow = z.object({
  ...shared,
  id: InquiryId,
  guild_id: GuildId,
  locale: z.string(),
  hour: z.number(),
  asker: z.string(),
  feedback: z.enum(['yes', 'no']).nullable(),
  text: z.string().nullable(),
});

const InquiryDayRow = z.object({ ...shared, inquiries: z.coerce.number(), askers: z.coerce.number() });

const ClaimFeedbackRow = z.object({ claim_id: ClaimId, yes: z.coerce.number(), no: z.coerce.number() });

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

/** A day's total from its row. */
export function inquiryDayFromRow(row: unknown): InquiryDay {
  const { dossier_id, claim_id, ...same } = InquiryDayRow.parse(row);
  return { ...same, dossierId: dossier_id, claimId: claim_id };
}

/** The answers about a claim from their row. */
export function claimFeedbackFromRow(row: unknown): ClaimFeedback {
  const { claim_id: claimId, yes, no } = ClaimFeedbackRow.parse(row);
  return { claimId, yes, no };
}
