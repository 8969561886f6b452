import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { claimWatch, exampleWatcher } from '../fixtures/store/example-watch.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, textOf } from './running-bot.ts';
import {
  botWithFerry,
  guildId,
  importElsewhere,
  inMail,
  mailOf,
  privateCards,
  toldTo,
  unsourced,
  untilLooked,
  untilTold,
  untilToldTimes,
  watched,
  watchesOf,
  watchIt,
} from './watching.ts';

describe('stopping', () => {
  it('is one press on the card', async () => {
    const { bot, clock } = await botWithFerry();
    const card = await watchIt(bot);

    const after = await bot.discord.as(ids.mia).press(card.message ?? absent(), 'Stop telling me');
    await importElsewhere(bot, unsourced);
    await untilLooked(bot, clock);

    expect(buttonsTo(after.message, 'watch.claim')).toHaveLength(1);
    expect(toldTo(bot)).toEqual([]);
    expect(await watchesOf(bot)).toEqual([]);
  });

  it('is one press on the message that tells, in direct messages', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);
    const [message = absent()] = mailOf(bot, ids.mia);

    const answer = await inMail(bot, ids.mia).press(message, 'Stop: ferry-timetable/c01');

    expect(textOf(answer.message)).toContain('will not tell you of this any more');
    expect(await watchesOf(bot)).toEqual([]);
  });

  it('is done by nobody but the member', async () => {
    const { bot } = await botWithFerry();
    await watchIt(bot);
    const [{ id: watchId } = absent()] = await watchesOf(bot);
    const noor = UserId.parse(ids.noor);

    await bot.app.services.stopWatching({
      interactionId: InteractionId.parse(ids.guild),
      memberId: noor,
      watchId,
    });

    expect(await watchesOf(bot)).toHaveLength(1);
  });

  it('is done in /privacy view, in direct messages, too', async () => {
    const { bot } = await botWithFerry();
    await watchIt(bot);
    const direct = inMail(bot, ids.mia);

    const view = await (await direct.slash('privacy view')).settled();
    const list = await (await direct.press(view.message ?? absent(), 'What I watch')).settled();
    const [{ id } = absent()] = await watchesOf(bot);
    const left = await (await direct.pick(list.message ?? absent(), 'Stop telling me about …', id)).settled();

    expect(textOf(view.message)).toContain('What you watch: 1 claim, 0 questions');
    expect(textOf(list.message)).toContain('Claim ferry-timetable/c01');
    expect(textOf(left.message)).toContain('You watch nothing');
    expect(await watchesOf(bot)).toEqual([]);
  });
});

describe('a member', () => {
  it('watches at most fifty things in a server, and is told so', async () => {
    const { bot } = await botWithFerry();
    const watcher = exampleWatcher({ guildId, memberId: UserId.parse(ids.mia) });
    await bot.inDatabase(async ({ watches }) => {
      await watches.addWatcher(watcher);
      for (let count = 0; count < 50; count += 1) await watches.add(watcher, claimWatch());
    });

    const answer = await watchIt(bot);

    expect(textOf(answer.message)).toContain('You watch 50 things here already');
    expect(await watchesOf(bot)).toHaveLength(50);
  });

  it('watches a claim once, however often they press', async () => {
    const { bot } = await botWithFerry();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('claim show', { id: 'c01' });

    for (let press = 0; press < 2; press += 1)
      await mia.press(card.message ?? absent(), buttonsTo(card.message, 'watch.claim')[0] ?? '');

    expect(await watchesOf(bot)).toHaveLength(1);
  });

  it('is not joined by it to anything else they asked that day', async () => {
    const { bot, clock } = await botWithFerry();
    const mia = bot.discord.as(ids.mia);
    await mia.slash('claim show', { id: 'ferry-timetable/c02' });
    clock.advance(60_000);
    await watchIt(bot);
    const raw = new DatabaseSync(join(bot.config.dataDir, 'footnote.sqlite'), { readOnly: true });
    const rows = raw.prepare('select distinct claim_id, asker from inquiries').all();
    raw.close();

    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ asker }) => asker)).size).toBe(2);
  });

  it('is not joined by it to anything else they ask later that day, however often they open it again', async () => {
    const { bot, clock } = await botWithFerry();
    const mia = bot.discord.as(ids.mia);
    await watchIt(bot);
    for (const id of ['ferry-timetable/c02', watched, watched]) {
      clock.advance(60_000);
      await (await mia.slash('claim show', { id })).settled();
    }
    clock.advance(60_000);
    await (await mia.slash('claim lookup', { query: 'do zebras fly south' })).settled();
    const raw = new DatabaseSync(join(bot.config.dataDir, 'footnote.sqlite'), { readOnly: true });
    const rows = raw.prepare('select distinct claim_id, asker from inquiries').all();
    const counted = raw.prepare('select claim_id, inquiries, askers from inquiry_days').all();
    raw.close();

    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ asker }) => asker)).size).toBe(3);
    expect(counted.map(({ inquiries, askers }) => [inquiries, askers]).toSorted()).toEqual([
      [1, 1],
      [1, 1],
      [3, 1],
    ]);
  });

  it('who is erased leaves no byte of it, and hears nothing more', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    const filesWithMia = () =>
      readdirSync(bot.config.dataDir)
        .filter((name) => /sqlite/.test(name))
        .filter((name) => readFileSync(join(bot.config.dataDir, name)).includes(ids.mia));
    expect(filesWithMia()).not.toEqual([]);
    await importElsewhere(bot, unsourced);

    await bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.mia) });
    await untilLooked(bot, clock);

    expect(filesWithMia()).toEqual([]);
    expect(toldTo(bot)).toEqual([]);
  });

  it('finds what they watch in their export', async () => {
    const { bot } = await botWithFerry();
    await watchIt(bot);

    const exported = await bot.app.services.exportMyData({ memberId: UserId.parse(ids.mia) });

    expect(exported.watches).toEqual([
      { server: ids.guild, locale: 'en-US', claim: 'ferry-timetable/c01', question: null },
    ]);
  });

  it('who takes no direct messages is shown it after their next command, once', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    bot.discord.world.setDirectMessages(ids.mia, 'closed');
    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);
    const mia = bot.discord.as(ids.mia);
    const shown = () => privateCards(bot).filter((text) => text.includes('Standing: mixed → unsourced'));
    expect(shown()).toEqual([]);

    for (let command = 0; command < 2; command += 1) {
      clock.advance(60_000);
      await (await mia.slash('help')).settled();
      await expect.poll(shown, soon).toHaveLength(1);
    }

    expect(shown()[0]).toContain('Your direct messages are closed to Footnote');
    expect(toldTo(bot)).toEqual([]);
    expect(await watchesOf(bot)).toHaveLength(1);
  });

  it('hears nothing of a server that Footnote has left, and all of it once it is taken back', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    await bot.app.services.noteDeparture({ guildId });
    await importElsewhere(bot, unsourced);
    await untilLooked(bot, clock);
    const away = toldTo(bot);

    await bot.app.services.noteReturn({ guildId });
    await untilToldTimes(bot, clock, 1);

    expect(away).toEqual([]);
    expect(toldTo(bot)[0]).toContain('mixed → unsourced');
  });

  it('who could not be told for thirty days is forgotten', async () => {
    const { bot, clock } = await botWithFerry();
    await watchIt(bot);
    bot.discord.world.setDirectMessages(ids.mia, 'closed');
    await importElsewhere(bot, unsourced);
    await untilTold(bot, clock);

    clock.advance(29 * 86_400_000);
    await bot.app.services.forgetOldData();
    const kept = await watchesOf(bot);
    clock.advance(2 * 86_400_000);
    await bot.app.services.forgetOldData();

    expect(kept).toHaveLength(1);
    expect(await watchesOf(bot)).toEqual([]);
  });
});
