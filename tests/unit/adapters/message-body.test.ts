import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { editBody, messageBody } from '../../../src/adapters/discord/message-body.ts';
import { sentenceCard } from '../../../src/cards/plain-cards.ts';

const plain = sentenceCard('Hello.');
const file = { name: 'post.txt', contentType: 'text/plain; charset=utf-8', content: 'The post' };
const withFile = { ...plain, files: [file] };

describe('the body of a message', () => {
  it.each([
    { body: messageBody(plain, 'private'), why: 'a private one' },
    { body: messageBody(plain, 'public'), why: 'a public one' },
    { body: messageBody(withFile, 'public'), why: 'one with a file' },
    { body: editBody(plain), why: 'an edited one' },
  ])('mentions nobody and has no content beside its components: $why', ({ body }) => {
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(body.flags & MessageFlags.IsComponentsV2).toBe(MessageFlags.IsComponentsV2);
    expect(body).not.toHaveProperty('content');
    expect(body).not.toHaveProperty('embeds');
  });

  it('is seen by the member alone when it is private', () => {
    expect(messageBody(plain, 'private').flags & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
    expect(messageBody(plain, 'public').flags & MessageFlags.Ephemeral).toBe(0);
  });

  it('carries its files under their names', () => {
    expect(messageBody(withFile, 'private')).toMatchObject({
      files: [{ name: 'post.txt', data: 'The post', contentType: file.contentType }],
      attachments: [{ id: 0, filename: 'post.txt' }],
    });
  });

  it('carries bytes as they are', () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0, 255);
    const picture = { name: 'digest.png', contentType: 'image/png', content: bytes };

    const { files } = messageBody({ ...plain, files: [picture] }, 'public');

    expect(files).toEqual([{ name: 'digest.png', contentType: 'image/png', data: bytes }]);
  });

  it('takes away the files of the card before it', () => {
    expect(editBody(plain).attachments).toEqual([]);
    expect(editBody(withFile).attachments).toEqual([{ id: 0, filename: 'post.txt' }]);
  });
});
