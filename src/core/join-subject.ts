import type { MessageSubject, Subject } from './case.ts';

/**
 * What is known of a case's subject once more once another member has reported it: what was missing is filled in, and a
 * message that now reads otherwise is marked as edited. The text of the first report stays, since that is what was
 * reported.
 */
export function joinedSubject(known: Subject, fresh: Subject): Subject {
  if (known.kind === 'question' && fresh.kind === 'question') return known.text === null ? fresh : known;
  if (known.kind !== 'message' || fresh.kind !== 'message') return known;
  if (known.fate === 'deleted') return known;
  if (fresh.fate === 'deleted') return withoutText({ ...known, fate: 'deleted' });

  const placed: MessageSubject = {
    ...known,
    parentId: known.parentId ?? fresh.parentId,
    authorId: known.authorId ?? fresh.authorId,
    reach: known.reach ?? fresh.reach,
  };
  if (fresh.text === null) return placed;
  const { text, textFrom, attachments, claims, fate } = fresh;
  if (known.text === null) return { ...placed, text, textFrom, attachments, claims, fate };
  const reworded = known.textFrom === textFrom && known.text !== text;
  return reworded ? { ...placed, fate: 'edited' } : placed;
}

/** A message of which only its place and reports are kept. */
export function withoutText(subject: MessageSubject): MessageSubject {
  return { ...subject, text: null, textFrom: null, claims: [] };
}
