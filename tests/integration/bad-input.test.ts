import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { userObject } from '../../src/sandbox/api-objects.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { runningBot, textOf } from './running-bot.ts';

const queries = [
  { query: ' ', says: 'There is no word in your question', why: 'blank' },
  { query: '🤷🤷‍♀️🔥', says: 'There is no word in your question', why: 'emoji only' },
  { query: '\u200b\u200d\u2060\ufeff', says: 'There is no word in your question', why: 'zero-width only' },
  { query: '\u202e\u2066', says: 'There is no word in your question', why: 'direction marks only' },
  { query: '?!…', says: 'There is no word in your question', why: 'punctuation only' },
  { query: 'x'.repeat(6_000), says: 'No known claim', why: 'as long as Discord lets it be' },
  { query: 'zyx '.repeat(1_500), says: 'No known claim', why: 'long and full of spaces' },
  { query: 'ما هي عاصمة فرنسا؟', says: 'No known claim', why: 'right to left' },
  { query: '@everyone <@1290000000000000301> <@&1> <#1>', says: 'No known claim', why: 'mentions' },
  {
    query: '**bold** [link](https://evil.example) ||spoiler|| ```code```',
    says: 'No known claim',
    why: 'markdown',
  },
  { query: '\ud800 broken \udc00', says: 'No known claim', why: 'lone surrogates' },
  { query: 'iraqi-militias-in-syria/c99', says: null, why: 'a value that was never offered' },
  { query: "'; drop table inquiries; --", says: 'No known claim', why: 'an attempt at SQL' },
];

describe('what bad input gets', () => {
  it.each(queries)('a question that is $why gets one clear answer', async ({ query, says }) => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query });

    expect(answer.kind).toBe('message');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).not.toContain('our fault');
    if (says !== null) expect(textOf(answer.message)).toContain(says);
  });

  it.each(queries)('typing something that is $why breaks nothing', async ({ query }) => {
    const bot = await runningBot();

    const choices = await bot.discord.as(ids.mia).type('claim lookup', { query }, 'query');

    expect(choices.length).toBeLessThanOrEqual(25);
    expect(bot.log.filter((line) => line.includes('suggestions failed'))).toEqual([]);
  });

  it.each([
    { id: 'nonsense', says: 'That is not the name of a claim', why: 'not a name' },
    {
      id: 'iraqi-militias-in-syria/c99',
      says: 'There is no claim “iraqi-militias-in-syria/c99”',
      why: 'unknown',
    },
    { id: '**a**/c01', says: 'That is not the name of a claim', why: 'markdown' },
    { id: '../../etc/passwd', says: 'That is not the name of a claim', why: 'a path' },
    { id: `${'a'.repeat(300)}/c01`, says: 'That is not the name of a claim', why: 'far too long' },
  ])('/claim show with an id that is $why says what to do', async ({ id, says }) => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('claim show', { id });

    expect(textOf(answer.message)).toContain(says);
    expect(textOf(answer.message)).toContain('/claim list');
  });

  it('/summary with an unknown dossier repeats its name without its formatting', async () => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('summary', { dossier: '**@everyone**' });

    expect(textOf(answer.message)).toContain('There is no dossier “\\*\\*\\@everyone\\*\\*” here');
  });

  it.each([
    { customId: 'nonsense', why: 'not one of ours' },
    { customId: '0:claim.open:iraqi-militias-in-syria/c01:-', why: 'of an older version' },
    { customId: '1:claim.open', why: 'without its arguments' },
    { customId: '1:claim.open:../../secret:-', why: 'with arguments of the wrong kind' },
    { customId: '1:claim.notes:iraqi-militias-in-syria/c01:-:99999999', why: 'with an impossible page' },
    { customId: '1:no.such-action', why: 'for an action that does not exist' },
    { customId: `1:claim.open:${'a'.repeat(80)}`, why: 'far too long' },
  ])('a button whose id is $why says that it is outdated and how to go on', async ({ customId }) => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.write('', {
      author: userObject(bot.discord.world.bot),
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'old', custom_id: customId }] }],
    });

    const answer = await mia.press(card, 'old');

    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('older version of the card');
  });

  it('a button that the message does not hold does nothing', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('summary');
    if (card.message === undefined) throw new Error('no card');

    const answer = await mia.pressForged(card.message, '1:share.post:iraqi-militias-in-syria');

    expect(textOf(answer.message)).toContain('older version of the card');
    expect(
      bot.discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')),
    ).toEqual([]);
  });

  it('a member who asks too fast is told how long to wait; failed questions do not count', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    for (let turn = 0; turn < 12; turn += 1) await mia.slash('claim show', { id: 'nonsense' });
    for (let turn = 0; turn < 8; turn += 1) await mia.slash('help');

    const tooFast = await mia.slash('help');
    const other = await bot.discord.as(ids.noor).slash('help');

    expect(textOf(tooFast.message)).toMatch(/bit fast. Wait \d+ seconds?/);
    expect(textOf(other.message)).toContain('What Footnote does here');
  });

  it('a server that is not on the list is told whom to ask', async () => {
    const bot = await runningBot({ environment: { ALLOWED_GUILDS: ids.otherGuild } });

    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(answer.message)).toContain('not enabled for this server');
  });
});
