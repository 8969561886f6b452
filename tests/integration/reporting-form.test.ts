import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { casesIn, contested, formText, menuOn, report, reportsIn, subjectIn } from './contested.ts';
import { absent, runningBot, textOf } from './running-bot.ts';

describe('the form of a report', () => {
  it('is of no use to another member', async () => {
    const bot = await runningBot();
    const form = await menuOn(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));
    const theirs = await menuOn(bot, ids.sam, await bot.discord.as(ids.noor).write('The moon is hollow.'));
    const modal = theirs.modal ?? absent();
    modal.custom_id = form.modal?.custom_id ?? '';

    const answer = await bot.discord.as(ids.sam).submit(theirs, { reason: ['other'] });

    expect(textOf(answer.message)).toContain('Open it again');
    expect(await casesIn(bot)).toEqual([]);
  });

  it('is gone after fifteen minutes', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const form = await menuOn(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));

    clock.advance(15 * 60_000);
    const answer = await bot.discord.as(ids.mia).submit(form, { reason: ['other'] });

    expect(textOf(answer.message)).toContain('open for more than 15 minutes');
    expect(await casesIn(bot)).toEqual([]);
  });

  it('keeps no text of a member who opts out while it is open', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);
    const form = await menuOn(bot, ids.mia, message);
    await bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 0));

    await bot.discord.as(ids.mia).submit(form, { reason: ['misleading'] });

    expect(await subjectIn(bot)).toMatchObject({ text: null, textFrom: null, claims: [] });
    expect(await reportsIn(bot)).toMatchObject([{ statement: null }]);
  });

  it('keeps no text of a message that is deleted while it is open', async () => {
    const bot = await runningBot();
    const noor = bot.discord.as(ids.noor);
    const message = await noor.write(contested);
    const form = await menuOn(bot, ids.mia, message);
    // A second case tells when the bot has heard of the deletion.
    const other = await noor.write('The moon is hollow.');
    await report(bot, ids.sam, other);
    await noor.remove(message.id);
    await noor.remove(other.id);
    await expect.poll(() => subjectIn(bot)).toMatchObject({ fate: 'deleted' });

    await bot.discord.as(ids.mia).submit(form, { reason: ['misleading'] });

    const subjects = (await casesIn(bot)).map(({ subject }) => subject);
    expect(subjects[1]).toMatchObject({ messageId: message.id, fate: 'deleted', text: null });
  });

  it('says that moderators will see what stands in a private thread', async () => {
    const bot = await runningBot();
    const thread = await bot.discord
      .as(ids.noor)
      .openThread('quiet', { isPrivate: true, members: [ids.mia] });
    const message = await bot.discord.as(ids.noor, { channelId: thread.id }).write(contested);

    const form = await menuOn(bot, ids.mia, message);
    await bot.discord.as(ids.mia, { channelId: thread.id }).submit(form, { reason: ['misleading'] });

    expect(formText(form)).toContain('private thread: moderators will see its text');
    expect(await subjectIn(bot)).toMatchObject({
      reach: 'private-thread',
      parentId: ids.general,
      text: contested,
    });
  });
});
