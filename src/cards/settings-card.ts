import { channelMention } from '@discordjs/formatters';
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { ChannelId } from '../core/ids.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { SettingsOutcome } from '../services/servers/change-settings.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';
import { checkSentences } from './setting-words.ts';
import { alertSettings } from './settings-alerts.ts';
import { digestSettings } from './settings-digest.ts';
import { memberSettings } from './settings-members.ts';
import { modelSettings } from './settings-model.ts';
import { moderationSettings } from './settings-moderation.ts';

/** The parts of the settings, each a tab of one panel. */
export const settingsTabs = ['moderation', 'alerts', 'members', 'digest', 'model'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

type Part = APIComponentInContainer | null;

const bodies: Readonly<Record<SettingsTab, (view: SettingsView, words: Words) => readonly Part[]>> = {
  moderation: moderationSettings,
  alerts: alertSettings,
  members: memberSettings,
  digest: digestSettings,
  model: modelSettings,
};

/**
 * The panel of `/settings`, open at one tab.
 *
 * @param notice - what became of the choice just made
 */
export function settingsCard(view: SettingsView, tab: SettingsTab, words: Words, notice?: string): Card {
  const tabs = settingsTabs.map((name) =>
    button(words.say(`settings.tab.${name}`), encodeRoute('settings.tab', name), {
      ...(name === tab ? { style: 'main', disabled: true } : {}),
    }),
  );
  return makeCard([
    frame([
      text(
        linesOf([
          `## ${words.say('settings.title')}`,
          view.untouched && tab === 'moderation'
            ? words.say('settings.guide', { menu: words.say('command.flag-post') })
            : null,
          notice === undefined ? null : `> ${notice}`,
        ]),
      ),
      row(...tabs),
      divider,
      ...bodies[tab](view, words),
    ]),
  ]);
}

/** Asks whether a channel that every member can read is to be the moderators' channel; nothing is saved yet. */
export function openChannelCard(channelId: ChannelId, words: Words): Card {
  return makeCard([
    frame([
      text(
        linesOf([
          `## ${words.say('settings.open-channel.title')}`,
          words.say('settings.open-channel.note', { channel: channelMention(channelId) }),
        ]),
      ),
      row(
        button(words.say('settings.open-channel.use'), encodeRoute('settings.use-open-channel', channelId)),
        button(words.say('settings.open-channel.other'), encodeRoute('settings.tab', 'moderation'), {
          style: 'main',
        }),
      ),
    ]),
  ]);
}

/** What became of a choice, in a line or two. */
export function outcomeSentence(
  outcome: Exclude<SettingsOutcome, { readonly kind: 'channel-open' }>,
  words: Words,
): string {
  if (outcome.kind === 'everyone-refused')
    return words.say('settings.not-saved', { problem: words.say('settings.everyone-refused') });
  if (outcome.kind === 'provider-changed')
    return words.say('settings.not-saved', { problem: words.say('settings.model.changed') });
  if (outcome.kind === 'channel-refused') {
    const problem = checkSentences(outcome.check, outcome.channelId, words).join(' ');
    return words.say('settings.not-saved', { problem });
  }
  const { changed, queued, closed, proposedZone } = outcome;
  if (changed.length === 0) return words.say('settings.unchanged');
  const settings = words.list(changed.map((key) => words.say(`setting.${key}`)));
  const saved =
    queued === 0
      ? words.say('settings.saved', { settings })
      : words.say('settings.saved-waiting', { settings, count: queued });
  const channels = words.list(closed.map((id) => channelMention(id)));
  return [
    saved,
    ...(closed.length === 0 ? [] : [words.say('settings.sharing.closed', { channels })]),
    ...(proposedZone === null ? [] : [words.say('settings.digest.proposed', { zone: proposedZone })]),
  ].join(' ');
}
