import { z } from 'zod';

const snowflake = z.string().regex(/^\d{17,20}$/);
const randomId = z.string().regex(/^[A-Za-z0-9_-]{12}$/);

/** A Discord server. */
export const GuildId = snowflake.brand<'GuildId'>();
export type GuildId = z.infer<typeof GuildId>;

/** A Discord channel or thread. */
export const ChannelId = snowflake.brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;

/** A Discord message. */
export const MessageId = snowflake.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** A role of a Discord server. */
export const RoleId = snowflake.brand<'RoleId'>();
export type RoleId = z.infer<typeof RoleId>;

/** A Discord account. Never written to a log, never stored beside a claim. */
export const UserId = snowflake.brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

/** One delivery of a member's act by Discord; the same act delivered twice carries the same id. */
export const InteractionId = snowflake.brand<'InteractionId'>();
export type InteractionId = z.infer<typeof InteractionId>;

/** A dossier in the store: 12 random characters of base64url, which say nothing of order or time. */
export const DossierId = randomId.brand<'DossierId'>();
export type DossierId = z.infer<typeof DossierId>;

/** A claim in the store; people know it as `slug/c01`. */
export const ClaimId = randomId.brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;

/** A source or dispute note in the store. */
export const NoteId = randomId.brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

/** One question somebody asked. Random, so that a row tells nothing about when it was written. */
export const InquiryId = randomId.brand<'InquiryId'>();
export type InquiryId = z.infer<typeof InquiryId>;

/** A case in the store; people know it by its number. */
export const CaseId = randomId.brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** One member's report in the store. */
export const ReportId = randomId.brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;

/** One line of the audit in the store. */
export const AuditId = randomId.brand<'AuditId'>();
export type AuditId = z.infer<typeof AuditId>;

/** A member who watches claims or questions in one server. */
export const WatcherId = randomId.brand<'WatcherId'>();
export type WatcherId = z.infer<typeof WatcherId>;

/** A member's wish to be told when a claim changes, or when a question is answered. */
export const WatchId = randomId.brand<'WatchId'>();
export type WatchId = z.infer<typeof WatchId>;

/** A scheduled digest of one server and period. */
export const DigestPostId = randomId.brand<'DigestPostId'>();
export type DigestPostId = z.infer<typeof DigestPostId>;

/** What a form was opened for, kept while it is filled in. */
export const DraftId = randomId.brand<'DraftId'>();
export type DraftId = z.infer<typeof DraftId>;
