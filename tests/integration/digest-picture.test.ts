import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { readPng } from '../unit/adapters/pictures/drawn.ts';
import { moderator } from './moderating.ts';
import { absent, runningBot, sureQuestion } from './running-bot.ts';

const pictureIn = (message: APIMessage | undefined) =>
  message?.attachments.find(({ filename }) => filename === 'digest.png');

describe('the picture of /digest', () => {
  it('is a PNG beside the card, with words for those who do not see it', async () => {
    const bot = await runningBot();
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });

    const { message } = await moderator(bot).slash('digest');

    const { url, content_type: type } = pictureIn(message) ?? absent();
    const drawn = await readPng(new Uint8Array(await (await fetch(url)).arrayBuffer()));
    expect(type).toBe('image/png');
    expect(drawn.width).toBe(800);
    expect(drawn.inkIn(0, 800)).toBeGreaterThan(20_000);
    expect(JSON.stringify(message?.components)).toMatch(/"description":"Most asked claims, [^"]+1 \(0\)\./);
  });

  it('is left out of a quiet week', async () => {
    const bot = await runningBot();

    const { message } = await moderator(bot).slash('digest');

    expect(message?.attachments).toEqual([]);
    expect(JSON.stringify(message?.components)).not.toContain('attachment');
  });
});
