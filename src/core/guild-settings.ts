import { z } from 'zod';
import { DigestSchedule } from './digest-schedule.ts';
import { ChannelId, RoleId } from './ids.ts';
import { ModelConsent } from './model-consent.ts';

/** A consent as it was written before it said whom it is for. */
const writtenAsYesOrNo = z
  .boolean()
  .transform((sent): ModelConsent | null => (sent ? { provider: null } : null));

/** What a server's admins have chosen. Every choice has a default that works before anybody chooses. */
export const GuildSettings = z.object({
  /** Where members may share cards: in every channel they can write in, in the named ones, or nowhere. */
  sharing: z.union([z.literal('everywhere'), z.literal('nowhere'), z.array(ChannelId)]).default('everywhere'),
  /** Whether the redacted texts of unanswered questions are kept for 30 days. */
  keepsQuestionTexts: z.boolean().default(true),
  /** Where the cards of cases are posted; null: they wait in `/queue` alone. */
  moderatorsChannel: ChannelId.nullable().default(null),
  /** Roles whose members moderate, besides those with Manage Messages. */
  moderatorRoles: z.array(RoleId).max(10).default([]),
  /** After how many hours of waiting a case counts as ageing. */
  ageingHours: z.int().min(1).max(720).default(24),
  /** The role told once of a case, at `alertAt` independent reporters or when it ages; null: nobody is. */
  alertRole: RoleId.nullable().default(null),
  alertAt: z.int().min(1).max(100).default(3),
  /** The language of what everyone in the server sees; null: the server's own. */
  language: z.enum(['en-US', 'de']).nullable().default(null),
  /** When digests are posted in the moderators' channel; null: only `/digest` makes them. */
  digest: DigestSchedule.nullable().default(null),
  /** The admins' consent to sending texts of this server to a model; null: there is none. */
  model: z.union([ModelConsent, writtenAsYesOrNo]).nullable().default(null),
  /** How many tokens models may use for this server on a day, all kinds together. */
  modelTokensADay: z.int().min(0).max(100_000_000).default(200_000),
  /** Whether what is stored of the server was made up by `seed-demo`; no admin's choice. */
  demo: z.boolean().default(false),
});
export type GuildSettings = z.infer<typeof GuildSettings>;

/** The choices of a server that has not chosen. */
export const defaultGuildSettings: GuildSettings = GuildSettings.parse({});
