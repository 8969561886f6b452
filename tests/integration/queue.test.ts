import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, RoleId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { cards, casesIn, guildId } from './contested.ts';
import { cardSays, moderator, report, soon, written } from './moderating.ts';
import { absent, changeSettings, type RunningBot, runningBot, textOf } from './running-bot.ts';

const hourMs = 3_600_000;

describe('the queue', () => {
  it('shows the longest waiting first, one’s own on top, and how many there are', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    for (const text of ['First post.', 'Second post.', 'Third post.']) {
      await report(bot, ids.mia, await written(bot, text));
      clock.advance(60_000);
    }
    const queue = await moderator(bot).slash('queue');
    const [, second] = await casesIn(bot);
    const opened = await moderator(bot).pick(
      queue.message ?? absent(),
      'Open a case',
      second?.id ?? absent(),
    );
    await moderator(bot).press(opened.message ?? absent(), 'Take');

    const after = await moderator(bot).slash('queue');
    const mine = await moderator(bot).slash('queue', { assignee: 'me' });
    const theirs = await moderator(bot, ids.ada).slash('queue', { state: 'open' });

    expect(queue.ephemeral).toBe(true);
    expect(textOf(queue.message).match(/Case \d/g)).toEqual(['Case 1', 'Case 2', 'Case 3']);
    expect(textOf(queue.message)).toContain('3 open · 0 taken');
    expect(textOf(opened.message)).toContain('> Second post.');
    expect(textOf(after.message).match(/Case \d/g)).toEqual(['Case 2', 'Case 1', 'Case 3']);
    expect(textOf(mine.message).match(/Case \d/g)).toEqual(['Case 2']);
    expect(textOf(theirs.message).match(/Case \d/g)).toEqual(['Case 1', 'Case 3']);
  });

  it('is paged, and leads back from a case', async () => {
    const bot = await runningBot();
    const reporters = [ids.mia, ids.noor, ids.max, ids.ada];
    for (let index = 0; index < 11; index += 1)
      await report(bot, reporters[index % 4] ?? ids.mia, await written(bot, `Post number ${index}.`));
    const queue = await moderator(bot).slash('queue');

    const next = await moderator(bot).press(queue.message ?? absent(), 'Next ▶');
    const back = await moderator(bot).press(next.message ?? absent(), 'Resolved (0)');

    expect(textOf(queue.message).match(/Case \d+/g)).toHaveLength(10);
    expect(textOf(next.message).match(/Case \d+/g)).toHaveLength(1);
    expect(textOf(back.message)).toContain('No case here');
  });
});

describe('the alert role', () => {
  const alerts = (bot: RunningBot) => cards(bot).filter((text) => text.includes(`<@&${ids.moderatorRole}>`));

  async function withAlerts(bot: RunningBot, alertAt: number): Promise<void> {
    await changeSettings(bot, guildId, {
      ...defaultGuildSettings,
      moderatorsChannel: ChannelId.parse(ids.moderators),
      alertRole: RoleId.parse(ids.moderatorRole),
      alertAt,
    });
  }

  it('is mentioned once in a message of its own when enough independent members have reported', async () => {
    const bot = await runningBot();
    await withAlerts(bot, 2);
    const message = await written(bot);

    await report(bot, ids.mia, message);
    await expect.poll(() => cards(bot).length, soon).toBe(1);
    const first = alerts(bot);
    await report(bot, ids.noor, message);
    await expect.poll(() => alerts(bot), soon).toHaveLength(1);
    await report(bot, ids.ada, message);
    await expect.poll(() => cards(bot).join(), soon).toContain('**×3** reports');

    expect(first).toEqual([]);
    expect(alerts(bot)).toHaveLength(1);
    expect(alerts(bot)[0]).toContain('[Its card](');
    const pings = bot.discord.requests.flatMap(
      ({ body }) => JSON.stringify(body ?? null).match(/"roles":\["\d+"\]/g) ?? [],
    );
    expect(pings).toEqual([`"roles":["${ids.moderatorRole}"]`]);
  });

  it('is mentioned once when a case begins to age, and the card says so', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await withAlerts(bot, 100);
    await report(bot, ids.mia, await written(bot));
    await cardSays(bot, 'Case 1 · open', clock);

    clock.advance(24 * hourMs);
    await expect
      .poll(() => {
        clock.advance(300_000);
        return alerts(bot);
      }, soon)
      .toHaveLength(1);
    await expect
      .poll(() => {
        clock.advance(300_000);
        return cards(bot)[0];
      }, soon)
      .toContain('· ageing');

    expect(alerts(bot)).toHaveLength(1);
  });
});
