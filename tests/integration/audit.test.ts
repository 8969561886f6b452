import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/core/audit.ts';
import { AuditId, GuildId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { contested, guildId, report } from './contested.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Writes acts into the audit, the first the newest. */
function write(bot: RunningBot, entries: readonly Partial<AuditEntry>[]): Promise<void> {
  return bot.inDatabase(async ({ audit }) => {
    for (const [index, entry] of [...entries.entries()].reverse())
      await audit.add({
        id: AuditId.parse(exampleId()),
        guildId,
        at: Date.UTC(2026, 2, 2, 9) - index * 1_000,
        actorId: UserId.parse(ids.max),
        act: 'case.taken',
        caseNumber: index + 1,
        before: 'open',
        after: 'assigned',
        ...entry,
      });
  });
}

const ada = (bot: RunningBot) => bot.discord.as(ids.ada);

/** The text of the one file a message carries. */
async function fileOf(message: APIMessage | undefined): Promise<string> {
  const [attachment] = message?.attachments ?? [];
  return (await fetch(attachment?.url ?? absent())).text();
}

describe('/audit', () => {
  it('says so while nothing is written down', async () => {
    const bot = await runningBot();

    const answer = await ada(bot).slash('audit');

    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('Nothing is written down yet');
  });

  it('shows what members reported without naming them, and what admins chose', async () => {
    const bot = await runningBot();
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));
    const panel = (await ada(bot).slash('settings')).message ?? absent();
    await ada(bot).press((await ada(bot).press(panel, 'Members')).message ?? absent(), 'Nowhere');

    const shown = textOf((await ada(bot).slash('audit')).message);

    expect(shown).toContain('**Case opened** · case 1 · a member');
    expect(shown).toContain(`**Setting changed** · <@${ids.ada}>`);
    expect(shown).toContain('sharing: everywhere → nowhere');
    expect(shown).not.toContain(ids.mia);
  });

  it('is paged, newest first', async () => {
    const bot = await runningBot();
    await write(
      bot,
      Array.from({ length: 23 }, () => ({})),
    );

    const first = (await ada(bot).slash('audit')).message ?? absent();
    const second = (await ada(bot).press(first, 'Next ▶')).message ?? absent();
    const third = (await ada(bot).press(second, 'Next ▶')).message ?? absent();

    const numbers = (message: APIMessage) =>
      [...textOf(message).matchAll(/case (\d+)/g)].map(([, number]) => Number(number));
    expect(textOf(first)).toContain('23 lines, newest first.');
    expect(numbers(first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(numbers(second)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(numbers(third)).toEqual([21, 22, 23]);
  });

  it.each([
    { options: { who: ids.max }, cases: [1, 2], why: 'who' },
    { options: { act: 'case.given-back' }, cases: [2, 3], why: 'act' },
    { options: { case: 3 }, cases: [3], why: 'case' },
    { options: { who: ids.max, act: 'case.given-back' }, cases: [2], why: 'who and act' },
    { options: { case: 99 }, cases: [], why: 'a case there is not' },
  ])('is filtered by $why, on the page and in the export', async ({ options, cases }) => {
    const bot = await runningBot();
    await write(bot, [
      {},
      { act: 'case.given-back' },
      { act: 'case.given-back', actorId: UserId.parse(ids.ada) },
      { guildId: GuildId.parse(ids.otherGuild) },
    ]);

    const page = (await ada(bot).slash('audit', options)).message ?? absent();

    const listed = textOf(page)
      .split('\n')
      .filter((line) => line.startsWith('**'));
    expect(listed.map((line) => Number(/case (\d+)/.exec(line)?.[1]))).toEqual(cases);
    if (cases.length === 0) return expect(textOf(page)).toContain('No line matches');
    const csv = await fileOf((await ada(bot).press(page, 'Export CSV')).message);
    expect(csv.trimEnd().split('\r\n').slice(1)).toHaveLength(cases.length);
  });

  it('is exported with ids, times in UTC and plain values', async () => {
    const bot = await runningBot();
    await write(bot, [
      { act: 'settings.changed', caseNumber: null, before: 'language none', after: 'language de' },
    ]);
    const page = (await ada(bot).slash('audit')).message ?? absent();

    const answer = await ada(bot).press(page, 'Export CSV');

    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('1 line as CSV');
    expect(await fileOf(answer.message)).toBe(
      `time,member,act,case,before,after\r\n2026-03-02T09:00:00.000Z,${ids.max},settings.changed,,language none,language de\r\n`,
    );
  });

  it('is exported with its latest 10,000 lines', async () => {
    const bot = await runningBot();
    await write(
      bot,
      Array.from({ length: 10_001 }, () => ({})),
    );
    const page = (await ada(bot).slash('audit')).message ?? absent();

    const answer = await ada(bot).press(page, 'Export CSV');

    expect(textOf(answer.message)).toContain('The latest 10000 of 10001 lines');
    const lines = (await fileOf(answer.message)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(10_001);
    expect(lines[1]).toContain(',1,open,assigned');
  });

  it.each([
    { who: 'a member', userId: ids.mia },
    { who: 'a moderator', userId: ids.max },
  ])('is refused to $who, and so is its export', async ({ userId }) => {
    const bot = await runningBot();
    await write(bot, [{}]);
    const page = (await ada(bot).slash('audit')).message ?? absent();

    const [command, forged] = [
      await bot.discord.as(userId).slash('audit'),
      await bot.discord.as(userId).pressForged(page, '1:audit.csv:-:-:-'),
    ];

    for (const answer of [command, forged])
      expect(textOf(answer.message)).toContain('This needs the permission “Manage Server”');
  });
});
