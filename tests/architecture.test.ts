import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(?:ts|js)$/.test(name) && statSync(join(root, name)).isFile());
}

const sources = ['src', 'commands', 'config'].flatMap(filesUnder);
const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Imports of our own files, as paths from the root. */
function localImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, resolve(root, dirname(file), target)));
}

function packageOf(target: string): string | null {
  if (target.startsWith('.') || target.startsWith('/') || target.startsWith('node:')) return null;
  const [scope, name] = target.split('/');
  return scope?.startsWith('@') ? `${scope}/${name}` : (scope ?? null);
}

/** The room a file is in, from the inside of the house to the outside. */
function roomOf(file: string): string {
  if (file.startsWith('config/locales')) return 'locales';
  if (file.startsWith('config/')) return 'config';
  if (file.startsWith('commands/')) return 'commands';
  const [, folder, rest] = file.split('/');
  return rest === undefined ? `src/${folder}` : `src/${folder}/`;
}

const inside = ['src/core/'];
const ports = [...inside, 'src/ports/'];
const services = [...ports, 'src/services/'];
const speech = [...inside, 'src/words/', 'locales', 'src/routes.ts'];
const cards = [...services, ...speech, 'src/cards/'];
const contract = [...services, ...cards, 'src/command.ts', 'src/incoming.ts'];

/** What each room may import from. A room that is missing here may not exist. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/core/': inside,
  'src/ports/': ports,
  'src/services/': services,
  'src/words/': speech,
  'src/routes.ts': [],
  'src/cards/': cards,
  'src/command.ts': [...services, 'src/words/'],
  'src/incoming.ts': [...ports, 'src/command.ts'],
  commands: [...contract, 'commands'],
  'src/dispatch/': [...contract, 'src/dispatch/'],
  'src/failure.ts': [...inside, 'src/words/', 'config'],
  'src/jobs/': [...services, ...cards, 'src/jobs/'],
  'src/adapters/': [...ports, 'src/adapters/', 'src/command.ts', 'src/incoming.ts'],
  config: ['src/core/'],
  locales: [],
  'src/app.ts': ['any'],
  'src/library.ts': ['any'],
  'src/outside.ts': ['any'],
  'src/dot-env.ts': [],
  'src/terminal/': [
    'src/failure.ts',
    ...ports,
    'src/services/',
    'src/words/',
    'src/terminal/',
    'src/app.ts',
    'src/library.ts',
    'src/outside.ts',
    'src/sandbox/',
    'config',
  ],
  'src/sandbox/': ['src/ports/', 'src/sandbox/', 'src/app.ts', 'src/adapters/', 'config'],
  'src/main.ts': ['any'],
  'src/cli.ts': ['any'],
};

/** Packages that only one room may know. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@discordjs/core': ['src/adapters/discord/'],
  '@discordjs/rest': ['src/adapters/discord/'],
  '@discordjs/ws': ['src/adapters/discord/'],
  '@discordjs/builders': ['commands/'],
  '@discordjs/formatters': ['src/cards/'],
  'discord-api-types': [
    'src/adapters/discord/',
    'src/cards/',
    'src/ports/message.ts',
    'src/command.ts',
    'src/incoming.ts',
    'src/dispatch/',
    'src/sandbox/',
    'commands/',
  ],
  '@napi-rs/canvas': ['src/adapters/pictures/'],
  'chart.js': ['src/adapters/pictures/'],
  kysely: ['src/adapters/store/'],
  openai: ['src/adapters/model/'],
  cockatiel: ['src/adapters/model/'],
  jsonrepair: ['src/adapters/model/'],
  diff: ['src/cards/'],
  keyv: ['src/adapters/cache'],
  pino: ['src/adapters/log.ts'],
  fastify: ['src/sandbox/'],
  ws: ['src/sandbox/'],
  'intl-messageformat': ['src/words/'],
  'request-filtering-agent': ['src/adapters/web/'],
  'robots-parser': ['src/adapters/web/'],
  linkedom: ['src/adapters/web/'],
  zod: ['src/', 'commands/', 'config/'],
};

describe('architecture', () => {
  it.each(sources)('%s imports only from rooms it may know', (file) => {
    const allowed = mayImport[roomOf(file)];
    const strangers = localImportsOf(file).filter(
      (target) =>
        target !== 'package.json' && !allowed?.includes('any') && !allowed?.includes(roomOf(target)),
    );

    expect(allowed, `${roomOf(file)} is not in the plan of the house`).toBeDefined();
    expect(strangers).toEqual([]);
  });

  it.each(sources)('%s names packages only where they are at home', (file) => {
    const strangers = importsOf(file).filter((target) => {
      const name = packageOf(target);
      return (
        name !== null &&
        !file.startsWith('src/sandbox/page/') &&
        !homes[name]?.some((home) => file.startsWith(home))
      );
    });

    expect(strangers).toEqual([]);
  });

  it('has no cycles', () => {
    const graph = new Map(
      sources.map((file) => [file, localImportsOf(file).filter((target) => sources.includes(target))]),
    );
    const done = new Set<string>();
    const cycleFrom = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const target of graph.get(file) ?? []) {
        const cycle = cycleFrom(target, [...path, file]);
        if (cycle !== null) return cycle;
      }
      done.add(file);
      return null;
    };

    expect(sources.map((file) => cycleFrom(file, [])).find((cycle) => cycle !== null)).toBeUndefined();
  });

  it('keeps clock, chance and input or output out of the core', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|from 'node:|\bperformance\.|\bsetTimeout\(|\basync\b|\bawait\b/;
    const offenders = sources
      .filter((file) => file.startsWith('src/core/'))
      .filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')));

    expect(offenders).toEqual([]);
  });

  it('lets only the entries read the environment, arguments and signals', () => {
    const entries = ['src/main.ts', 'src/cli.ts', 'src/dot-env.ts'];
    const offenders = sources
      .filter((file) => !entries.includes(file))
      .filter((file) =>
        /\bprocess\.(?:env|argv|on\b|loadEnvFile)/.test(readFileSync(join(root, file), 'utf8')),
      );

    expect(offenders).toEqual([]);
  });

  it('has one barrel, the list of commands', () => {
    expect(sources.filter((file) => /(?:^|\/)index\.ts$/.test(file))).toEqual(['commands/index.ts']);
  });

  it('keeps files short: none over 400 lines, half of them under 100', () => {
    const lines = sources
      .map((file) => readFileSync(join(root, file), 'utf8').split('\n').length)
      .sort((a, b) => a - b);

    expect(lines.at(-1)).toBeLessThanOrEqual(400);
    expect(lines[lines.length >> 1]).toBeLessThan(100);
  });

  it('has no any, non-null assertion, enum or default export', () => {
    const banned =
      /:\s*any\b|\bas any\b|<any>|[\w)\]]!(?:[.;,)\]]|$)|^\s*(?:export\s+)?(?:const\s+)?enum\s|^export default/m;
    const offenders = sources
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        banned.test(
          readFileSync(join(root, file), 'utf8').replace(/'[^'\n]*'|`[^`]*`|\/\/.*|\/\*[\s\S]*?\*\//g, ''),
        ),
      );

    expect(offenders).toEqual([]);
  });
});
