import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { secondBot, soon, untilNothingWaits } from './moderating.ts';
import { absent, buttonsTo, publish, textOf } from './running-bot.ts';
import {
  botWithFerry,
  ferry,
  guildId,
  importElsewhere,
  toldTo,
  unsourced,
  untilTold,
  untilToldTimes,
  watchesOf,
  watchIt,
  withNotes,
} from './watching.ts';

describe('watching a claim', () => {
  it('says what is stored, and the card offers to stop', async () => {
    const { bot } = await botWithFerry();

    const card = await watchIt(bot);
    const again = await bot.discord.as(ids.mia).slash('claim show', { id: 'c01' });

    expect(card.ephemeral).toBe(true);
    expect(textOf(card.message)).toContain('Your id is kept with this claim');
    for (const each of [card, again]) {
      expect(buttonsTo(each.message, 'watch.end')).toHaveLength(1);
      expect(buttonsTo(each.message, 'watch.claim')).toEqual([]);
    }
  });

  it('tells once, in one direct message, all that another process changed', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);

    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);
    clock.advance(3_600_000);

    const [told = '', ...more] = toldTo(bot);
    expect(more).toEqual([]);
    expect(told).toContain('What changed on');
    expect(told).toContain('**ferry-timetable/c01** “the new timetable saves');
    expect(told).toContain('Standing: mixed → unsourced');
    expect(told).toContain('2 notes withdrawn');
  });
});

describe('being told', () => {
  it('names each change in the member’s language, with the server and the way to open it', async () => {
    const { bot, clock } = await botWithFerry();
    const mia = bot.discord.as(ids.mia, { locale: 'de' });
    const card = await (await mia.slash('claim show', { id: 'c01' })).settled();
    await mia.press(card.message ?? absent(), 'Sag mir, wenn sich das ändert');
    const edited = withNotes(([first = absent(), ...notes]) => [
      { ...first, text: 'A second survey measured ten minutes.' },
      ...notes,
    ]);
    const [claim = absent(), ...others] = edited.claims;

    await importElsewhere(bot, { ...edited, claims: [{ ...claim, gist: 'It saves time.' }, ...others] });
    await untilTold(bot, clock);

    const [told = ''] = toldTo(bot);
    expect(told).toContain(`Was sich auf ${bot.discord.world.guilds.get(ids.guild)?.name} geändert hat`);
    expect(told).toContain('1 Notiz hinzugefügt · 1 Notiz zurückgezogen');
    expect(told).toContain('Was der Beitrag sagt, ist anders formuliert.');
    expect(told).toContain('/claim show ferry-timetable/c01');
  });

  it('happens to each watcher by themselves, and to nobody else', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot, ids.mia);
    await watchIt(bot, ids.noor);

    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);

    expect([ids.mia, ids.noor, ids.sam].map((who) => toldTo(bot, who).length)).toEqual([1, 1, 0]);
  });

  it('does not happen for what a watcher is not told of, nor for a change that was taken back', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    clock.advance(60_000);

    await importElsewhere(bot, { ...ferry, title: 'Another title' });
    await importElsewhere(bot, unsourced);
    await importElsewhere(bot, ferry);
    clock.advance(60_000);
    await importElsewhere(
      bot,
      withNotes((notes) => notes.slice(1)),
    );
    await untilTold(bot, clock);

    expect(toldTo(bot)).toEqual([expect.stringContaining('1 note withdrawn')]);
  });

  it('goes on from what was told: the next change is told by itself', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);

    await importElsewhere(bot, ferry);
    await untilTold(bot, clock);

    expect(toldTo(bot)).toEqual([
      expect.stringContaining('Standing: mixed → unsourced'),
      expect.stringContaining('Standing: unsourced → mixed'),
    ]);
    expect(toldTo(bot)[1]).toContain('2 notes added');
  });

  it('ends with a claim that is no longer published', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    const [, second = absent()] = ferry.claims;

    await importElsewhere(bot, { ...ferry, claims: [second] });
    await untilTold(bot, clock);

    expect(toldTo(bot)).toEqual([
      expect.stringContaining('**ferry-timetable/c01** is no longer published there'),
    ]);
    expect(await watchesOf(bot)).toEqual([]);
  });

  it('tells what changed while the message was on its way in another', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    const opening = bot.discord.faults.holdNext({ match: 'POST /users/@me/channels' });
    await importElsewhere(bot, unsourced);
    const told = untilTold(bot, clock);
    await opening.reached;
    await importElsewhere(bot, ferry);
    clock.advance(16_000);
    opening.release();
    await told;
    await untilToldTimes(bot, clock, 2);

    expect(toldTo(bot)[0]).toContain('Standing: mixed → unsourced');
    expect(toldTo(bot)[1]).toContain('Standing: unsourced → mixed');
  });

  it('tells in a second message what does not fit into one', async () => {
    const { bot, clock } = await botWithFerry();
    const documents = Array.from({ length: 8 }, (_, index) => ({
      ...ferry,
      slug: DossierSlug.parse(`ferry-${index}`),
    }));
    const mia = bot.discord.as(ids.mia);
    for (const document of documents) {
      await publish(bot, guildId, document);
      clock.advance(60_000);
      const card = await mia.slash('claim show', { id: `${document.slug}/c01` });
      await mia.press(card.message ?? absent(), 'Tell me when this changes');
    }

    for (const { slug } of documents) await importElsewhere(bot, { ...unsourced, slug });
    await untilTold(bot, clock);

    const named = toldTo(bot).map(
      (text) => documents.filter(({ slug }) => text.includes(`**${slug}/`)).length,
    );
    expect(named).toEqual([6, 2]);
  });
});

it('two processes on one store tell each change once', async () => {
  const { bot, clock } = await botWithFerry();
  const lines = await secondBot(bot, clock);
  await watchIt(bot);
  await watchIt(bot, ids.noor);

  await importElsewhere(bot, unsourced);
  await untilTold(bot, clock);
  await expect
    .poll(() => {
      clock.advance(1_000);
      return lines.some((line) => line.includes('what is watched')) || toldTo(bot).length > 0;
    }, soon)
    .toBe(true);
  clock.advance(60_000);
  await untilNothingWaits(bot, clock);

  expect([toldTo(bot).length, toldTo(bot, ids.noor).length]).toEqual([1, 1]);
});

it('a change made while no bot ran is told by the next one', async () => {
  const { bot, clock } = await botWithFerry();
  await watchIt(bot);
  await bot.app.stop();
  await importElsewhere(bot, unsourced);

  await secondBot(bot, clock);
  await untilToldTimes(bot, clock, 1);

  expect(toldTo(bot)[0]).toContain('Standing: mixed → unsourced');
});

it('no id of a member and no word of a question is in the log', async () => {
  const { bot, clock } = await botWithFerry();
  const mia = bot.discord.as(ids.mia);
  await watchIt(bot);
  clock.advance(60_000);
  const card = await mia.slash('claim lookup', { query: 'who hides zucchini under volcanoes' });
  await mia.press(card.message ?? absent(), 'Tell me when it is answered');
  bot.discord.faults.failNext({ match: 'POST /users/@me/channels', status: 500 });
  await importElsewhere(bot, unsourced);
  await untilTold(bot, clock);

  expect(toldTo(bot)).toHaveLength(1);
  expect(bot.log.filter((line) => line.includes(ids.mia) || line.includes('zucchini'))).toEqual([]);
});
