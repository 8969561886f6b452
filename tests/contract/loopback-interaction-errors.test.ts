import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { arranged, code } from './arranged-loopback.ts';
import { card, V2 } from './loopback-requests.ts';

describe('an interaction', () => {
  test('is unknown (10062) once three seconds have passed, and the person is told that nobody answered', async () => {
    const { clock, asked } = await arranged();
    const { answer, respond } = await asked();

    clock.advance(3_000);
    const late = await respond({ type: 4, data: card });

    expect(await answer).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
    expect([late.status, code(late)]).toEqual([404, 10062]);
  });

  test('is still known a moment before the three seconds are over', async () => {
    const { clock, asked } = await arranged();
    const { answer, respond } = await asked();

    clock.advance(2_999);
    const response = await respond({ type: 4, data: card });

    expect(response.status).toBe(204);
    expect((await answer).kind).toBe('message');
  });

  test('is unknown (10062) to a callback with another token', async () => {
    const { bot, asked } = await arranged();
    const { id } = await asked();

    const response = await bot.ask('POST', `/interactions/${id}/wrong/callback`, { type: 4, data: card });

    expect([response.status, code(response)]).toEqual([404, 10062]);
  });

  test('is answered once: a second callback is refused (40060) and changes nothing', async () => {
    const { loopback, asked } = await arranged();
    const { answer, respond } = await asked();

    await respond({ type: 4, data: card });
    const second = await respond({ type: 5 });

    expect([second.status, code(second)]).toEqual([400, 40060]);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
    expect((await answer).kind).toBe('message');
  });

  test('may be answered after a refused body', async () => {
    const { asked } = await arranged();
    const { respond } = await asked();

    const bad = await respond({ type: 4, data: { ...card, components: [] } });
    const good = await respond({ type: 4, data: card });

    expect([bad.status, good.status]).toEqual([400, 204]);
  });

  test('has a token for fifteen minutes; then edits are refused (50027)', async () => {
    const { clock, bot, asked } = await arranged();
    const { respond, webhook } = await asked();
    await respond({ type: 5 });

    clock.advance(15 * 60_000);
    const inTime = await bot.ask('PATCH', `${webhook}/messages/@original`, card);
    clock.advance(1);
    const late = await bot.ask('PATCH', `${webhook}/messages/@original`, card);

    expect(inTime.status).toBe(200);
    expect([late.status, code(late)]).toEqual([401, 50027]);
  });

  test('that was deferred and never answered ends as failed when its token dies', async () => {
    const { clock, asked } = await arranged();
    const { answer, respond } = await asked();
    await respond({ type: 5 });
    const settled = (await answer).settled();

    clock.advance(15 * 60_000);

    expect(await settled).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
  });

  test('cannot be followed up before its first response (10015)', async () => {
    const { bot, asked } = await arranged();
    const { webhook } = await asked();

    const early = await bot.ask('POST', webhook, card);

    expect([early.status, code(early)]).toEqual([404, 10015]);
  });

  test('a follow-up right after a deferral takes the place of the loading message', async () => {
    const { loopback, bot, asked } = await arranged();
    const { answer, respond, webhook } = await asked();
    await respond({ type: 5 });

    await bot.ask('POST', webhook, { ...card, flags: V2 | MessageFlags.Ephemeral });

    const settled = await (await answer).settled();
    expect(settled.ephemeral).toBe(false);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
  });

  test('a public deferral can be taken back and answered privately', async () => {
    const { bot, asked } = await arranged();
    const { answer, respond, webhook } = await asked();
    await respond({ type: 5 });

    await bot.ask('DELETE', `${webhook}/messages/%40original`);
    const gone = await bot.ask('GET', `${webhook}/messages/%40original`);
    await bot.ask('POST', webhook, { ...card, flags: V2 | MessageFlags.Ephemeral });

    const settled = await (await answer).settled();
    expect([gone.status, code(gone)]).toEqual([404, 10008]);
    expect(settled).toMatchObject({ kind: 'message', ephemeral: true });
  });

  test('fails at once when no bot is connected', async () => {
    const { loopback, bot, mia } = await arranged();
    bot.stop();
    await new Promise<void>((resolve) => loopback.onBotChange((online) => online || resolve()));

    const answer = await mia.slash('claim lookup', { query: 'x' });

    expect(answer).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
  });
});
