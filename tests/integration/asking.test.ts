import { describe, expect, it } from 'vitest';
import { GuildId } from '../../src/core/ids.ts';
import { dayAndHour } from '../../src/core/inquiry.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { secondBot } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, sureQuestion, textOf } from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);

async function inquiriesToday(bot: RunningBot) {
  const { day } = dayAndHour(Date.now());
  const totals = await bot.inDatabase(({ inquiries }) => inquiries.totals(guildId, { from: day, to: day }));
  return totals.map(({ command, outcome, inquiries, askers, claimId }) => ({
    command,
    outcome,
    inquiries,
    askers,
    hasClaim: claimId !== null,
  }));
}

describe('asking about a claim', () => {
  it('answers a sure question with one claim card that only the asker sees, and writes one inquiry', async () => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });

    expect(answer.kind).toBe('message');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('are salaried by the Iraqi government');
    expect(textOf(answer.message)).toContain('2 support');
    expect(await inquiriesToday(bot)).toEqual([
      { command: 'claim.lookup', outcome: 'answered', inquiries: 1, askers: 1, hasClaim: true },
    ]);
  });

  it('says "no known claim" honestly, and writes one inquiry', async () => {
    const bot = await runningBot();

    const answer = await bot.discord
      .as(ids.mia)
      .slash('claim lookup', { query: 'best pasta recipe with basil' });

    expect(textOf(answer.message)).toContain('No known claim');
    expect(await inquiriesToday(bot)).toEqual([
      { command: 'claim.lookup', outcome: 'unanswered', inquiries: 1, askers: 1, hasClaim: false },
    ]);
  });

  it('offers a list when it is not sure; a pick completes the same inquiry', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const offered = await mia.slash('claim lookup', { query: 'western support' });
    const [menu = ''] = buttonsTo(offered.message, 'claim.pick');

    const picked = await mia.pick(offered.message ?? absent(), menu, 'iraqi-militias-in-syria/c11a');

    expect(picked.kind).toBe('update');
    expect(textOf(picked.message)).toContain('Western governments continue to support');
    expect(await inquiriesToday(bot)).toEqual([
      { command: 'claim.lookup', outcome: 'picked', inquiries: 1, askers: 1, hasClaim: true },
    ]);
  });

  it('takes "none of these" for an answer and offers to ask in other words', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const offered = await mia.slash('claim lookup', { query: 'western support' });

    const none = await mia.press(offered.message ?? absent(), 'None of these');
    const form = await mia.press(none.message ?? absent(), 'Ask in other words');
    const again = await mia.submit(form, { query: sureQuestion });

    expect(textOf(none.message)).toContain('No known claim');
    expect(form.kind).toBe('modal');
    expect(textOf(again.message)).toContain('are salaried by the Iraqi government');
    expect((await inquiriesToday(bot)).map(({ outcome }) => outcome).sort()).toEqual([
      'answered',
      'none-of-these',
    ]);
  });

  it('pages through notes, neighbours and the menu without writing a further inquiry', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('claim lookup', { query: sureQuestion });

    const notes = await mia.press(card.message ?? absent(), 'All 5 notes');
    const back = await mia.press(notes.message ?? absent(), '◀ Back to the claim');
    const next = await mia.press(back.message ?? absent(), 'Next ▶');
    const jumped = await mia.pick(
      next.message ?? absent(),
      'Open another claim',
      'iraqi-militias-in-syria/c01',
    );
    const post = await mia.press(jumped.message ?? absent(), 'Whole post');

    expect(textOf(notes.message)).toContain('What is disputed (2)');
    expect(textOf(back.message)).toContain('are salaried');
    expect(textOf(next.message)).toContain('ideologically loyal to Iran');
    expect(textOf(jumped.message)).toContain('occupying Syria in support of Assad');
    expect(textOf(post.message)).toContain('The whole post');
    expect(await inquiriesToday(bot)).toHaveLength(1);
  });

  it('notes whether the answer fitted', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('claim lookup', { query: sureQuestion });

    const thanked = await mia.press(card.message ?? absent(), 'This was it');

    expect(textOf(thanked.message)).toContain('Thank you, noted.');
    const inquiryId = buttonsTo(thanked.message, 'claim.fit')[0]?.split(':')[2];
    const inquiry = await bot.inDatabase(({ inquiries }) => inquiries.find(guildId, inquiryId as never));
    expect(inquiry?.feedback).toBe('yes');
  });

  it('suggests claims while a member types, and answers the chosen one', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);

    const choices = await mia.type('claim lookup', { query: 'salar' }, 'query');
    const answer = await mia.slash('claim lookup', { query: String(choices[0]?.value) });

    expect(choices[0]?.value).toBe('iraqi-militias-in-syria/c04b');
    expect(textOf(answer.message)).toContain('are salaried by the Iraqi government');
  });

  it('answers in the language of the member', async () => {
    const bot = await runningBot();

    const answer = await bot.discord
      .as(ids.mia, { locale: 'de' })
      .slash('claim lookup', { query: 'best pasta recipe with basil' });

    expect(textOf(answer.message)).toContain('Keine bekannte Behauptung');
  });

  it('opens a claim by its name and lists all claims', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);

    const shown = await mia.slash('claim show', { id: 'iraqi-militias-in-syria/c05' });
    const short = await mia.slash('claim show', { id: 'c05' });
    const listed = await mia.slash('claim list');

    expect(textOf(shown.message)).toContain('ideologically loyal to Iran');
    expect(textOf(short.message)).toContain('ideologically loyal to Iran');
    expect(textOf(listed.message)).toContain('17 claims');
  });
});

describe('asking for the summary', () => {
  it('shows the sample with its mark until the server publishes its own', async () => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(answer.message)).toContain('Sample dossier');
    expect(textOf(answer.message)).toContain('Author unknown');
    expect(textOf(answer.message)).toContain('Key claims (1–6 of 17)');
  });

  it('turns to the further key claims, even by the buttons of a card from before a restart', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const summary = await mia.slash('summary');
    await bot.app.stop();
    await secondBot(bot);
    await bot.discord.whenReady();

    const second = await mia.press(summary.message ?? absent(), 'Next ▶');
    const [menu = ''] = buttonsTo(second.message, 'claim.menu');
    const opened = await mia.pick(second.message ?? absent(), menu, 'iraqi-militias-in-syria/c01');

    expect(second.kind).toBe('update');
    expect(textOf(second.message)).toContain('Key claims (7–12 of 17)');
    expect(textOf(opened.message)).toContain('Claim c01');
  });

  it('leads to sources, disputes and the whole post, and back', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const summary = await mia.slash('summary');

    const sources = await mia.press(summary.message ?? absent(), 'Sources');
    const back = await mia.press(sources.message ?? absent(), '◀ Back to the summary');
    const disputes = await mia.press(back.message ?? absent(), 'Disputes');
    const again = await mia.press(disputes.message ?? absent(), '◀ Back to the summary');
    const post = await mia.press(again.message ?? absent(), 'Whole post');

    expect(textOf(sources.message)).toMatch(/\d+ sources/);
    expect(textOf(disputes.message)).toMatch(/\d+ disputes/);
    expect(textOf(post.message)).toContain('This is footage of Iraqi government militias');
  });
});
