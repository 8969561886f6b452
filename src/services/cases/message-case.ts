import type { Case, MessageSubject, Resolution } from '../../core/case.ts';
import type { CaseWithText } from '../../core/context-dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { CaseId, GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { caseOf } from './change-case.ts';

/** A case about a message. */
export type MessageCase = Case & { readonly subject: MessageSubject };

/** Whether a case is about a message. */
export function isOfMessage(found: Case): found is MessageCase {
  return found.subject.kind === 'message';
}

/**
 * A case about a message, for work within a transaction or snapshot.
 *
 * @throws FootnoteError `case.unknown` when this server has none of that id, `case.not-a-message` when it is about
 * something else
 */
export async function messageCaseOf(stores: Stores, guildId: GuildId, caseId: CaseId): Promise<MessageCase> {
  const found = await caseOf(stores, guildId, caseId);
  if (!isOfMessage(found)) throw new FootnoteError('case.not-a-message');
  return found;
}

/** The case if the text of its message is known; null otherwise. */
export function withText(found: MessageCase): CaseWithText | null {
  const { text } = found.subject;
  return text === null || text.trim() === '' ? null : { ...found, subject: { ...found.subject, text } };
}

/** How a case is resolved by posting context. */
export function contextResolution(
  by: Resolution['by'],
  url: string | null,
  claim: Resolution['claim'],
): Resolution {
  return { kind: 'context-posted', by, note: null, url, claim };
}
