import { z } from 'zod';
import { noInquiry } from '../../src/cards/claim-card.ts';
import { noPost } from '../../src/cards/digest-menus.ts';
import { ClaimKey, DossierSlug } from '../../src/core/claim.ts';
import { DigestPostId, InquiryId } from '../../src/core/ids.ts';
import { reportReasons } from '../../src/core/report.ts';

/** A claim in a custom_id: `slug/c01`. */
export const ReferenceArgument = z
  .string()
  .transform((text) => text.split('/'))
  .pipe(z.tuple([DossierSlug, ClaimKey]))
  .transform(([slug, key]) => ({ slug, key }));

/** A question in a custom_id, or null where a card answers none. */
export const InquiryArgument = z
  .union([z.literal(noInquiry), InquiryId])
  .transform((id) => (id === noInquiry ? null : id));

/** A page number in a custom_id. */
export const PageArgument = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** What is shared, in a custom_id: a claim (`slug/c01`) or a dossier (`slug`). */
export const SubjectArgument = z.union([ReferenceArgument, DossierSlug]);
export type SubjectArgument = z.infer<typeof SubjectArgument>;

/** A digest in a custom_id: its first and last day, and the scheduled digest it is. */
export const DigestArguments = z.tuple([
  z.iso.date(),
  z.iso.date(),
  z.union([z.literal(noPost), DigestPostId]),
]);

/** Why a message is reported, as a menu sends it. */
export const ReportReason = z.enum(reportReasons);
