import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** The locale of what everyone in a server sees: the one its admins chose, else the server's own. */
export async function postLocale(
  deps: BoundDeps,
  { guildId, guildLocale }: { readonly guildId: GuildId; readonly guildLocale: string },
): Promise<string> {
  const { language } = await deps.database.snapshot(({ settings }) => settings.read(guildId));
  return language ?? guildLocale;
}
