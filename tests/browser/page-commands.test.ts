import { describe, expect, test } from 'vitest';
import { commands } from './page-modules.ts';

const share = {
  type: 5,
  name: 'share',
  description: 'Show it to everyone',
  name_localizations: { de: 'teilen' },
};
const query = { type: 3, name: 'query', description: 'What was said', required: true, autocomplete: true };
const registered = [
  {
    type: 1,
    name: 'summary',
    description: 'The summary',
    name_localizations: { de: 'zusammenfassung' },
    description_localizations: { de: 'Die Zusammenfassung' },
    options: [share, { type: 3, name: 'dossier', description: 'Which one' }],
  },
  {
    type: 1,
    name: 'claim',
    description: 'Claims',
    options: [
      { type: 1, name: 'lookup', description: 'Find a claim', options: [share, query] },
      { type: 1, name: 'list', description: 'All claims' },
    ],
  },
  { type: 1, name: 'queue', description: 'Open cases', default_member_permissions: String(1n << 13n) },
  { type: 1, name: 'settings', description: 'Settings', default_member_permissions: String(1n << 5n) },
  { type: 3, name: 'Check this post', description: '' },
];
const offered = (locale = 'en-US', permissions = 0n) =>
  commands.slashCommands(registered, locale, { permissions: String(permissions) });
const paths = (permissions: bigint) => offered('en-US', permissions).map(({ path }) => path);

describe('the commands a persona is offered', () => {
  test.each([
    { who: 'a member', permissions: 0n, more: [] },
    { who: 'who manages messages', permissions: 1n << 13n, more: ['queue'] },
    { who: 'who manages the server', permissions: 1n << 5n, more: ['settings'] },
    { who: 'an administrator', permissions: 1n << 3n, more: ['queue', 'settings'] },
  ])('are those of $who', ({ permissions, more }) => {
    expect(paths(permissions)).toEqual(['claim list', 'claim lookup', ...more, 'summary']);
  });

  test('are named and described in the chosen locale, and keep the names the bot knows', () => {
    const summary = offered('de').find(({ path }) => path === 'summary');

    expect(summary).toMatchObject({ label: 'zusammenfassung', description: 'Die Zusammenfassung' });
    expect(summary?.options.map(({ name, label }) => [name, label])).toContainEqual(['share', 'teilen']);
  });

  test('have their required options first', () => {
    const lookup = offered().find(({ path }) => path === 'claim lookup');

    expect(lookup?.options.map(({ name }) => name)).toEqual(['query', 'share']);
  });
});

describe('what was typed behind the slash', () => {
  test.each([
    ['cl', ['claim list', 'claim lookup'], 'the start of a name'],
    ['claim lo', ['claim lookup'], 'a subcommand'],
    ['look', ['claim lookup'], 'within a name'],
    ['all claims', ['claim list'], 'within a description'],
    ['nothing', [], 'no command'],
  ])('narrows the list: %s', (typed, expected, _why) => {
    expect(commands.fittingCommands(offered(), typed).map(({ path }) => path)).toEqual(expected);
  });

  test.each([
    ['/claim lookup who pays', 'claim lookup', 'who pays', true, 'a whole line'],
    ['/claim lookup ', 'claim lookup', '', true, 'a space ends the name'],
    ['/summary', 'summary', '', false, 'the name may still go on'],
    ['/SUMMARY', 'summary', '', false, 'capitals'],
  ])('is read as a command with its text: %j', (line, path, rest, complete, _why) => {
    const read = commands.readLine(offered(), line);

    expect(read).toMatchObject({ leaf: { path }, rest, complete });
  });

  test.each([
    ['summary', 'no slash'],
    ['/claim', 'needs a subcommand'],
    ['/summaryx', 'another word'],
    ['/', 'no name yet'],
  ])('is no command yet: %j', (line, _why) => {
    expect(commands.readLine(offered(), line)).toBeNull();
  });

  test('a localised name works as well as the bot’s own', () => {
    const german = offered('de');

    expect(commands.readLine(german, '/zusammenfassung x')?.leaf.path).toBe('summary');
    expect(commands.readLine(german, '/summary x')?.leaf.path).toBe('summary');
  });
});

describe('where the text of a line goes', () => {
  test.each([
    ['claim lookup', 'query', 'the required string'],
    ['summary', 'dossier', 'the first string'],
    ['claim list', undefined, 'no string at all'],
  ])('of /%s', (path, expected, _why) => {
    const leaf = offered().find((one) => one.path === path);

    expect(leaf && commands.mainOption(leaf)?.name).toBe(expected);
  });
});
