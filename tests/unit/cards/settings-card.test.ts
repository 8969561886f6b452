import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/cards/limits.ts';
import {
  openChannelCard,
  outcomeSentence,
  settingsCard,
  settingsTabs,
} from '../../../src/cards/settings-card.ts';
import { GuildSettings } from '../../../src/core/guild-settings.ts';
import { ChannelId, RoleId } from '../../../src/core/ids.ts';
import { settingKeys } from '../../../src/core/setting-text.ts';
import type { ChannelCheck } from '../../../src/services/servers/check-channel.ts';
import type { SettingsView } from '../../../src/services/servers/read-settings.ts';
import { locales, words } from '../../../src/words/words.ts';
import { controlOf, customIdsOf, nodesOf } from './card-nodes.ts';
import { textsOf } from './shown.ts';

const channelId = ChannelId.parse('1290000000000000112');
const many = Array.from({ length: limits.selectOptions }, (_, index) => `12900000000000010${10 + index}`);
const markdownOf = (components: readonly unknown[]) => textsOf(components).join('\n');
const english = words('en-US');

const checks: readonly ChannelCheck[] = [
  { state: 'usable', threads: false, files: false, everyoneSees: true, mentionsAnyRole: false },
  { state: 'lacks', permissions: ['viewChannel', 'sendMessages', 'readMessageHistory'] },
  { state: 'unseen' },
  { state: 'no-text-channel' },
  { state: 'unchecked' },
];

function viewOf(parts: object = {}, view: Partial<SettingsView> = {}): SettingsView {
  return {
    settings: GuildSettings.parse(parts),
    untouched: false,
    channel: null,
    offers: [],
    alertRings: null,
    digest: null,
    models: null,
    ...view,
  };
}

const fullest = {
  moderatorsChannel: channelId,
  moderatorRoles: many.slice(0, 10),
  ageingHours: 719,
  alertRole: many[0],
  alertAt: 99,
  sharing: many,
  language: 'de',
  digest: { every: 'week', weekday: 7, at: '02:30', zone: 'America/Argentina/Buenos_Aires' },
};

const stopped: SettingsView['digest'] = {
  nextAt: null,
  last: { at: 0, url: `https://discord.com/channels/${channelId}/${channelId}/${channelId}` },
  paused: { at: 0, why: 'closed' },
  clockChange: { kind: 'skipped', day: '2026-03-29', at: '03:30' },
};

const offers = [
  { kind: 'safety-alerts', channelId },
  { kind: 'public-updates', channelId: ChannelId.parse('1290000000000000113') },
] as const;

describe('the settings panel', () => {
  const models = {
    provider: 'x'.repeat(300),
    providerCode: 'x'.repeat(22),
    writes: '*'.repeat(200),
    compares: '_'.repeat(200),
  };
  const spent = {
    today: { answers: 9_999, input: 10 ** 9, output: 10 ** 9, embedded: 10 ** 9, microDollars: 1 },
    monthIsSpent: true,
  };
  const views = [
    ...(['given', 'none', 'other', 'unrecorded'] as const).map((consent) => ({
      why: `consent to a model is ${consent}`,
      view: viewOf(
        { model: { provider: '*'.repeat(300) }, modelTokensADay: 1 },
        { models: { ...models, consent, spent } },
      ),
    })),
    { why: 'nobody has chosen', view: viewOf({}, { untouched: true, offers }) },
    ...checks.map((channel) => ({
      why: `the channel is ${channel.state}`,
      view: viewOf(fullest, { channel, alertRings: false, digest: stopped }),
    })),
  ];

  it.each(
    locales.flatMap((locale) =>
      settingsTabs.flatMap((tab) => views.map((view) => ({ locale, tab, ...view }))),
    ),
  )('keeps to Discord’s limits in $locale at $tab when $why', ({ locale, tab, view }) => {
    const speech = words(locale);
    const longest = outcomeSentence(
      {
        kind: 'saved',
        changed: settingKeys,
        queued: 9_999,
        closed: many.map((id) => ChannelId.parse(id)),
        proposedZone: 'America/Argentina/Buenos_Aires',
      },
      speech,
    );

    expect(() => settingsCard(view, tab, speech, longest)).not.toThrow();
  });

  it.each(locales)(
    'asks about an open channel within Discord’s limits, and offers both ways, in %s',
    (locale) => {
      const { components } = openChannelCard(channelId, words(locale));

      expect(customIdsOf(components)).toEqual([
        `1:settings.use-open-channel:${channelId}`,
        '1:settings.tab:moderation',
      ]);
    },
  );

  it('guides an admin of a server that has not chosen, and offers the channels its team has', () => {
    const { components } = settingsCard(viewOf({}, { untouched: true, offers }), 'moderation', english);

    expect(markdownOf(components)).toContain('Nothing has been chosen here yet');
    expect(controlOf(components, `1:settings.use-channel:${channelId}`)?.['label']).toBe(
      'Use the channel of the safety alerts',
    );
    expect(controlOf(components, '1:settings.no-channel')).toBeUndefined();
  });

  it('shows what holds now in every menu', () => {
    const view = viewOf({ ...fullest, ageingHours: 36, alertAt: 7 });
    const moderation = settingsCard(view, 'moderation', english).components;
    const alerts = settingsCard(view, 'alerts', english).components;
    const members = settingsCard(view, 'members', english).components;
    const chosen = (components: readonly unknown[], route: string) =>
      nodesOf(controlOf(components, `1:settings.${route}`))
        .filter((node) => node['default'] === true)
        .map((node) => node['label']);

    expect(controlOf(moderation, '1:settings.channel')).toMatchObject({
      channel_types: [0],
      default_values: [{ id: channelId, type: 'channel' }],
    });
    expect(controlOf(moderation, '1:settings.roles')).toMatchObject({ min_values: 0, max_values: 10 });
    expect(chosen(moderation, 'ageing')).toEqual(['36 hours']);
    expect(controlOf(alerts, '1:settings.alert-role')).toMatchObject({
      default_values: [{ id: many[0], type: 'role' }],
    });
    expect(chosen(alerts, 'alert-at')).toEqual(['7 independent reporters']);
    expect(chosen(members, 'language')).toEqual(['German']);
  });

  it.each([
    { channel: checks[0], says: 'everyone in the server can read <#1290000000000000112>' },
    { channel: checks[0], says: '“Create Public Threads”' },
    { channel: checks[1], says: 'it lacks “View Channel”, “Send Messages”, and “Read Message History”' },
    { channel: checks[2], says: 'Footnote cannot see <#1290000000000000112>, or it is gone' },
    { channel: checks[4], says: 'could not be checked just now' },
  ])('says how the channel stands: $says', ({ channel = null, says }) => {
    const { components } = settingsCard(viewOf(fullest, { channel }), 'moderation', english);

    expect(markdownOf(components)).toContain(says);
  });

  it('says when the alert role would hear nothing', () => {
    const alertRole = RoleId.parse(many[0]);
    const shown = (view: SettingsView) => markdownOf(settingsCard(view, 'alerts', english).components);

    expect(shown(viewOf({ alertRole }))).toContain('Choose one under “Cases” first');
    expect(shown(viewOf(fullest, { channel: checks[0] ?? null, alertRings: false }))).toContain(
      'would not be notified',
    );
    expect(shown(viewOf(fullest, { channel: checks[0] ?? null, alertRings: true }))).not.toContain(
      'would not be notified',
    );
  });
});
