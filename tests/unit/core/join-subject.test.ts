import { describe, expect, it } from 'vitest';
import type { MessageSubject, Subject } from '../../../src/core/case.ts';
import { ClaimReference, DossierSlug } from '../../../src/core/claim.ts';
import { ChannelId, DossierId, MessageId, UserId } from '../../../src/core/ids.ts';
import { joinedSubject } from '../../../src/core/join-subject.ts';

const author = UserId.parse('200000000000000001');
const claims = [ClaimReference.parse({ slug: 'ferry-timetable', key: 'c01' })];

const bare: MessageSubject = {
  kind: 'message',
  channelId: ChannelId.parse('300000000000000001'),
  parentId: null,
  messageId: MessageId.parse('400000000000000001'),
  authorId: null,
  text: null,
  textFrom: null,
  attachments: 0,
  reach: null,
  fate: 'there',
  claims: [],
};
const read: MessageSubject = {
  ...bare,
  authorId: author,
  text: 'It saves twenty minutes.',
  textFrom: 'content',
  reach: 'everyone',
  claims,
};

describe('a subject that is reported once more', () => {
  it('gets the text that could not be read the first time', () => {
    expect(joinedSubject(bare, read)).toEqual(read);
  });

  it('keeps what it has when the second report cannot read it', () => {
    expect(joinedSubject(read, bare)).toEqual(read);
  });

  it('keeps the text that was reported first and is marked as edited when it reads otherwise now', () => {
    const joined = joinedSubject(read, { ...read, text: 'It saves nothing.', claims: [] });

    expect(joined).toEqual({ ...read, fate: 'edited' });
  });

  it('is not taken for edited when another part of it was read', () => {
    const embedded: MessageSubject = { ...read, text: 'A headline', textFrom: 'embed' };

    expect(joinedSubject(read, embedded)).toEqual(read);
  });

  it('loses its text when it was deleted meanwhile', () => {
    const joined = joinedSubject(read, { ...bare, fate: 'deleted' });

    expect(joined).toMatchObject({ fate: 'deleted', text: null, textFrom: null, claims: [] });
  });

  it('stays deleted, and without a text, whatever is reported', () => {
    const gone: MessageSubject = { ...bare, fate: 'deleted' };

    expect(joinedSubject(gone, read)).toEqual(gone);
  });

  it('gets back the text of a question that was forgotten', () => {
    const forgotten: Subject = { kind: 'question', text: null };
    const asked: Subject = { kind: 'question', text: 'Who paid?' };

    expect(joinedSubject(forgotten, asked)).toEqual(asked);
    expect(joinedSubject(asked, { kind: 'question', text: 'who paid' })).toEqual(asked);
  });

  it('stays the summary it is', () => {
    const summary: Subject = {
      kind: 'summary',
      dossierId: DossierId.parse('abcdefghijkl'),
      slug: DossierSlug.parse('ferry-timetable'),
    };

    expect(joinedSubject(summary, summary)).toEqual(summary);
  });
});
