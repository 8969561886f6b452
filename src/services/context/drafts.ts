import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FootnoteError } from '../../core/errors.ts';
import { DraftId, UserId } from '../../core/ids.ts';
import { retention } from '../../core/retention.ts';
import type { BoundDeps } from '../deps.ts';
import { seal, unseal } from '../sealing.ts';

/** How long a form may be open: Discord's own limit for answering an interaction. */
const keptMs = retention.draftMinutes * 60_000;

/** What is sealed: whose form it is, and what it was opened for. */
const Kept = z.object({ owner: UserId, value: z.unknown() });

/**
 * Keeps what a form was opened for until it is sent; only the same member gets it back. It may hold what others wrote,
 * and who: it is sealed with a key made of the draft's id, which lies in the form and in no file.
 */
export async function keepDraft(
  deps: Pick<BoundDeps, 'cache' | 'newId'>,
  memberId: UserId,
  value: unknown,
): Promise<DraftId> {
  const id = DraftId.parse(deps.newId());
  const kept: z.infer<typeof Kept> = { owner: memberId, value };
  await deps.cache.set(keyOf(id), seal(hash('key', id), kept), keptMs);
  return id;
}

/**
 * What a form was opened for.
 *
 * @throws FootnoteError `draft.gone` when it has expired, or another member opened it
 */
export async function readDraft<Value>(
  deps: Pick<BoundDeps, 'cache'>,
  memberId: UserId,
  id: DraftId,
  schema: z.ZodType<Value>,
): Promise<Value> {
  const sealed = await deps.cache.get<string>(keyOf(id));
  const kept = Kept.safeParse(sealed === undefined ? null : unseal(hash('key', id), sealed));
  const parsed = schema.safeParse(kept.data?.owner === memberId ? kept.data.value : undefined);
  if (!parsed.success) throw new FootnoteError('draft.gone');
  return parsed.data;
}

/** Where a draft lies: tells nothing of its id, and so nothing of its key. */
function keyOf(id: DraftId): string {
  return `draft:${hash('place', id).toString('base64url')}`;
}

function hash(purpose: 'place' | 'key', id: DraftId): Buffer {
  return createHash('sha256').update(`${purpose}:${id}`).digest();
}
