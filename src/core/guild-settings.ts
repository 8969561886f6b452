import { z } from 'zod';
import { ChannelId } from './ids.ts';

/** What a server's admins have chosen. */
export const GuildSettings = z.object({
  /** Where members may share cards: in every channel they can write in, in the named ones, or nowhere. */
  sharing: z.union([z.literal('everywhere'), z.literal('nowhere'), z.array(ChannelId)]).default('everywhere'),
  /** Whether the redacted texts of unanswered questions are kept for 30 days. */
  keepsQuestionTexts: z.boolean().default(true),
});
export type GuildSettings = z.infer<typeof GuildSettings>;

/** The choices of a server that has not chosen. */
export const defaultGuildSettings: GuildSettings = GuildSettings.parse({});
