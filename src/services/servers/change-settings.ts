import { may } from '../../core/access.ts';
import { chosenSchedule, type DigestChoice } from '../../core/digest-choice.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { GuildSettings } from '../../core/guild-settings.ts';
import type { ChannelId, GuildId, InteractionId, UserId } from '../../core/ids.ts';
import type { ModelConsent } from '../../core/model-consent.ts';
import { changedSettings, type SettingKey, settingText } from '../../core/setting-text.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, queueCard, writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { keepTurn } from '../digest/digest-turns.ts';
import { type ChannelCheck, checkChannel } from './check-channel.ts';
import { providerNow } from './provider-now.ts';
import { settingsOf } from './read-settings.ts';

/** The settings a choice changes, and nothing of the others. */
export type SettingsChange = Partial<Omit<GuildSettings, 'digest' | 'demo' | 'model'>> & {
  readonly digest?: DigestChoice;
  /** Consent to the provider with this code, or to none. */
  readonly model?: { readonly providerCode: string } | null;
};

/** An admin's choice. */
export type SettingsChoice = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly change: SettingsChange;
  /** Whether the admin knows that everyone can read the moderators' channel it chooses, and wants it all the same. */
  readonly takesOpenChannel: boolean;
};

/** What became of a choice. */
export type SettingsOutcome =
  | {
      readonly kind: 'saved';
      readonly changed: readonly SettingKey[];
      /** Cases that were waiting and get their card now. */
      readonly queued: number;
      /** Channels where sharing is now allowed, but where the bot may not write. */
      readonly closed: readonly ChannelId[];
      /** The time zone of a new schedule of digests that nobody chose; null where there is none. */
      readonly proposedZone: string | null;
    }
  /** Everyone's role would make everyone a moderator, or notify everyone. */
  | { readonly kind: 'everyone-refused' }
  /** Texts would go to somebody else than the panel said: whoever runs the bot has chosen another since. */
  | { readonly kind: 'provider-changed' }
  /** Every member can read the channel, so the admin is asked before anything is saved or posted there. */
  | { readonly kind: 'channel-open'; readonly channelId: ChannelId }
  | { readonly kind: 'channel-refused'; readonly channelId: ChannelId; readonly check: ChannelCheck };

type SavedChoice = Extract<SettingsOutcome, { readonly kind: 'saved' }>;

/**
 * Checks a choice and saves it at once. Of two admins who choose at the same moment each changes only what they chose;
 * where both chose the same, the later choice holds.
 *
 * A refused choice changes nothing, and neither does one that the admin is to think over.
 *
 * @throws FootnoteError `already-handled` on a second delivery
 */
export async function changeSettings(deps: BoundDeps, choice: SettingsChoice): Promise<SettingsOutcome> {
  const { guildId, change } = choice;
  const roles: readonly string[] = [...(change.moderatorRoles ?? []), change.alertRole ?? ''];
  // Everyone's role bears the id of its server.
  if (roles.includes(guildId)) return { kind: 'everyone-refused' };

  const { model } = change;
  if (model && model.providerCode !== providerNow(deps)?.code) return { kind: 'provider-changed' };

  const channelId = change.moderatorsChannel ?? null;
  if (channelId !== null) {
    const check = await checkChannel(deps, { guildId, channelId });
    if (check.state !== 'usable') return { kind: 'channel-refused', channelId, check };
    if (check.everyoneSees && !choice.takesOpenChannel) {
      const { moderatorsChannel } = await settingsOf(deps, { guildId });
      if (moderatorsChannel !== channelId) return { kind: 'channel-open', channelId };
    }
  }
  const closed = Array.isArray(change.sharing) ? await closedOf(deps, guildId, change.sharing) : [];
  const saved = await actOnce(deps, choice.interactionId, (stores) => save(deps, stores, choice));
  if (saved.changed.length > 0) deps.log.info({ guildId, changed: saved.changed }, 'settings changed');
  return { kind: 'saved', ...saved, closed };
}

async function save(
  deps: BoundDeps,
  stores: Stores,
  { guildId, memberId, change }: SettingsChoice,
): Promise<Pick<SavedChoice, 'changed' | 'queued' | 'proposedZone'>> {
  const before = await stores.settings.read(guildId);
  const after = changedBy(deps, change, before);
  const changed = changedSettings(before, after);
  if (changed.length === 0) return { changed, queued: 0, proposedZone: null };

  await stores.settings.write(guildId, after);
  await keepTurn(deps, stores, guildId, { changed, after });
  for (const key of changed)
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'settings.changed',
      caseNumber: null,
      before: settingText(before, key),
      after: settingText(after, key),
    });
  if (changed.includes('keepsQuestionTexts') && !after.keepsQuestionTexts)
    await stores.inquiries.forgetTexts(guildId);
  const opened = changed.includes('moderatorsChannel') && after.moderatorsChannel !== null;
  const isProposed = before.digest === null && change.digest?.zone === undefined;
  return {
    changed,
    queued: opened ? await queueWaiting(deps, stores, guildId) : 0,
    proposedZone: isProposed ? (after.digest?.zone ?? null) : null,
  };
}

function changedBy(
  deps: BoundDeps,
  { digest, model, ...others }: SettingsChange,
  before: GuildSettings,
): GuildSettings {
  const schedule = digest === undefined ? before.digest : chosenSchedule(before.digest, digest);
  const consent = model === undefined ? before.model : model && consentNow(deps);
  return { ...before, ...others, digest: schedule, model: consent };
}

function consentNow(deps: BoundDeps): ModelConsent | null {
  const provider = providerNow(deps);
  return provider && { provider: provider.name };
}

/** Cases read at a time while their cards are queued. */
const portion = 200;

/** Has a card posted for every case that waits and has none; cards that exist stay where they are. */
async function queueWaiting(deps: BoundDeps, stores: Stores, guildId: GuildId): Promise<number> {
  let queued = 0;
  for (let offset = 0; ; offset += portion) {
    const states = ['open', 'assigned', 'reopened'] as const;
    const { cases } = await stores.cases.page(guildId, { states }, portion, offset);
    for (const waiting of cases) {
      if (waiting.card !== null) continue;
      await queueCard(deps, stores, waiting);
      queued += 1;
    }
    if (cases.length < portion) return queued;
  }
}

/** Those of these channels where the bot may not write; one Discord says nothing of is not among them. */
async function closedOf(
  deps: BoundDeps,
  guildId: GuildId,
  channels: readonly ChannelId[],
): Promise<readonly ChannelId[]> {
  const open = await Promise.all(
    channels.map(async (channelId) => {
      try {
        const facts = await deps.guilds.channel(guildId, channelId);
        return (
          facts !== null &&
          (facts.kind !== 'text' ||
            (may(facts.botPermissions, 'viewChannel') && may(facts.botPermissions, 'sendMessages')))
        );
      } catch (error) {
        deps.log.warn({ guildId, error: errorFacts(error) }, 'a channel for sharing could not be checked');
        return true;
      }
    }),
  );
  return channels.filter((_, index) => open[index] === false);
}
