import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../bin/cli.mjs', import.meta.url));
const shipped = fileURLToPath(
  new URL('../../../config/dossiers/iraqi-militias-in-syria/dossier.json', import.meta.url),
);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the program in an empty folder, with no configuration but `environment`. */
async function footnote(args: readonly string[], environment: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH, ...environment } });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  return { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), exitCode: await exited };
}

describe.concurrent('the program', () => {
  it('says that a good dossier is valid, in words', async () => {
    const { out, err, exitCode } = await footnote(['dossier', 'validate', shipped]);

    expect(out).toMatch(/^iraqi-militias-in-syria is a valid dossier: \d+ claims, \d+ notes\.\n$/);
    expect([err, exitCode]).toEqual(['', 0]);
  });

  it('prints one JSON document and nothing else when asked to', async () => {
    const { out, err } = await footnote(['dossier', 'validate', shipped, '--json']);

    expect(JSON.parse(out)).toMatchObject({ valid: true, dossier: 'iraqi-militias-in-syria', claims: 17 });
    expect(err).toBe('');
  });

  it('says what to mend in a bad dossier, in one sentence on standard error', async () => {
    await writeFile(join(folder, 'bad.json'), '{"slug": "A b"}');

    const { out, err, exitCode } = await footnote(['dossier', 'validate', 'bad.json', '--json']);

    expect(err).toMatch(/^This is not a valid dossier file: slug: use lower-case .*\n$/);
    expect([out, exitCode]).toEqual(['', 2]);
  });

  it('lists its commands', async () => {
    const { out, exitCode } = await footnote(['help']);

    expect(out).toContain('dossier validate FILE');
    expect(exitCode).toBe(0);
  });

  it('does not know a command that does not exist', async () => {
    const { out, err, exitCode } = await footnote(['sumary']);

    expect(err).toBe(
      'There is no command “sumary”. Run “npm run --silent footnote -- help” for the commands.\n',
    );
    expect([out, exitCode]).toEqual(['', 2]);
  });

  it('names every bad key of its configuration, and no value', async () => {
    const bad = { LOG_LEVEL: 'kanarienvogel', ALLOWED_GUILDS: 'kanarienvogel' };

    const { err, exitCode } = await footnote(['doctor'], bad);

    expect(err).toMatch(/LOG_LEVEL: .*ALLOWED_GUILDS: /);
    expect(err).not.toContain('kanarienvogel');
    expect(exitCode).toBe(2);
  });
});
