import { parseArgs } from 'node:util';
import { FootnoteError } from '../core/errors.ts';
import { terminalCommands } from './commands.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** What was typed after the program's name, understood. */
export type Parsed = Pick<Invocation, 'positionals' | 'options'> & {
  readonly command: TerminalCommand;
  readonly json: boolean;
};

/** The first words of commands of two words. */
const groups = new Set([...terminalCommands.keys()].flatMap((name) => name.match(/^.+(?= )/) ?? []));

/**
 * Understands a command line; null asks for help.
 *
 * @throws FootnoteError `usage` with what is wrong with it
 */
export function parseArguments(argv: readonly string[]): Parsed | null {
  const [first, second] = argv;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') return null;
  const name = groups.has(first) ? `${first} ${second ?? ''}` : first;
  const command = terminalCommands.get(name);
  if (command === undefined)
    throw new FootnoteError('usage', { problem: `There is no command “${name.trim()}”.` });

  const rest = argv.slice(name.includes(' ') ? 2 : 1);
  const { values, positionals } = parsed(command, rest);
  const { min, max } = command.positionals;
  if (positionals.length < min || positionals.length > max)
    throw new FootnoteError('usage', { problem: `This is how it goes: ${command.usage}.` });
  return { command, positionals, options: values, json: values['json'] === true };
}

function parsed(command: TerminalCommand, args: string[]) {
  const kinds = Object.entries({ ...command.options, json: 'boolean' as const });
  const options = Object.fromEntries(kinds.map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new FootnoteError('usage', { problem: `This is how it goes: ${command.usage}.` }, { cause });
  }
}
