import { describe, expect, it } from 'vitest';
import { FootnoteError } from '../../../src/core/errors.ts';
import { failureOf } from '../../../src/failure.ts';
import { helpText, terminalCommands } from '../../../src/terminal/commands.ts';
import { parseArguments } from '../../../src/terminal/parse-arguments.ts';

function problemWith(argv: readonly string[]): string {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'usage') return failureOf(error).sentence;
    throw error;
  }
  throw new RangeError('the command line is right');
}

describe('a command line', () => {
  it.each([
    { argv: ['summary'], command: 'summary', positionals: [], options: {}, why: 'a command alone' },
    {
      argv: ['summary', 'my-post'],
      command: 'summary',
      positionals: ['my-post'],
      options: {},
      why: 'a dossier',
    },
    {
      argv: ['lookup', 'who pays the militias'],
      command: 'lookup',
      positionals: ['who pays the militias'],
      options: {},
      why: 'a question',
    },
    {
      argv: ['lookup', 'who', '--top', '3', '--guild=12'],
      command: 'lookup',
      positionals: ['who'],
      options: { top: '3', guild: '12' },
      why: 'options in both forms',
    },
    {
      argv: ['lookup', '--top', '3', 'who'],
      command: 'lookup',
      positionals: ['who'],
      options: { top: '3' },
      why: 'options first',
    },
    {
      argv: ['lookup', '--', '-1 degrees'],
      command: 'lookup',
      positionals: ['-1 degrees'],
      options: {},
      why: 'a question that begins with a dash',
    },
    {
      argv: ['lookup', ''],
      command: 'lookup',
      positionals: [''],
      options: {},
      why: 'an empty question, which has its own sentence',
    },
    {
      argv: ['dossier', 'validate', 'a.json'],
      command: 'dossier validate',
      positionals: ['a.json'],
      options: {},
      why: 'a command of two words',
    },
    {
      argv: ['doctor', '--json'],
      command: 'doctor',
      positionals: [],
      options: { json: true },
      why: 'JSON wanted',
    },
  ])('is understood with $why', ({ argv, command, positionals, options }) => {
    expect(parseArguments(argv)).toMatchObject({ command: terminalCommands.get(command), positionals });
    expect({ ...parseArguments(argv)?.options }).toEqual(options);
    expect(parseArguments(argv)?.json).toBe('json' in options);
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j asks for help', (argv) => {
    expect(parseArguments(argv)).toBeNull();
  });

  it.each([
    { argv: ['sumary'], says: 'There is no command “sumary”.', why: 'a misspelt command' },
    { argv: ['dossier'], says: 'There is no command “dossier”.', why: 'half a command' },
    { argv: ['dossier', 'burn'], says: 'There is no command “dossier burn”.', why: 'an unknown second word' },
    { argv: ['constructor'], says: 'There is no command “constructor”.', why: 'a name every object has' },
    { argv: ['lookup'], says: 'This is how it goes: lookup "text"', why: 'no question' },
    {
      argv: ['lookup', 'who', 'pays'],
      says: 'This is how it goes: lookup "text"',
      why: 'a question without quotation marks',
    },
    {
      argv: ['lookup', 'who', '--bottom', '3'],
      says: 'This is how it goes: lookup',
      why: 'an unknown option',
    },
    {
      argv: ['lookup', 'who', '--top'],
      says: 'This is how it goes: lookup',
      why: 'an option without its value',
    },
    { argv: ['doctor', '--json=yes'], says: 'This is how it goes: doctor', why: 'a value for a switch' },
    { argv: ['doctor', 'now'], says: 'This is how it goes: doctor', why: 'one word too many' },
  ])('with $why is answered with what to type', ({ argv, says }) => {
    expect(problemWith(argv)).toContain(says);
    expect(problemWith(argv)).toContain('help');
  });

  it('can be any of the commands that help lists', () => {
    const help = helpText();

    for (const [name, { usage, purpose }] of terminalCommands) {
      expect(usage.startsWith(name)).toBe(true);
      expect(help).toContain(`  ${usage}\n      ${purpose}`);
    }
  });
});
