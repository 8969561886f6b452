import { FootnoteError } from '../core/errors.ts';
import { GuildId, UserId } from '../core/ids.ts';
import type { Invocation } from './terminal-command.ts';

/** `--guild ID`, or null for the shared dossiers. */
export function guildOption({ options }: Invocation): GuildId | null {
  if (options['guild'] === undefined) return null;
  const parsed = GuildId.safeParse(options['guild']);
  if (!parsed.success)
    throw new FootnoteError('usage', { problem: '--guild takes a server id of 17 to 20 digits.' });
  return parsed.data;
}

/** `--guild ID` where a server must be named. */
export function requiredGuild(invocation: Invocation): GuildId {
  const guildId = guildOption(invocation);
  if (guildId === null) throw new FootnoteError('usage', { problem: 'Name the server with --guild ID.' });
  return guildId;
}

/** `--user ID` */
export function userOption({ options }: Invocation): UserId {
  const parsed = UserId.safeParse(options['user']);
  if (!parsed.success)
    throw new FootnoteError('usage', { problem: '--user takes a member’s id of 17 to 20 digits.' });
  return parsed.data;
}

/** The file that an option names. */
export function requiredFile({ options }: Invocation, name: string): string {
  const file = options[name];
  if (typeof file === 'string' && file !== '') return file;
  throw new FootnoteError('usage', { problem: `Name the file with --${name} FILE.` });
}

/** `--top N`: a whole number from 1 to 100. */
export function topOption({ options }: Invocation, usual: number): number {
  if (options['top'] === undefined) return usual;
  const top = Number(options['top']);
  if (Number.isInteger(top) && top >= 1 && top <= 100) return top;
  throw new FootnoteError('usage', { problem: '--top takes a whole number from 1 to 100.' });
}
