import { errorFacts } from '../../core/error-facts.ts';
import { defaultGuildSettings, type GuildSettings } from '../../core/guild-settings.ts';
import type { ChannelId, GuildId, RoleId } from '../../core/ids.ts';
import { type ConsentState, consentTo } from '../../core/model-consent.ts';
import { sameSettings } from '../../core/setting-text.ts';
import type { GuildFacts } from '../../ports/message.ts';
import type { BoundDeps, InstalledModels } from '../deps.ts';
import { type DigestStanding, readStanding } from '../digest/read-standing.ts';
import { type SpentSoFar, spentSoFar } from '../spending/model-budget.ts';
import { type ChannelCheck, checkChannel } from './check-channel.ts';
import { providerNow } from './provider-now.ts';

/** A channel that could hold the cards of cases. */
export type ChannelOffer = {
  readonly kind: 'safety-alerts' | 'public-updates';
  readonly channelId: ChannelId;
};

/** A server's settings, with what Discord says of them now. */
export type SettingsView = {
  readonly settings: GuildSettings;
  /** Whether nobody has chosen anything yet. */
  readonly untouched: boolean;
  /** How the moderators' channel stands; null while there is none. */
  readonly channel: ChannelCheck | null;
  /** While there is no moderators' channel: those where the server's team gets Discord's own notices. */
  readonly offers: readonly ChannelOffer[];
  /** Whether the alert role is really notified; null while there is none, and where Discord did not say. */
  readonly alertRings: boolean | null;
  /** How the scheduled digests stand; null while there are none. */
  readonly digest: DigestStanding | null;
  /** The models texts may be sent to, and what the server has spent; null while there are none. */
  readonly models:
    | (InstalledModels & {
        /** What stands for the provider in a button. */
        readonly providerCode: string;
        readonly consent: ConsentState;
        readonly spent: SpentSoFar;
      })
    | null;
};

/** What a server has chosen; nothing is asked of Discord. */
export function settingsOf(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<GuildSettings> {
  return deps.database.snapshot(({ settings }) => settings.read(guildId));
}

/** What a server has chosen, checked with Discord. */
export async function readSettings(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<SettingsView> {
  const settings = await settingsOf(deps, { guildId });
  const { moderatorsChannel: channelId, alertRole } = settings;
  const [channel, facts] = await Promise.all([
    channelId === null ? null : checkChannel(deps, { guildId, channelId }),
    channelId === null || alertRole !== null ? factsOf(deps, guildId) : null,
  ]);
  return {
    settings,
    untouched: sameSettings(settings, defaultGuildSettings),
    channel,
    offers: channelId === null ? offersOf(facts) : [],
    alertRings: rings(alertRole, channel, facts),
    digest: await readStanding(deps, { guildId, schedule: settings.digest }),
    models: await modelsOf(deps, guildId, settings),
  };
}

/** The models, how the server's consent stands to who runs them, and what they have cost. */
async function modelsOf(
  deps: BoundDeps,
  guildId: GuildId,
  { model: consent }: GuildSettings,
): Promise<SettingsView['models']> {
  const { models } = deps.installation;
  const provider = providerNow(deps);
  if (models === null || provider === null) return null;
  return {
    ...models,
    providerCode: provider.code,
    consent: consentTo(provider.name, consent),
    spent: await spentSoFar(deps, guildId),
  };
}

/** What Discord says of the server; null when it does not answer. */
function factsOf(deps: BoundDeps, guildId: GuildId): Promise<GuildFacts | null> {
  return deps.guilds.describe(guildId).catch((error: unknown) => {
    deps.log.warn({ guildId, error: errorFacts(error) }, 'Discord did not describe a server');
    return null;
  });
}

function offersOf(facts: GuildFacts | null): readonly ChannelOffer[] {
  if (facts === null) return [];
  const { safetyAlertsChannel, publicUpdatesChannel } = facts;
  const offers: ChannelOffer[] = [];
  if (safetyAlertsChannel !== null) offers.push({ kind: 'safety-alerts', channelId: safetyAlertsChannel });
  if (publicUpdatesChannel !== null && publicUpdatesChannel !== safetyAlertsChannel)
    offers.push({ kind: 'public-updates', channelId: publicUpdatesChannel });
  return offers;
}

function rings(role: RoleId | null, channel: ChannelCheck | null, facts: GuildFacts | null): boolean | null {
  if (role === null || facts === null || channel?.state !== 'usable') return null;
  return channel.mentionsAnyRole || facts.mentionableRoles.includes(role);
}
