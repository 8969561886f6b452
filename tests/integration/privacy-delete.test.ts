import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, guildId } from './contested.ts';
import {
  botThatKnowsMia,
  confirm,
  filesWith,
  hers,
  inDirectMessages,
  mia,
  others,
  words,
} from './known-member.ts';
import { soon } from './moderating.ts';
import { absent, type RunningBot, textOf } from './running-bot.ts';

describe('/privacy delete', () => {
  it('asks first, and changes nothing until it is confirmed', async () => {
    const bot = await botThatKnowsMia();

    const question = await bot.discord.as(ids.mia).slash('privacy delete');
    const left = await confirm(bot.discord.as(ids.mia), question.message, 'privacy.cancel');

    expect(textOf(question.message)).toContain('365 days in the audit');
    expect(textOf(left.message)).toBe('Nothing was changed.');
    expect(filesWith(bot, ids.mia)).not.toEqual([]);
  });

  it.each([
    { where: 'a server', actor: (bot: RunningBot) => bot.discord.as(ids.mia) },
    { where: 'direct messages', actor: (bot: RunningBot) => inDirectMessages(bot, ids.mia) },
  ])(
    'from $where leaves no byte of the member’s id or words in any file, and the counts',
    async ({ actor }) => {
      const bot = await botThatKnowsMia();
      await bot.inDatabase((stores) => stores.optOuts.add(mia, 1));
      const traces = [ids.mia, words.details, 'Mia wrote it', others.statement];
      for (const trace of [ids.mia, words.details, 'Mia wrote it'])
        expect(filesWith(bot, trace), trace).not.toEqual([]);

      const question = await actor(bot).slash('privacy delete');
      const done = await confirm(actor(bot), question.message, 'privacy.delete');

      expect(textOf(done.message)).toContain('Erased, in every server');
      for (const trace of traces) expect(filesWith(bot, trace), trace).toEqual([]);
      const { reports, record } = await bot.inDatabase(async (stores) => ({
        reports: await Promise.all(
          (await stores.cases.page(guildId, { states: [] }, 10, 0)).cases.map(({ id }) =>
            stores.cases.reports(guildId, id),
          ),
        ),
        record: await stores.members.record(mia),
      }));
      expect(reports.flat().map(({ reason }) => reason)).toEqual(['misleading', 'misleading']);
      expect(record).toMatchObject({ optedOutSince: null, reports: [], reportedMessages: [], badFaith: [] });
      await expect.poll(() => cards(bot).join(), soon).not.toContain('Mia wrote it');
      expect(cards(bot)).toHaveLength(2);
    },
  );

  it('leaves no trace in the draft of a form that is open', async () => {
    const bot = await botThatKnowsMia();
    const message = await bot.discord.as(ids.mia).write('Another message of Mia’s.');
    await bot.discord.as(ids.noor).menu('Flag contested post', message.id);

    await bot.app.services.eraseMember({ interactionId: null, memberId: mia });

    expect(filesWith(bot, ids.mia)).toEqual([]);
    expect(filesWith(bot, 'Another message')).toEqual([]);
  });

  it('takes the text of their message out of a dossier made from it, and leaves what moderators wrote', async () => {
    const bot = await botThatKnowsMia();
    const max = bot.discord.as(ids.max, { channelId: ids.moderators });
    const card = bot.discord.world.messages
      .inChannel(ids.moderators)
      .find(({ message }) => textOf(message).includes('Mia wrote it'));
    const form = await max.press(card?.message ?? absent(), 'Post context');
    const context = { text: 'The paper corrected this in May.', addresses: '' };
    const preview = await max.submit(form, context);
    await max.press(preview.message ?? absent(), 'Post it');
    const slug = DossierSlug.parse('context-2');
    const dossier = () => bot.inDatabase(({ dossiers }) => dossiers.find(guildId, slug));
    expect((await dossier())?.post.text).toBe(hers);

    await bot.app.services.eraseMember({ interactionId: null, memberId: mia });

    for (const trace of [ids.mia, 'Mia wrote it']) expect(filesWith(bot, trace), trace).toEqual([]);
    expect((await dossier())?.claims[0]?.notes).toMatchObject([
      { text: expect.stringContaining(context.text) },
    ]);
  });

  it('leaves what the member did as a moderator in the audit', async () => {
    const bot = await botThatKnowsMia();
    const [first] = await casesIn(bot);
    const max = UserId.parse(ids.max);
    const taken = { interactionId: InteractionId.parse(ids.guild), guildId, caseId: first?.id ?? absent() };
    await bot.app.services.takeCase({ ...taken, memberId: max });

    await bot.app.services.eraseMember({ interactionId: null, memberId: max });

    const audit = await bot.inDatabase((stores) => stores.audit.page(guildId, { actorId: max }, 10, 0));
    expect(audit.entries).toMatchObject([{ act: 'case.taken' }]);
  });

  it('does it once, however often Discord delivers the press', async () => {
    const bot = await botThatKnowsMia();
    const press = { interactionId: InteractionId.parse(ids.guild), memberId: mia };
    await bot.app.services.eraseMember(press);

    await expect(bot.app.services.eraseMember(press)).rejects.toThrow(new FootnoteError('already-handled'));
  });
});
