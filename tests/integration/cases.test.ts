import { type APISelectMenuOption, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, guildId } from './contested.ts';
import { botWithCase, card, moderator, report, secondBot, soon } from './moderating.ts';
import { absent, buttonsTo, textOf } from './running-bot.ts';

/** The known claims that a form offers. */
function offeredIn({ modal }: Answer): readonly APISelectMenuOption[] {
  for (const part of modal?.components ?? [])
    if (part.type === ComponentType.Label && part.component.type === ComponentType.StringSelect)
      return part.component.options;
  return [];
}

describe('moderators', () => {
  it('take a case, give it back, and take it over', async () => {
    const { bot } = await botWithCase();

    const taken = await moderator(bot).press(card(bot), 'Take');
    const refused = await moderator(bot, ids.ada).press(card(bot), 'No action');
    const reason = await moderator(bot, ids.ada).submit(refused, { answer: 'All of it is opinion.' });
    const over = await moderator(bot, ids.ada).press(card(bot), 'Take over');
    const back = await moderator(bot, ids.ada).press(card(bot), 'Give back');

    expect(taken.kind).toBe('update');
    expect(textOf(taken.message)).toContain('Case 1 · taken · normal priority');
    expect(textOf(taken.message)).toContain(`Taken by <@${ids.max}>`);
    expect(reason.ephemeral).toBe(true);
    expect(textOf(reason.message)).toContain(`<@${ids.max}> has taken this case`);
    expect(textOf(over.message)).toContain(`Taken by <@${ids.ada}>`);
    expect(textOf(back.message)).toContain('Nobody has taken it');
  });

  it('press at the same moment: one wins, the other is told who', async () => {
    const { bot } = await botWithCase();
    const shown = card(bot);

    const answers = await Promise.all(
      [ids.max, ids.ada].map((who) => moderator(bot, who).press(shown, 'Take')),
    );

    const winner = answers.find(({ kind }) => kind === 'update');
    const loser = answers.find(({ kind }) => kind === 'message');
    const who = /Taken by <@(\d+)>/.exec(textOf(winner?.message))?.[1];
    expect(textOf(loser?.message)).toContain(`<@${who}> has taken this case`);
    expect(cards(bot)[0]).toContain(`Taken by <@${who}>`);
  });

  it('take no action with a reason that the reporter who asked reads', async () => {
    const { bot, message } = await botWithCase();
    await report(bot, ids.noor, message);
    const form = await moderator(bot).press(card(bot), 'No action');

    const done = await moderator(bot).submit(form, { answer: 'All of it is *opinion*.' });

    expect(textOf(done.message)).toContain('Case 1 · resolved');
    expect(textOf(done.message)).toContain('> All of it is \\*opinion\\*.');
    const told = (who: string) =>
      bot.discord.world.messages
        .inChannel(bot.discord.world.directChannel(who)?.id ?? '')
        .map((each) => textOf(each.message));
    await expect
      .poll(() => told(ids.mia), soon)
      .toEqual([expect.stringContaining('All of it is \\*opinion\\*.')]);
    expect(told(ids.noor)).toEqual([]);
  });

  it('are asked once more when the reason holds no word', async () => {
    const { bot } = await botWithCase();
    const form = await moderator(bot).press(card(bot), 'No action');

    const blank = await moderator(bot).submit(form, { answer: '   ' });

    expect(textOf(blank.message)).toContain('The reason holds no word');
    expect((await casesIn(bot))[0]?.state).toBe('open');
  });

  it('link a case to a claim by its name, and are told when there is none', async () => {
    const { bot } = await botWithCase();
    const wrong = await moderator(bot).press(card(bot), 'Link to a claim');
    const unknown = await moderator(bot).submit(wrong, { answer: 'nothing/c01' });
    const form = await moderator(bot).press(card(bot), 'Link to a claim');

    const linked = await moderator(bot).submit(form, { answer: 'Iraqi-militias-in-Syria/c05' });

    expect(textOf(unknown.message)).toContain('There is no claim “nothing/c01” here');
    expect(textOf(linked.message)).toMatch(/linked it .* to the claim \*\*iraqi-militias-in-syria\/c05\*\*/);
    expect((await casesIn(bot))[0]?.resolution).toMatchObject({ kind: 'linked', by: ids.max });
  });

  it('link a case to a claim chosen among those known in its message', async () => {
    const { bot } = await botWithCase();
    const form = await moderator(bot).press(card(bot), 'Link to a claim');
    const [known] = offeredIn(form);

    const linked = await moderator(bot).submit(form, { 'known-claim': [known?.value ?? absent()] });

    expect(known?.label).toMatch(/^iraqi-militias-in-syria\/c\d+b? · \w/);
    expect(known?.description).toMatch(/^(supported|contradicted|mixed|unsourced|not checkable)/);
    expect(textOf(linked.message)).toContain(`to the claim **${known?.value}**`);
    expect((await casesIn(bot))[0]?.resolution?.kind).toBe('linked');
  });

  it('link it to the claim they wrote, when they chose one as well', async () => {
    const { bot } = await botWithCase();
    const form = await moderator(bot).press(card(bot), 'Link to a claim');
    const [known] = offeredIn(form);

    const linked = await moderator(bot).submit(form, {
      'known-claim': [known?.value ?? absent()],
      answer: 'iraqi-militias-in-syria/c02',
    });

    expect(known?.value).not.toBe('iraqi-militias-in-syria/c02');
    expect(textOf(linked.message)).toContain('to the claim **iraqi-militias-in-syria/c02**');
  });

  it.each([
    { written: 'nothing', answer: undefined },
    { written: 'spaces alone', answer: '  ' },
  ])('are asked for a claim when they chose none and wrote $written', async ({ answer }) => {
    const { bot } = await botWithCase();
    const form = await moderator(bot).press(card(bot), 'Link to a claim');

    const none = await moderator(bot).submit(form, answer === undefined ? {} : { answer });

    expect(none.ephemeral).toBe(true);
    expect(textOf(none.message)).toContain('No claim was named, so nothing was linked.');
    expect((await casesIn(bot))[0]?.state).toBe('open');
  });

  it('reopen a case, whose reporters then hear the new outcome', async () => {
    const { bot } = await botWithCase();
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');
    const told = () =>
      bot.discord.world.messages.inChannel(bot.discord.world.directChannel(ids.mia)?.id ?? '').length;
    await expect.poll(told, soon).toBe(1);
    await expect.poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();

    const again = await moderator(bot).press(card(bot), 'Reopen');
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');

    expect(textOf(again.message)).toContain('Case 1 · reopened');
    await expect.poll(told, soon).toBe(2);
  });

  it('use the buttons of a card that was posted before a restart', async () => {
    const { bot } = await botWithCase();
    const old = card(bot);
    await bot.app.stop();
    await secondBot(bot);
    await bot.discord.whenReady();

    const taken = await moderator(bot).press(old, 'Take');

    expect(textOf(taken.message)).toContain(`Taken by <@${ids.max}>`);
  });

  it('are told that a case is done when they press a button of a card opened before', async () => {
    const { bot } = await botWithCase();
    const ada = moderator(bot, ids.ada);
    const queue = await ada.slash('queue');
    const [first] = await casesIn(bot);
    const opened = await ada.pick(queue.message ?? absent(), 'Open a case', first?.id ?? absent());
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');

    const late = await ada.press(opened.message ?? absent(), 'Take');

    expect(textOf(late.message)).toContain(`<@${ids.max}> has already resolved this case`);
  });

  it('cannot act on a case of another server', async () => {
    const { bot } = await botWithCase();
    const [take = ''] = buttonsTo(card(bot), 'case.take');
    const olu = bot.discord.as(ids.olu);
    const copied = await olu.write('', {
      author: card(bot).author,
      flags: MessageFlags.IsComponentsV2,
      components: card(bot).components ?? [],
    });

    const answer = await olu.press(copied, take);

    expect(textOf(answer.message)).toContain('There is no such case here');
    expect((await casesIn(bot))[0]?.state).toBe('open');
  });

  it('have all they did in the audit, without the reporters', async () => {
    const { bot } = await botWithCase();
    await moderator(bot).press(card(bot), 'Take');
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');
    await moderator(bot).press(card(bot), 'Reopen');

    const { entries } = await bot.inDatabase(({ audit }) => audit.page(guildId, {}, 20, 0));

    expect(entries.map(({ act, actorId, before, after }) => [act, actorId, before, after])).toEqual([
      ['case.reopened', ids.max, 'resolved handled-elsewhere', 'reopened'],
      ['case.resolved', ids.max, 'assigned', 'resolved handled-elsewhere'],
      ['case.taken', ids.max, 'open', 'assigned'],
      ['case.opened', null, null, 'reports 1'],
    ]);
  });
});
