import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { settingsOf } from '../servers/read-settings.ts';

/** Whether an analysis asks a model: then it takes long. */
export async function usesModel(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<boolean> {
  return deps.analyzer !== null && (await settingsOf(deps, { guildId })).model;
}
