import type { GuildId } from '../../core/ids.ts';
import { consentTo } from '../../core/model-consent.ts';
import type { Analyzer } from '../../ports/analyzer.ts';
import type { BoundDeps } from '../deps.ts';
import { settingsOf } from '../servers/read-settings.ts';

/** The model that a server's posts are described by; else why there is none: the operator has no model, or the admins have not consented to who runs it. */
export async function modelOf(
  deps: BoundDeps,
  guildId: GuildId,
): Promise<Analyzer | 'not-configured' | 'not-consented'> {
  if (deps.analyzer === null) return 'not-configured';
  const { model: consent } = await settingsOf(deps, { guildId });
  return consentTo(deps.analyzer.provider, consent) === 'given' ? deps.analyzer : 'not-consented';
}

/** Whether an analysis asks a model: then it takes long. */
export async function usesModel(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<boolean> {
  return typeof (await modelOf(deps, guildId)) !== 'string';
}
