import type { MessageSubject } from '../../core/case.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { GuildId } from '../../core/ids.ts';
import type { DossierOrigin } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import { queueCard, writeAudit } from '../cases/change-case.ts';
import { newCase } from '../cases/new-case.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing } from '../dossiers/archive-dossiers.ts';
import { inBatches } from '../in-batches.ts';

/** A deleted channel may have had many, and others write, too. */
const portion = 100;

/**
 * Opens a case of every deleted message of a server that has none while a dossier shows its text: whether the dossier stays is
 * a person's decision.
 *
 * @param find - where the dossiers made from deleted messages come from
 * @returns how many cases were opened
 */
export async function openDeleted(
  deps: BoundDeps,
  guildId: GuildId,
  find: (stores: Stores) => Promise<readonly DossierOrigin[]>,
): Promise<number> {
  const waiting = await deps.database.snapshot(async (stores) => unknownOf(stores, await find(stores)));
  if (waiting.length === 0) return 0;
  const locale = await localeOf(deps, guildId);

  let opened = 0;
  await inBatches(portion, async (limit) => {
    const some = waiting.splice(0, limit);
    opened += await deps.database.transaction(async (stores) => {
      const unknown = await unknownOf(stores, some);
      for (const origin of unknown) await open(deps, stores, origin, locale);
      return unknown.length;
    });
    return some.length;
  });
  deps.wakeOutbox();
  return opened;
}

/** One origin of each message that has no case and that a dossier shows. */
async function unknownOf(stores: Stores, origins: readonly DossierOrigin[]): Promise<DossierOrigin[]> {
  const unknown: DossierOrigin[] = [];
  const ofEach = new Map(origins.map((origin) => [origin.messageId, origin]));
  for (const origin of ofEach.values()) {
    const { guildId, messageId } = origin;
    const known = await stores.cases.ofSubject(guildId, { kind: 'message', key: messageId });
    if (known === null && (await dossiersShowing(stores, guildId, messageId)).length > 0)
      unknown.push(origin);
  }
  return unknown;
}

async function open(
  deps: BoundDeps,
  stores: Stores,
  { guildId, channelId, parentId, messageId, authorId }: DossierOrigin,
  locale: string,
): Promise<void> {
  const subject: MessageSubject = {
    kind: 'message',
    ...{ channelId, parentId, messageId, authorId },
    text: null,
    textFrom: null,
    attachments: 0,
    reach: null,
    fate: 'deleted',
    claims: [],
  };
  const key = { kind: subject.kind, key: messageId };
  const opened = await stores.cases.open(newCase(deps, { guildId, subject, locale }), key);
  await writeAudit(deps, stores, {
    guildId,
    actorId: null,
    act: 'case.opened-by-deletion',
    caseNumber: opened.number,
    before: null,
    after: opened.state,
  });
  await queueCard(deps, stores, opened);
}

/** The server's Discord locale; a deletion, unlike a command, does not bring it along. */
async function localeOf({ guilds, log }: BoundDeps, guildId: GuildId): Promise<string> {
  try {
    return (await guilds.describe(guildId)).locale;
  } catch (error) {
    log.warn({ guildId, error: errorFacts(error) }, 'the language of a server is not known');
    return 'en-US';
  }
}
