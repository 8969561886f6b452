import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { dataFolder, footnote } from './terminal-process.ts';

it('doctor counts scheduled digests, and says which have stopped and what to do', async () => {
  const folder = await dataFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  const [running, stopped] = [GuildId.parse(ids.guild), GuildId.parse(ids.otherGuild)];
  await database.transaction(async ({ digests }) => {
    await digests.saveTurn(running, { dueAt: Date.now(), paused: null });
    await digests.saveTurn(stopped, { dueAt: null, paused: { at: 1, why: 'closed' } });
  });
  await database.close();

  const { out, exitCode } = await footnote(['doctor'], { FOOTNOTE_DATA_DIR: folder });

  expect(out).toContain('ok    digests: servers with a schedule: 2; stopped: 1');
  expect(out).toContain(`mend  digests of server ${stopped}: stopped: the bot may not write`);
  expect(out).toContain('press Resume there, under “Digest”');
  expect(exitCode).toBe(1);
});

it('digest says in words and counts what the card says, questions no claim answered among them', async () => {
  const environment = { FOOTNOTE_DATA_DIR: await dataFolder() };
  const made = await footnote(['seed-demo', '--guild', ids.guild], environment);
  expect(made.err).toBe('');

  const { out, exitCode } = await footnote(['digest', '--guild', ids.guild], environment);

  expect(out).toContain('made up for demonstration');
  expect(out).toMatch(
    /^waiting: ageing cases: \d+; other questions put to the moderators: \d+; dead links: 1$/m,
  );
  expect(out).toMatch(/^what no claim answered: [1-9]\d*; further questions, .*: \d+$/m);
  expect(out).toMatch(/^ {2}\d+ asked, \d+ put to the moderators {2}\S.*\(made up\)$/m);
  expect(exitCode).toBe(0);
});
