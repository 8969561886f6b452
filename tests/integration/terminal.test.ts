import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { permissionBits } from '../../src/core/access.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { CaseId, ChannelId, GuildId } from '../../src/core/ids.ts';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { dataFolder, footnote, root } from './terminal-process.ts';

const shipped = join(root, 'config/dossiers/iraqi-militias-in-syria');

const Lookup = z.strictObject({
  outcome: z.enum(['answered', 'ambiguous', 'unanswered']),
  matches: z.array(
    z.strictObject({
      claimId: z.string().regex(/^[a-z-]+\/c\d+[a-z]?$/),
      score: z.number(),
      confidence: z.number().min(0).max(1),
      quote: z.string(),
    }),
  ),
});

const Summary = z.strictObject({
  dossier: z.string(),
  title: z.string(),
  summary: z.string(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      quote: z.string(),
      start: z.int(),
      end: z.int(),
      gist: z.string(),
      kind: z.string(),
      standing: z.string(),
      sourceNotes: z.array(z.object({ stance: z.string(), url: z.string() })),
      disputeNotes: z.array(z.object({ text: z.string() })),
    }),
  ),
});

describe('the terminal', () => {
  it('looks a claim up over the shipped dossiers, and makes no data folder', async () => {
    const folder = await dataFolder();
    const environment = { FOOTNOTE_DATA_DIR: join(folder, 'data') };

    const { out, exitCode } = await footnote(
      ['lookup', 'who pays the militias', '--top', '3', '--json'],
      environment,
    );

    const { matches } = Lookup.parse(JSON.parse(out));
    expect(matches[0]?.claimId).toBe('iraqi-militias-in-syria/c04b');
    expect(matches.length).toBeLessThanOrEqual(3);
    expect(exitCode).toBe(0);
    await expect(readFile(join(folder, 'data', 'footnote.sqlite'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('prints the summary with every claim exactly where it is in the post', async () => {
    const post = await readFile(join(shipped, 'post.txt'), 'utf8');

    const { out } = await footnote(['summary', '--json'], { FOOTNOTE_DATA_DIR: await dataFolder() });

    const { claims } = Summary.parse(JSON.parse(out));
    expect(claims).toHaveLength(17);
    for (const claim of claims) expect(post.slice(claim.start, claim.end)).toBe(claim.quote);
  });

  it('prints the digest of the one server it knows, or of the one that is named', async () => {
    const folder = await dataFolder();
    const environment = { FOOTNOTE_DATA_DIR: folder };
    const days = ['--since', '2026-03-02', '--until', '2026-03-08T12:00:00Z', '--json'];
    const empty = await footnote(['digest', ...days], environment);
    const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
    const ask = (guild: string) =>
      database.transaction(({ inquiries }) =>
        inquiries.add(exampleInquiry({ guildId: GuildId.parse(guild), day: '2026-03-04' })),
      );
    await ask(ids.guild);
    const only = await footnote(['digest', ...days], environment);
    await ask(ids.otherGuild);
    await database.close();

    const named = await footnote(['digest', ...days, '--guild', ids.otherGuild], environment);
    const several = await footnote(['digest', ...days], environment);
    const reversed = await footnote(
      ['digest', '--since', '2026-03-02', '--until', '2026-03-01', '--guild', ids.guild],
      environment,
    );

    const period = { from: '2026-03-02', to: '2026-03-08' };
    expect(JSON.parse(empty.out)).toMatchObject({ guild: null, period, quiet: true });
    expect(JSON.parse(only.out)).toMatchObject({
      guild: ids.guild,
      period,
      questions: { now: { asked: 1, unanswered: 1 } },
    });
    expect(JSON.parse(named.out)).toMatchObject({ guild: ids.otherGuild, quiet: false });
    expect(several).toMatchObject({ out: '', exitCode: 2 });
    expect(several.err).toContain('name one with --guild ID');
    expect(reversed).toMatchObject({ out: '', exitCode: 2 });
    expect(reversed.err).toContain('is after the last one');
  });

  it('imports, exports the same, and finds what it imported on that server alone', async () => {
    const environment = { FOOTNOTE_DATA_DIR: await dataFolder() };
    const folder = await dataFolder();
    const exported = await footnote(['dossier', 'export', 'iraqi-militias-in-syria'], environment);
    const file = join(folder, 'mine.json');
    await writeFile(file, exported.out.replace('"iraqi-militias-in-syria"', '"mine"'));

    const imported = await footnote(['dossier', 'import', file, '--guild', ids.guild, '--json'], environment);
    const again = await footnote(['dossier', 'export', 'mine', '--guild', ids.guild], environment);
    const elsewhere = await footnote(['dossier', 'export', 'mine', '--guild', ids.otherGuild], environment);

    const sample = await footnote(['summary'], environment);

    expect(sample.out).toContain('The Western-backed Iraqi Army is occupying Syria');
    expect(JSON.parse(imported.out)).toEqual({ dossier: 'mine', version: 1, change: 'created' });
    expect(again.out).toBe(exported.out.replace('"iraqi-militias-in-syria"', '"mine"'));
    expect(elsewhere).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('There is no dossier “mine”'),
    });
  });

  it('backs up, never over a file that is there', async () => {
    const folder = await dataFolder();
    const environment = { FOOTNOTE_DATA_DIR: folder };
    await footnote(['dossier', 'import', join(shipped, 'dossier.json')], environment);
    const file = join(folder, 'copy.sqlite');

    const first = await footnote(['backup', file], environment);
    const second = await footnote(['backup', file], environment);

    expect(first.exitCode).toBe(0);
    expect(second).toMatchObject({ exitCode: 2, err: expect.stringContaining('exists already') });
  });

  it('registers the commands once, and says what the bot lacks in which server', async () => {
    const discord = await startLoopback();
    onTestFinished(() => discord.stop());
    const environment = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: await dataFolder(),
    };

    const first = await footnote(['deploy-commands'], environment);
    const second = await footnote(['deploy-commands'], environment);
    const doctor = await footnote(['doctor'], environment);

    expect(first.out).toContain('Registered /summary, /claim');
    expect(second.out).toContain('Discord has them already');
    expect(doctor.out).toContain('signed in as');
    expect(doctor.out).toContain('server Sandbox server: all permissions are there');
    expect(doctor.out).toContain('outbox: nothing waits to be sent');
    expect(doctor.out).not.toContain('moderators’ channel');
    expect(doctor.exitCode).toBe(0);
  });

  it('says how the moderators’ channels stand, and what could not be sent', async () => {
    const discord = await startLoopback();
    onTestFinished(() => discord.stop());
    const folder = await dataFolder();
    const environment = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: folder,
    };
    await footnote(['deploy-commands'], environment);
    const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
    const guildId = GuildId.parse(ids.guild);
    const moderatorsChannel = ChannelId.parse(ids.moderators);
    const subjectId = CaseId.parse('AAAAAAAAAAAA');
    const hoursAgo = Date.now() - 5 * 3_600_000;
    await database.transaction(async ({ settings, outbox }) => {
      await settings.write(guildId, { ...defaultGuildSettings, moderatorsChannel });
      await outbox.put({ kind: 'case-card', guildId, subjectId }, hoursAgo, hoursAgo);
    });
    await database.close();

    const usable = await footnote(['doctor'], environment);
    discord.world.setBotPermissions(ids.moderators, permissionBits.viewChannel);
    const silent = await footnote(['doctor'], environment);
    discord.world.removeChannel(ids.moderators);
    const gone = await footnote(['doctor'], environment);

    const channel = 'moderators’ channel of Sandbox server';
    expect(usable.out).toContain(`ok    ${channel}: cases and digests can be posted there`);
    expect(usable.out).toContain('mend  outbox: waiting to be sent: 1; the oldest for 5 h');
    expect(silent.out).toContain(`mend  ${channel}: allow there “Send Messages”, “Read Message History”`);
    expect(gone.out).toContain(`mend  ${channel}: the bot cannot see it, or it is gone`);
    expect([usable, silent, gone].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1]);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [join(root, 'bin/cli.mjs'), 'summary', '--json'], {
      cwd: root,
      env: { FOOTNOTE_DATA_DIR: await dataFolder() },
    });
    const errors = child.stderr.toArray();
    child.stdout.destroy();

    const exitCode = await new Promise((done) => child.once('close', done));

    expect(Buffer.concat(await errors).toString()).toBe('');
    expect(exitCode).toBe(0);
  });
});
