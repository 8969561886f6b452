import { ConfigError } from '../config/schema.ts';
import { FootnoteError } from './core/errors.ts';
import { words } from './words/words.ts';

/** How a command of the terminal ended badly: a sentence for the person, and the exit code. */
export type Failure = { readonly sentence: string; readonly exitCode: 1 | 2 };

/** Codes that are the machine's or the network's doing, not a mistake in what was typed. */
const notInput: readonly string[] = [
  'store.unavailable',
  'store.read-only',
  'store.newer',
  'store.older',
  'discord.unreachable',
  'discord.closed',
  'model.failed',
];

/**
 * What to tell whoever sits at the terminal: never a stack trace.
 *
 * @returns exit code 2 for input and configuration that can be mended, 1 for anything else
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof ConfigError) return { sentence: error.message, exitCode: 2 };
  if (error instanceof FootnoteError) {
    const sentence = words('en-US').say(`error.${error.code}`, error.parameters);
    return { sentence, exitCode: notInput.includes(error.code) ? 1 : 2 };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  return {
    sentence: `Footnote stopped: ${reason}. If this happens again, please report it with this line.`,
    exitCode: 1,
  };
}
