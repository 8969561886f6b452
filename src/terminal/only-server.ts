import { FootnoteError } from '../core/errors.ts';
import type { GuildId } from '../core/ids.ts';
import type { Library } from '../library.ts';

/**
 * The one server anything is stored of; null where there is none yet.
 *
 * @throws FootnoteError `usage` where there are several
 */
export async function onlyServer({ database }: Pick<Library, 'database'>): Promise<GuildId | null> {
  const [only, ...others] = await database.snapshot(({ departures }) => departures.known());
  if (others.length > 0)
    throw new FootnoteError('usage', { problem: 'There are several servers: name one with --guild ID.' });
  return only ?? null;
}
