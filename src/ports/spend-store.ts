import type { DayRange } from '../core/digest-period.ts';
import type { GuildId } from '../core/ids.ts';
import type { ModelSpend } from '../core/model-spend.ts';

/** What was spent on models: sums by server, day and model, which name no member and hold no text. */
export type SpendStore = {
  /** Adds to a server's sums of a day (`YYYY-MM-DD`, in UTC); null for what is shared by all. */
  add(guildId: GuildId | null, day: string, model: string, spend: ModelSpend): Promise<void>;
  /** Corrects what was added, by numbers that may be negative. Nothing where the server has been deleted since. */
  correct(guildId: GuildId | null, day: string, model: string, change: ModelSpend): Promise<void>;
  /** What a server has spent on these days. */
  ofGuild(guildId: GuildId, range: DayRange): Promise<ModelSpend>;
  /** What all servers have spent on these days, those that were deleted since and what is shared included. */
  ofAll(range: DayRange): Promise<ModelSpend>;
  /** The money of that in a month (`YYYY-MM`), in millionths of a US dollar: one row, however many servers there are. */
  ofMonth(month: string): Promise<number>;
};
