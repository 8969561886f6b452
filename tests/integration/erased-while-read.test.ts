import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { openLibrary } from '../../src/library.ts';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { guildId, menuOn, report, subjectIn, withModerators } from './contested.ts';
import { audited, finished, postText } from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

const open = { ...sandboxPlan, application: { ...sandboxPlan.application, messageContent: true } };
const erased = 'has had Footnote erase what it holds of them, so nothing was stored.';
const author = UserId.parse(ids.noor);

const written = (bot: RunningBot, text = postText) => bot.discord.as(ids.noor).write(text);

function linkTo({ channel_id, id }: APIMessage): string {
  return `https://discord.com/channels/${ids.guild}/${channel_id}/${id}`;
}

const erase = (bot: RunningBot, memberId = author) =>
  bot.app.services.eraseMember({ interactionId: null, memberId });

/** Has a moderator check a message. */
async function checked(bot: RunningBot, message: APIMessage): Promise<APIMessage> {
  return (await (await moderator(bot).menu('Check this post', message.id)).settled()).message ?? absent();
}

const ways = [
  {
    way: 'of a checked message',
    begin: async (bot: RunningBot, message: APIMessage) => {
      const shown = await checked(bot, message);
      return () => moderator(bot).press(shown, 'Make a dossier of it');
    },
  },
  {
    way: 'by a link',
    begin: async (bot: RunningBot, message: APIMessage) => () =>
      moderator(bot).slash('dossier add', { link: linkTo(message) }),
  },
];

/** Begins a draft and stops it where its analysis begins: Discord has been answered, and nothing is stored yet. */
async function underWay(bot: RunningBot, begin: () => ReturnType<ReturnType<typeof moderator>['press']>) {
  const hold = bot.discord.faults.holdNext({ match: /^POST .*\/callback$/, afterwards: true });
  const answer = begin();
  await hold.reached;
  return async () => {
    hold.release();
    return finished(bot, await answer);
  };
}

function ownDossiers(bot: RunningBot) {
  return bot.inDatabase(({ dossiers }) => dossiers.listOwn(guildId));
}

describe('a message whose author is erased while it is read', () => {
  it.each(ways)('becomes no draft, and the moderator is told: $way', async ({ begin }) => {
    const bot = await runningBot({ world: open });
    const end = await underWay(bot, await begin(bot, await written(bot)));
    await erase(bot);

    const card = await end();

    expect(textOf(card)).toContain(erased);
    expect(await ownDossiers(bot)).toEqual([]);
    expect(await audited(bot)).toEqual([]);
  });

  it('becomes none either where whoever runs the bot erases them from the terminal', async () => {
    const bot = await runningBot();
    const shown = await checked(bot, await written(bot));
    const end = await underWay(bot, () => moderator(bot).press(shown, 'Make a dossier of it'));
    await using library = await openLibrary(bot.config, 'write');
    await library.services.eraseMember({ interactionId: null, memberId: author });

    const card = await end();

    expect(textOf(card)).toContain(erased);
    expect(await ownDossiers(bot)).toEqual([]);
  });

  it('becomes none either once it was checked, and nobody looks at its text', async () => {
    const bot = await runningBot();
    const shown = await checked(bot, await written(bot));
    await erase(bot);

    const answer = await moderator(bot).press(shown, 'Make a dossier of it');

    expect(textOf(answer.message)).toContain(erased);
    expect(await ownDossiers(bot)).toEqual([]);
  });

  it('becomes none either where it is a member it mentions who is erased', async () => {
    const bot = await runningBot();
    const shown = await checked(bot, await written(bot, `${postText} <@${ids.mia}> knows.`));
    const end = await underWay(bot, () => moderator(bot).press(shown, 'Make a dossier of it'));
    await erase(bot, UserId.parse(ids.mia));

    const card = await end();

    expect(textOf(card)).toContain(erased);
    expect(await ownDossiers(bot)).toEqual([]);
  });

  it('becomes one where another member is erased, and where somebody points at it anew', async () => {
    const bot = await runningBot();
    const [first, second] = [await written(bot), await written(bot, `${postText} Again.`)];
    const shown = await checked(bot, first);
    const end = await underWay(bot, () => moderator(bot).press(shown, 'Make a dossier of it'));
    await erase(bot, UserId.parse(ids.sam));
    await end();
    await erase(bot);

    const again = await checked(bot, second);
    await finished(bot, await moderator(bot).press(again, 'Make a dossier of it'));

    expect((await ownDossiers(bot)).map(({ post }) => post.text)).toEqual(
      expect.arrayContaining([`${postText} Again.`]),
    );
    expect(await ownDossiers(bot)).toHaveLength(2);
  });

  it('is reported without its words, by the form and by a link', async () => {
    const bot = await runningBot({ world: open });
    await withModerators(bot);
    const [first, second] = [await written(bot), await written(bot, `${postText} Again.`)];
    const form = await menuOn(bot, ids.mia, first);
    const hold = bot.discord.faults.holdNext({ match: /^GET .*\/messages\/\d+$/, afterwards: true });
    const byLink = bot.discord
      .as(ids.sam)
      .slash('report link', { message: linkTo(second), reason: 'misleading' });
    await hold.reached;
    await erase(bot);

    hold.release();
    await (await byLink).settled();
    const sent = { reason: ['misleading'], statement: 'The bridge costs 40 million euros.' };
    await (await bot.discord.as(ids.mia).submit(form, sent)).settled();

    const kept = await bot.inDatabase(async ({ cases }) => {
      const { cases: all } = await cases.page(guildId, { states: [] }, 10, 0);
      return { all, reports: await Promise.all(all.map(({ id }) => cases.reports(guildId, id))) };
    });
    expect(kept.all).toHaveLength(2);
    for (const { subject } of kept.all)
      expect(subject).toMatchObject({ text: null, textFrom: null, authorId: null, claims: [] });
    expect(JSON.stringify(kept)).not.toMatch(/mayor|bridge/i);
  });

  it('is reported with its words by whoever points at it anew', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const message = await written(bot);
    await erase(bot);

    await report(bot, ids.mia, message);

    expect(await subjectIn(bot)).toMatchObject({ text: postText, authorId: ids.noor });
  });
});
