import { errorFacts } from '../../core/error-facts.ts';
import type { DossierId } from '../../core/ids.ts';
import type { DossierOrigin } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing } from '../dossiers/archive-dossiers.ts';
import { forgetDeleted } from './forget-messages.ts';

const portion = 50;

/** What a look at the messages that dossiers show came to, as counts. */
export type CheckedShown = {
  readonly looked: number;
  /** Deleted: a case says so. */
  readonly gone: number;
  /** Discord did not say; they are looked at again in the next night. */
  readonly failed: number;
};

/**
 * Looks at every message whose text a dossier shows and no case keeps, one after the other, and has those that are gone be
 * decided about. One that Footnote may no longer see changes nothing.
 *
 * @param stop - ends it before the next look
 */
export async function checkShownMessages(deps: BoundDeps, stop: AbortSignal): Promise<CheckedShown> {
  const counts = { gone: 0, failed: 0, there: 0 };
  let looked = 0;
  let after: DossierId | null = null;
  for (;;) {
    const last: DossierId | null = after;
    const origins: readonly DossierOrigin[] = await deps.database.snapshot((stores) =>
      stores.origins.notArchived(last, portion),
    );
    for (const origin of origins) {
      if (stop.aborted) break;
      if (!(await deps.database.snapshot((stores) => isToBeLookedAt(stores, origin)))) continue;
      counts[await look(deps, origin)] += 1;
      looked += 1;
    }
    after = origins.at(-1)?.dossierId ?? null;
    if (after === null || origins.length < portion || stop.aborted) break;
  }
  const { gone, failed } = counts;
  return { looked, gone, failed };
}

/** Whether nobody looks at the message for its case, and nobody has been told that it was deleted. */
async function isToBeLookedAt(stores: Stores, { guildId, messageId }: DossierOrigin): Promise<boolean> {
  const found = await stores.cases.ofSubject(guildId, { kind: 'message', key: messageId });
  const isKept = found?.subject.kind === 'message' && found.subject.text !== null;
  const isToldOf = found?.subject.kind === 'message' && found.subject.fate === 'deleted';
  if (isKept || isToldOf) return false;
  return (await dossiersShowing(stores, guildId, messageId)).length > 0;
}

async function look(
  deps: BoundDeps,
  { guildId, channelId, messageId }: DossierOrigin,
): Promise<'there' | 'gone' | 'failed'> {
  try {
    if ((await deps.messages.look(channelId, messageId)) !== 'gone') return 'there';
    await forgetDeleted(deps, { guildId, messageIds: [messageId] });
    return 'gone';
  } catch (error) {
    deps.log.warn({ guildId, error: errorFacts(error) }, 'a message of a dossier could not be looked up');
    return 'failed';
  }
}
