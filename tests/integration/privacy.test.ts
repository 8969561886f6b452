import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, contested, guildId, report, subjectIn, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

const mia = UserId.parse(ids.mia);
const hers = `${contested} Mia wrote it, a phrase of hers.`;
const words = { statement: 'salaried by the Iraqi government', details: 'Mia says so herself' };
const others = { statement: 'a phrase of hers', details: 'Noor says otherwise' };

/** Mia reported a message of Noor's, Noor one of Mia's; Mia's reports were once marked as made in bad faith. */
async function botThatKnowsMia(): Promise<RunningBot> {
  const bot = await runningBot();
  await withModerators(bot);
  await report(bot, ids.mia, await bot.discord.as(ids.noor).write(`${contested} Noor wrote it.`), words);
  await report(bot, ids.noor, await bot.discord.as(ids.mia).write(hers), others);
  await bot.inDatabase((stores) => stores.faith.mark(guildId, mia, 1));
  await expect.poll(() => cards(bot).join(), soon).toContain('Mia wrote it');
  return bot;
}

/** The files in the bot's data folder in which a text stands, byte by byte. */
function filesWith(bot: RunningBot, text: string): readonly string[] {
  return readdirSync(bot.config.dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /sqlite/.test(name))
    .filter((name) => readFileSync(join(bot.config.dataDir, name)).includes(text));
}

/** Where a member is who has left every server: in the bot's direct messages. */
function inDirectMessages(bot: RunningBot, userId: string) {
  return bot.discord.as(userId, { channelId: bot.discord.world.directChannel(userId).id });
}

async function confirm(
  actor: ReturnType<RunningBot['discord']['as']>,
  question: APIMessage | undefined,
  route: string,
) {
  const [button = ''] = buttonsTo(question, route);
  return actor.press(question ?? absent(), button);
}

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
