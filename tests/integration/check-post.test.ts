import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { contested, guildId } from './contested.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

const menu = 'Check this post';

async function inquiriesIn(bot: RunningBot) {
  const always = { from: '2000-01-01', to: '2999-12-31' };
  const totals = await bot.inDatabase(({ inquiries }) => inquiries.totals(guildId, always));
  return totals.map(({ command, outcome, claimId, inquiries }) => ({
    command,
    outcome,
    named: claimId !== null,
    inquiries,
  }));
}

describe('checking a post by its menu', () => {
  it('shows each known claim with the sentence that makes it, and opens it beside', async () => {
    const bot = await runningBot();
    const message = await bot.discord
      .as(ids.noor)
      .write(`Good morning! ${contested} And my cat is ill. Iran pays the salaries of the militias.`);
    const mia = bot.discord.as(ids.mia);

    const answer = await mia.menu(menu, message.id);
    const said = textOf(answer.message);

    expect(answer.ephemeral).toBe(true);
    expect(said).toMatch(/This post makes (?:a known claim|\d known claims)/);
    expect(said.replaceAll('*', '')).toContain(contested.replace(/\.$/, ''));
    expect(said).not.toContain('my cat');
    expect(said).toContain('Read: the text of the message.');
    const [, name = ''] = /\*\*(iraqi-militias-in-syria\/c\w+)\*\*/.exec(said) ?? [];
    const opened = await mia.pick(answer.message ?? absent(), encodeRoute('check.claim'), name);
    expect(textOf(opened.message)).toContain('The post says');
    expect(await inquiriesIn(bot)).toEqual([
      { command: 'post.check', outcome: 'answered', named: true, inquiries: 1 },
    ]);
  });

  it('shows the dossier of a post that reads nearly the same, with a line before and after it', async () => {
    const bot = await runningBot();
    const [dossier] = await bot.inDatabase(({ dossiers }) => dossiers.listShared());
    const message = await bot.discord
      .as(ids.noor)
      .write(`Look at this!!\n${dossier?.post.text.slice(0, 1_900).toUpperCase()}\nunbelievable`);

    const answer = await bot.discord.as(ids.mia).menu(menu, message.id);

    expect(textOf(answer.message)).toContain(dossier?.title);
  });

  it('says honestly that nothing is known, and keeps no word of the message', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write('The bakery by the harbour opens at seven zorgle.');

    const answer = await bot.discord.as(ids.mia).menu(menu, message.id);

    expect(textOf(answer.message)).toContain('No known claim in this post');
    expect(await inquiriesIn(bot)).toEqual([
      { command: 'post.check', outcome: 'unanswered', named: false, inquiries: 1 },
    ]);
    const kept = await bot.inDatabase(({ inquiries }) =>
      inquiries.unanswered(guildId, '2000-01-01', '2999-01-01', 10),
    );
    expect(kept.total).toBe(0);
    expect(bot.log.join('\n')).not.toContain('zorgle');
  });

  it('offers to type what a picture says, and checks that', async () => {
    const bot = await runningBot();
    const noor = bot.discord.as(ids.noor);
    const message = await noor.write('', {
      attachments: [{ id: '1', filename: 'a.png', size: 1, url: 'https://x.example/a.png', proxy_url: '' }],
    });
    const mia = bot.discord.as(ids.mia);

    const answer = await mia.menu(menu, message.id);
    expect(textOf(answer.message)).toContain('This message holds a file and no text');
    const form = await mia.press(answer.message ?? absent(), encodeRoute('check.type'));
    const checked = await mia.submit(form, { post: contested });

    expect(textOf(checked.message)).toContain('Read: what you typed.');
    expect(textOf(checked.message)).toContain('known claim');
  });

  it.each([
    { from: 'forward', said: 'Read: the message that this one forwards.' },
    { from: 'embed', said: 'Read: the preview in the message' },
  ])('reads a $from where the message has no text of its own', async ({ from, said }) => {
    const bot = await runningBot();
    const noor = bot.discord.as(ids.noor);
    const message =
      from === 'embed'
        ? await noor.write('', { embeds: [{ description: contested }] })
        : await noor.forward((await noor.write(contested)).id);

    const answer = await bot.discord.as(ids.mia).menu(menu, message.id);

    expect(textOf(answer.message)).toContain(said);
  });

  it('does not read what the author wants unread', async () => {
    const bot = await runningBot();
    await bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));
    const message = await bot.discord.as(ids.noor).write(contested);

    const answer = await bot.discord.as(ids.mia).menu(menu, message.id);

    expect(textOf(answer.message)).toContain('wants none of their messages processed');
    expect(await inquiriesIn(bot)).toEqual([]);
  });

  it('reads replies as their own words', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write('no', { type: MessageType.Reply });

    const answer = await bot.discord.as(ids.mia).menu(menu, message.id);

    expect(textOf(answer.message)).toContain('No known claim in this post');
  });
});
