import { myWatchesRoute, watchNewsCard } from '../cards/watch-cards.ts';
import { WatcherId } from '../core/ids.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import { words } from '../words/words.ts';
import type { SendingDeps, Sent } from './sending.ts';

/** Tells a watcher what changed since they were last told. */
export async function sendWatchNews({ services, messages }: SendingDeps, item: OutboxItem): Promise<Sent> {
  const { guildId } = item;
  const told = await services.beginNews({ guildId, watcherId: WatcherId.parse(item.subjectId) });
  if (told === null) {
    await services.finishOutbox(item);
    return 'done';
  }
  const card = watchNewsCard(told, await services.serverName({ guildId }), words(told.locale));
  const heard = await messages.tell(told.memberId, card, {
    nonce: `news-${told.batch}`,
    begunAt: item.begunAt,
    mark: myWatchesRoute(told.batch),
  });
  await services.noteNews({ batch: told, heard: heard === 'told' ? 'told' : 'waiting', item });
  return 'done';
}
