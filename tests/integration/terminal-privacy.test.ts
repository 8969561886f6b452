import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, contested, report, withModerators } from './contested.ts';
import { type RunningBot, runningBot } from './running-bot.ts';
import { dataFolder, footnote } from './terminal-process.ts';

async function botWithReport(): Promise<{ bot: RunningBot; environment: Record<string, string> }> {
  const bot = await runningBot();
  await withModerators(bot);
  await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested), { details: 'Mia says so' });
  await expect.poll(() => cards(bot).join(), { timeout: 30_000 }).toContain('Mia says so');
  return { bot, environment: { FOOTNOTE_DATA_DIR: bot.config.dataDir } };
}

describe('requests that reach whoever runs the bot', () => {
  it('prints everything that is stored under a member’s id', async () => {
    const { environment } = await botWithReport();

    const { out, exitCode } = await footnote(['privacy', 'export', '--user', ids.mia, '--json'], environment);

    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      member: ids.mia,
      reports: [{ case: 1, details: 'Mia says so' }],
    });
    expect(out).not.toContain(ids.noor);
  });

  it('erases a member while the bot runs, which then shows the cards anew', async () => {
    const { bot, environment } = await botWithReport();

    const { out, exitCode } = await footnote(['privacy', 'delete', '--user', ids.mia, '--json'], environment);
    const after = await footnote(['privacy', 'export', '--user', ids.mia], environment);

    expect({ exitCode, printed: JSON.parse(out) }).toEqual({ exitCode: 0, printed: { cases: 1 } });
    expect(JSON.parse(after.out)).toMatchObject({ reports: [] });
    await expect.poll(() => cards(bot).join(), { timeout: 30_000 }).not.toContain('Mia says so');
    expect(cards(bot)).toHaveLength(1);
  });

  it('deletes everything of a server, and says how much', async () => {
    const { bot, environment } = await botWithReport();

    const { out } = await footnote(['purge', '--guild', ids.guild, '--json'], environment);
    const again = await footnote(['purge', '--guild', ids.guild], environment);

    expect(JSON.parse(out)).toMatchObject({ removed: { cases: 1, reports: 1, guild_settings: 1 } });
    expect(again.out).toContain('There was nothing of that server.');
    expect(await casesIn(bot)).toEqual([]);
  });

  it.each([
    { args: ['privacy', 'delete'], says: '--user takes a member’s id' },
    { args: ['privacy', 'export', '--user', 'mia'], says: '--user takes a member’s id' },
    { args: ['privacy', 'forget'], says: 'There is no command “privacy forget”' },
    { args: ['purge'], says: 'Name the server with --guild ID.' },
    { args: ['purge', '--guild', '12'], says: '--guild takes a server id' },
    { args: ['purge', '--guild', ids.guild], says: 'There is no database' },
    { args: ['privacy', 'delete', '--user', ids.mia], says: 'There is no database' },
  ])('refuses $args with one clear sentence', async ({ args, says }) => {
    const { err, exitCode } = await footnote(args, { FOOTNOTE_DATA_DIR: await dataFolder() });

    expect({ err, exitCode }).toEqual({ err: expect.stringContaining(says), exitCode: 2 });
  });
});
