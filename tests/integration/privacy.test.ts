import { describe, expect, it } from 'vitest';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, contested, guildId, report, subjectIn, withModerators } from './contested.ts';
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
import { absent, runningBot, textOf } from './running-bot.ts';

describe('/privacy view', () => {
  it('says what is stored in general, and counts what is stored under the member’s id', async () => {
    const bot = await botThatKnowsMia();

    const answer = await bot.discord.as(ids.mia).slash('privacy view');
    const german = await bot.discord.as(ids.mia, { locale: 'de' }).slash('privacy view');
    const nobody = await bot.discord.as(ids.sam).slash('privacy view');

    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('1 waiting, 0 done');
    expect(textOf(answer.message)).toContain('1 message of yours in cases, 1 of them with text');
    expect(textOf(answer.message)).toContain('1 report of yours marked as made in bad faith');
    expect(textOf(german.message)).toContain('1 offen, 0 erledigt');
    expect(textOf(nobody.message)).toContain('Nothing.');
    expect(answer.message?.attachments.map(({ filename }) => filename)).toEqual(['PRIVACY.md']);
  });

  it('counts what a moderator did', async () => {
    const bot = await botThatKnowsMia();
    const [first] = await casesIn(bot);
    const taken = { interactionId: InteractionId.parse(ids.guild), guildId, caseId: first?.id ?? absent() };
    await bot.app.services.takeCase({ ...taken, memberId: UserId.parse(ids.max) });

    const answer = await bot.discord.as(ids.max).slash('privacy view');

    expect(textOf(answer.message)).toContain('As a moderator: 1 line in the audit, 1 case');
  });

  it.each(['view', 'export', 'delete', 'opt-out'])(
    'has /privacy %s in direct messages, too, for a member who has left every server',
    async (name) => {
      const bot = await botThatKnowsMia();
      bot.discord.world.removeMember(ids.guild, ids.mia);

      const answer = await inDirectMessages(bot, ids.mia).slash(`privacy ${name}`);

      expect(answer.kind).not.toBe('failed');
      expect(textOf(answer.message)).not.toBe('');
      expect(textOf(answer.message)).not.toContain('our fault');
    },
  );
});

describe('/privacy export', () => {
  it('gives everything of the member, and nothing of anybody else', async () => {
    const bot = await botThatKnowsMia();

    const answer = await bot.discord.as(ids.mia).slash('privacy export');

    const file = answer.message?.attachments[0];
    const everything = await (await fetch(file?.url ?? '')).text();
    const exported: unknown = JSON.parse(everything);
    expect(answer.ephemeral).toBe(true);
    expect(file?.filename).toBe('footnote-my-data.json');
    expect(exported).toMatchObject({
      format: 'footnote-member-data/1',
      member: ids.mia,
      optedOutSince: null,
      reports: [
        { server: ids.guild, case: 1, state: 'open', about: 'message', reason: 'misleading', ...words },
      ],
      reportedMessages: [
        {
          case: 2,
          fate: 'there',
          text: hers,
          claims: [expect.stringMatching(/^iraqi-militias-in-syria\/c\d/)],
        },
      ],
      badFaithMarks: [{ server: ids.guild, marks: 1 }],
      moderatedCases: [],
      auditLines: [],
    });
    for (const foreign of [ids.noor, ids.max, 'Noor wrote it', others.details])
      expect(everything).not.toContain(foreign);
  });
});

describe('/privacy opt-out', () => {
  it('takes text, claims and quotes out of cases at once, and says how it stands', async () => {
    const bot = await botThatKnowsMia();

    const question = await bot.discord.as(ids.mia).slash('privacy opt-out');
    const done = await confirm(bot.discord.as(ids.mia), question.message, 'privacy.opt-out');

    expect(textOf(question.message)).toContain('can still be reported');
    expect(textOf(done.message)).toContain('You have opted out');
    expect((await casesIn(bot))[1]?.subject).toMatchObject({ text: null, textFrom: null, claims: [] });
    for (const trace of ['Mia wrote it', others.statement]) expect(filesWith(bot, trace), trace).toEqual([]);
    await expect.poll(() => cards(bot).join(), soon).not.toContain('Mia wrote it');
  });

  it('is no immunity: a later report opens a case with link and reason, without a word of the message', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const question = await bot.discord.as(ids.mia).slash('privacy opt-out');
    await confirm(bot.discord.as(ids.mia), question.message, 'privacy.opt-out');
    const message = await bot.discord.as(ids.mia).write(contested);

    await report(bot, ids.noor, message, { details: 'my own words' });

    expect(await subjectIn(bot)).toMatchObject({ messageId: message.id, text: null, claims: [] });
    await expect.poll(() => cards(bot).join(), soon).toContain('my own words');
    expect(filesWith(bot, 'salaried by the Iraqi government, and the West')).toEqual([]);
  });

  it('can be withdrawn, from direct messages, too', async () => {
    const bot = await botThatKnowsMia();
    const direct = inDirectMessages(bot, ids.mia);
    const question = await direct.slash('privacy opt-out');
    const out = await confirm(direct, question.message, 'privacy.opt-out');

    const back = await confirm(direct, out.message, 'privacy.opt-out');

    expect(textOf(back.message)).toContain('Your messages may be processed');
    expect(await bot.inDatabase((stores) => stores.optOuts.has(mia))).toBe(false);
    const again = await bot.discord.as(ids.mia).write('The militias are salaried by Baghdad.');
    await report(bot, ids.noor, again);
    expect((await casesIn(bot))[2]?.subject).toMatchObject({ text: 'The militias are salaried by Baghdad.' });
  });
});
