import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { GuildId, MessageId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { cards, casesIn, guildId, report, withModerators } from './contested.ts';
import { audited, finished, postText, stored } from './editor-scene.ts';
import { card, cardSays, moderator, soon } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

const dayMs = 86_400_000;
const stillShown = (name: string) =>
  `The message was deleted. The dossier ${name} made from it still shows its text.`;

/** Has a moderator make a dossier of a message that nobody reported. */
async function draft(bot: RunningBot, message: APIMessage): Promise<void> {
  const max = bot.discord.as(ids.max, { channelId: message.channel_id });
  const shown = await (await max.menu('Check this post', message.id)).settled();
  await finished(bot, await max.press(shown.message ?? absent(), 'Make a dossier of it'));
}

/** Messages of Noor's, each with a dossier of its own, in a server with a moderators' channel. */
async function drafted({ channelId = ids.general as string, count = 1, clock = fakeClock() } = {}) {
  const bot = await runningBot({ clock });
  await withModerators(bot);
  const messages: APIMessage[] = [];
  for (let one = 0; one < count; one += 1) {
    const message = await bot.discord.as(ids.noor, { channelId }).write(`${postText} (${one})`);
    await draft(bot, message);
    messages.push(message);
    // Past the cool-down of whoever checks messages.
    clock.advance(20_000);
  }
  return { bot, messages, message: messages[0] ?? absent(), clock };
}
type Scene = Awaited<ReturnType<typeof drafted>>;

const remove = ({ bot, message }: Scene) => bot.discord.as(ids.noor).remove(message.id);

describe('the deletion of a message that nobody reported and a dossier shows', () => {
  it.each([
    { what: 'alone', channelId: ids.general, count: 1, act: remove },
    {
      what: 'with many others',
      channelId: ids.general,
      count: 3,
      act: ({ bot, messages }: Scene) => bot.discord.as(ids.max).removeMany(messages.map(({ id }) => id)),
    },
    {
      what: 'with its channel',
      channelId: ids.general,
      count: 2,
      act: ({ bot }: Scene) => bot.discord.world.removeChannel(ids.general),
    },
    {
      what: 'with its thread',
      channelId: ids.thread,
      count: 1,
      act: ({ bot }: Scene) => bot.discord.world.removeChannel(ids.thread),
    },
    {
      what: 'with the channel of its thread',
      channelId: ids.thread,
      count: 1,
      act: ({ bot }: Scene) => bot.discord.world.removeChannel(ids.news),
    },
  ])('$what opens a case that says which dossier still shows it', async ({ channelId, count, act }) => {
    const scene = await drafted({ channelId, count });
    const { bot, messages } = scene;

    await act(scene);

    await expect.poll(() => cards(bot), soon).toHaveLength(count);
    for (let one = 1; one <= count; one += 1)
      expect(cards(bot).join('\n')).toContain(stillShown(`post-${one}`));
    expect(cards(bot).join('\n')).not.toContain('bridge');
    const subjects = (await casesIn(bot)).map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(
        messages.map(({ id }) => expect.objectContaining({ messageId: id, fate: 'deleted', text: null })),
      ),
    );
  });

  it('leaves the dossier to a person, who withdraws it and ends the case', async () => {
    const scene = await drafted({});
    const { bot } = scene;

    await remove(scene);
    await cardSays(bot, stillShown('post-1'));
    const opened = textOf(card(bot));
    const untouched = await stored(bot, 'post-1');
    await moderator(bot).press(card(bot), 'Withdraw the dossier');
    await cardSays(bot, 'its text is no longer kept', scene.clock);
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');

    expect(opened).toContain('Reported by nobody');
    expect(opened).not.toContain('×0');
    expect(untouched).toMatchObject({ status: 'draft', version: 1 });
    expect(await stored(bot, 'post-1')).toMatchObject({ status: 'archived' });
    expect(await casesIn(bot)).toMatchObject([{ state: 'resolved', resolution: { by: ids.max } }]);
    expect(await audited(bot)).toEqual([
      'dossier.drafted |  | post-1',
      'case.opened-by-deletion |  | open',
      'dossier.withdrawn | post-1 | ',
      'case.resolved | open | resolved handled-elsewhere',
    ]);
  });

  it('opens one case, however often it is told', async () => {
    const { bot, message } = await drafted({});
    const { forgetDeleted } = bot.app.services;
    const messageId = MessageId.parse(message.id);
    const told = { guildId, messageIds: [messageId, messageId] };

    const counts = [await forgetDeleted(told), await forgetDeleted(told)];
    const [first = absent()] = await casesIn(bot);
    await bot.inDatabase(({ cases }) =>
      cases.save({
        ...first,
        state: 'resolved',
        resolution: {
          kind: 'handled-elsewhere',
          by: UserId.parse(ids.max),
          note: null,
          url: null,
          claim: null,
        },
        resolvedAt: 1,
      }),
    );
    counts.push(await forgetDeleted(told));

    expect(counts).toEqual([1, 0, 0]);
    expect(await casesIn(bot)).toMatchObject([{ state: 'resolved' }]);
  });

  it('opens none in another server, and none where no dossier shows it any more', async () => {
    const { bot, message } = await drafted({});
    const { forgetDeleted } = bot.app.services;
    const messageIds = [MessageId.parse(message.id)];
    const kept = (await stored(bot, 'post-1')) ?? absent();

    const elsewhere = await forgetDeleted({ guildId: GuildId.parse('1290000000000000999'), messageIds });
    await bot.inDatabase(({ dossiers }) =>
      dossiers.save({ ...kept, status: 'archived', version: kept.version + 1 }),
    );
    const archived = await forgetDeleted({ guildId, messageIds });

    expect([elsewhere, archived]).toEqual([0, 0]);
    expect(await casesIn(bot)).toEqual([]);
  });

  it('stands in the queue without a count of reports', async () => {
    const scene = await drafted({});
    await remove(scene);
    await cardSays(scene.bot, stillShown('post-1'));

    const queue = JSON.stringify((await moderator(scene.bot).slash('queue')).message);

    expect(queue).toContain('**Case 1** · reported by nobody');
    expect(queue).not.toContain('×0');
  });
});

describe('the nightly look at messages that dossiers show', () => {
  async function atNight() {
    const scene = await drafted({});
    const { bot, clock } = scene;
    const looks = () => bot.log.filter((line) => line.includes('reported messages looked at')).length;
    const night = async () => {
      const before = looks();
      clock.advance(before === 0 ? dayMs / 144 : dayMs);
      await expect.poll(looks, soon).toBe(before + 1);
    };
    return { ...scene, night };
  }

  async function removedUnheard({ bot, message }: Pick<Scene, 'bot' | 'message'>): Promise<void> {
    bot.discord.world.leaveGuild(ids.guild, 'outage');
    bot.discord.world.messages.remove(message.id);
    bot.discord.world.joinGuild(ids.guild);
    await bot.discord.as(ids.sam).slash('about');
  }

  it('opens one case of a message whose deletion it was not told of', async () => {
    const scene = await atNight();
    await removedUnheard(scene);
    const before = await casesIn(scene.bot);

    await scene.night();
    await scene.night();

    expect(before).toEqual([]);
    expect(await casesIn(scene.bot)).toMatchObject([{ subject: { fate: 'deleted' }, state: 'open' }]);
    expect(await audited(scene.bot)).toEqual([
      'dossier.drafted |  | post-1',
      'case.opened-by-deletion |  | open',
    ]);
  });

  it('has a case that was forgotten wait again', async () => {
    const scene = await atNight();
    const { bot, message, clock } = scene;
    await report(bot, ids.mia, message);
    await cardSays(bot, 'Case 1', clock);
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');
    const [done = absent()] = await casesIn(bot);
    await bot.inDatabase(({ cases }) => cases.save({ ...done, resolvedAt: clock.now() - 31 * dayMs }));
    expect(await bot.app.services.forgetOldData()).toMatchObject({ cases: 1 });
    await removedUnheard(scene);

    await scene.night();

    expect(await casesIn(bot)).toMatchObject([{ subject: { fate: 'deleted' }, state: 'reopened' }]);
  });

  it('leaves messages that are there, or that it cannot see', async () => {
    const { bot, night } = await atNight();

    await night();
    bot.discord.world.setBotPermissions(ids.general, 0n);
    await night();

    expect(await casesIn(bot)).toEqual([]);
  });
});
