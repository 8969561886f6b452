import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import {
  asked,
  claim,
  name,
  offered,
  opened,
  put,
  putAlone,
  putToModerators,
  told,
  watch,
  watched,
} from './answering-scene.ts';
import { casesIn, guildId } from './contested.ts';
import { moderator, untilNothingWaits } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, textOf } from './running-bot.ts';

function filesHolding(bot: RunningBot, text: string): readonly string[] {
  const { dataDir } = bot.config;
  return readdirSync(dataDir).filter((file) => {
    try {
      return readFileSync(join(dataDir, file)).includes(text);
    } catch {
      return false;
    }
  });
}

const audited = (bot: RunningBot) =>
  bot.inDatabase(
    async ({ audit }) => (await audit.page(guildId, { act: 'question.answered' }, 10, 0)).entries,
  );

describe('answering a question of the digest', () => {
  it('tells those who asked to be told once, forgets what was typed, and leaves the digest', async () => {
    const { bot, clock } = await asked();
    await putToModerators(bot, ids.ada, put);
    const watchId = await watch(bot, ids.mia, watched);
    expect(filesHolding(bot, 'scored at wembley')).not.toEqual([]);
    const card = await opened(bot);
    const before = textOf(card);

    const done = await name(bot, card);
    await untilNothingWaits(bot, clock);

    expect(before).toContain('put to the moderators once · 2 wait to be told');
    expect(before).toContain('Case 1');
    expect(done.kind).toBe('update');
    const said = textOf(done.message);
    expect(said).toContain(`The question is answered with **${claim}**`);
    expect(said).toContain('2 members are told.');
    expect(said).toContain('Resolved: Case 1.');
    expect(told(bot, ids.ada)).toEqual([expect.stringContaining(claim)]);
    expect(told(bot, ids.mia)).toEqual([expect.stringContaining(claim)]);
    expect((await casesIn(bot))[0]).toMatchObject({
      state: 'resolved',
      resolution: { kind: 'linked', by: ids.max },
    });
    expect(filesHolding(bot, 'scored at wembley')).toEqual([]);
    expect(
      (await bot.inDatabase(({ watches }) => watches.questions(guildId, 10))).map((each) => each.watchId),
    ).not.toContain(watchId);
    expect(await audited(bot)).toMatchObject([
      { actorId: ids.max, caseNumber: null, before: null, after: claim },
    ]);
    const digest = await moderator(bot).slash('digest');
    expect(offered(digest.message, 'question.open')).toEqual([]);
    expect(textOf(digest.message)).not.toContain('embley');
    const log = bot.log.join('\n');
    for (const secret of ['embley', 'triker', ids.ada, ids.mia]) expect(log).not.toContain(secret);
  });

  it('takes one of the nearest claims from a menu', async () => {
    const { bot } = await asked(['who pays the militias', 'who pays militias', 'who pays the militias?']);
    const card = await opened(bot);
    const [nearest = absent()] = offered(card, 'question.link');

    const done = await moderator(bot).pick(card, 'Which claim answers it?', nearest);

    expect(textOf(done.message)).toContain(`The question is answered with **${nearest}**`);
    expect(textOf(done.message)).toContain('Nobody had asked to be told.');
  });

  it('is left as it is, or waits for a claim that is there', async () => {
    const { bot } = await asked();
    const card = await opened(bot);

    const refused = await name(bot, card, 'no-dossier/c99');
    const blank = await name(bot, card, ' ');
    const left = await moderator(bot).press(card, 'Leave it');

    expect(textOf(refused.message)).toContain('There is no claim “no-dossier/c99” here.');
    expect(textOf(blank.message)).toContain('No claim was named, so nothing was linked.');
    expect(textOf(left.message)).toBe('Nothing was changed.');
    expect(await audited(bot)).toEqual([]);
    await opened(bot);
  });

  it('is done by one of two moderators who answer it at once', async () => {
    const { bot, clock } = await asked();
    await putToModerators(bot, ids.ada, put);
    const max = await opened(bot);
    const ada = await opened(bot, ids.ada);

    const answers = await Promise.all([name(bot, max), name(bot, ada, claim, ids.ada)]);
    await untilNothingWaits(bot, clock);

    const said = answers.map(({ message }) => textOf(message)).sort();
    expect(said).toEqual([
      expect.stringMatching(
        /^(Nothing of this question is left|This question is not in the digest any more)/,
      ),
      expect.stringContaining('1 member is told.'),
    ]);
    expect(await audited(bot)).toHaveLength(1);
    expect(told(bot, ids.ada)).toHaveLength(1);
  });

  it('does nothing on a second delivery, and says that nothing is left to whoever comes a moment later', async () => {
    const { bot } = await asked();
    await watch(bot, ids.ada, watched);
    const [forged = absent()] = buttonsTo(await opened(bot), 'question.name');
    const [, , fromDay = '', toDay = '', key = ''] = forged.split(':');
    const answer = (interactionId: string) =>
      bot.app.services.answerGroup({
        interactionId: InteractionId.parse(interactionId),
        guildId,
        memberId: UserId.parse(ids.max),
        fromDay,
        toDay,
        key,
        claim,
      });

    const [first, again] = ['1500000000000000001', '1500000000000000002'];
    const both = await Promise.allSettled([answer(first), answer(again)]);
    const late = await Promise.allSettled([answer(first), answer(again), answer('1500000000000000003')]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []))).toEqual([
      'question.answered',
    ]);
    expect(late.map((each) => each.status === 'rejected' && each.reason.code).toSorted()).toEqual([
      'already-handled',
      'question.gone',
      'question.gone',
    ]);
    expect(await audited(bot)).toHaveLength(1);
  });

  it('leaves a case to the moderator who has taken it', async () => {
    const { bot } = await asked();
    await putToModerators(bot, ids.ada, put);
    const [first = absent()] = await casesIn(bot);
    await bot.inDatabase(({ cases }) =>
      cases.save({ ...first, state: 'assigned', assigneeId: UserId.parse(ids.ada) }),
    );
    const card = await opened(bot);

    const done = await name(bot, card);
    const again = await name(bot, await opened(bot));

    for (const said of [textOf(card), textOf(done.message)])
      expect(said).toContain(`Case 1 is with <@${ids.ada}> and stays theirs.`);
    expect(textOf(done.message)).toContain('Nobody had asked to be told.');
    expect(textOf(again.message)).toContain(`<@${ids.ada}> has taken this case.`);
    expect((await casesIn(bot))[0]?.state).toBe('assigned');
  });

  it('tells a moderator who cannot answer it nothing of who else asked or watches what few asked', async () => {
    const { bot } = await putAlone();
    const [first = absent()] = await casesIn(bot);
    await bot.inDatabase(({ cases }) =>
      cases.save({ ...first, state: 'assigned', assigneeId: UserId.parse(ids.ada) }),
    );
    await bot.discord.as(ids.noor).slash('claim lookup', { query: put });
    await watch(bot, ids.sam, watched);

    const done = await name(bot, await opened(bot));

    expect(textOf(done.message)).toContain(`<@${ids.ada}> has taken this case.`);
    expect(await audited(bot)).toEqual([]);
  });

  it('is refused once the question is not in the digest any more, and to whoever moderates elsewhere', async () => {
    const { bot } = await asked();
    const [card, stale] = [await opened(bot), await opened(bot)];
    const [forged = absent()] = buttonsTo(card, 'question.name');
    const [, , from = '', to = '', key = ''] = forged.split(':');
    const olu = bot.discord.as(ids.olu, { channelId: ids.otherGeneral });
    const ours = await olu.slash('digest');

    const elsewhere = await olu.pressForged(
      ours.message ?? absent(),
      encodeRoute('question.draft', from, to, key),
    );
    const elsewhereNamed = await olu.submitForged(null, encodeRoute('question.named', from, to, key));
    const member = await bot.discord
      .as(ids.mia)
      .submitForged(null, encodeRoute('question.named', from, to, key));
    const otherDays = await name(bot, card);
    const late = await moderator(bot).press(stale, 'Draft a new claim…');

    expect(JSON.stringify(elsewhere)).not.toContain('embley');
    expect(textOf(elsewhereNamed.message)).not.toContain('embley');
    expect(textOf(member.message)).toContain('This needs the permission');
    expect(textOf(otherDays.message)).toContain('The question is answered');
    expect(textOf(late.message)).toContain('This question is not in the digest any more');
  });
});
