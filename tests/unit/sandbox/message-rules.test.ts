import { MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsIn } from '../../../src/sandbox/components-in.ts';
import { limits } from '../../../src/sandbox/message-limits.ts';
import { isEmptyMessage, messageComplaints } from '../../../src/sandbox/message-rules.ts';
import { choiceComplaints, modalComplaints } from '../../../src/sandbox/modal-rules.ts';

const flags = MessageFlags.IsComponentsV2;
const noFiles = { fileNames: [] };
const text = (content: string) => ({ type: 10, content });
const button = (customId: string, label = 'Open') => ({ type: 2, style: 1, custom_id: customId, label });
const card = (...components: readonly unknown[]) => ({ flags, components });
const complaints = (body: Parameters<typeof messageComplaints>[0]) =>
  messageComplaints(body, noFiles).map(({ code }) => code);

describe('the rules for messages', () => {
  test('texts are accepted up to 4,000 characters in total, however they are divided', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 });

    fc.assert(
      fc.property(lengths, (all) => {
        const total = all.reduce((sum, length) => sum + length, 0);
        const found = complaints(card(...all.map((length) => text('ß'.repeat(length)))));

        expect(found.length === 0).toBe(total <= limits.textDisplays);
      }),
    );
  });

  test('forty components are accepted, nested ones counted, and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 42 }), (sections, texts) => {
        const inside = [
          ...Array.from({ length: sections }, (_, n) => ({
            type: 9,
            components: [text('x')],
            accessory: button(`b${n}`),
          })),
          ...Array.from({ length: texts }, () => text('x')),
        ];
        const body = card({ type: 17, components: inside });

        expect(componentsIn(body.components)).toHaveLength(1 + 3 * sections + texts);
        expect(complaints(body).length === 0).toBe(1 + 3 * sections + texts <= limits.components);
      }),
    );
  });

  test('custom_ids and labels are accepted up to their limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 100 }), (id, label) => {
        const row = { type: 1, components: [button('i'.repeat(id), 'l'.repeat(label))] };
        const fits = id >= 1 && id <= limits.customId && label >= 1 && label <= limits.buttonLabel;

        expect(complaints(card(row)).length === 0).toBe(fits);
      }),
    );
  });

  test('whatever is sent, judging it never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('flags', 'content', 'components', 'embeds'), fc.jsonValue()),
        (body) => {
          expect(() => messageComplaints(body, noFiles)).not.toThrow();
          expect(() => modalComplaints(body)).not.toThrow();
          expect(() => choiceComplaints({ choices: body.components })).not.toThrow();
        },
      ),
    );
  });

  test.each([
    {
      why: 'a row of five buttons',
      body: {
        content: 'x',
        components: [{ type: 1, components: ['a', 'b', 'c', 'd', 'e'].map((id) => button(id)) }],
      },
      codes: [],
    },
    {
      why: 'six rows',
      body: {
        content: 'x',
        components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ type: 1, components: [button(id)] })),
      },
      codes: ['BASE_TYPE_BAD_LENGTH'],
    },
    {
      why: 'a text display without the flag',
      body: { components: [text('x')] },
      codes: ['BASE_TYPE_CHOICES'],
    },
    {
      why: 'content with the flag',
      body: { ...card(text('x')), content: 'x' },
      codes: ['MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    },
    {
      why: 'flags in words',
      body: { ...card(text('x')), flags: 'v2' },
      codes: ['BASE_TYPE_CHOICES', 'BASE_TYPE_CHOICES'],
    },
    {
      why: 'an emoji instead of a label',
      body: card({ type: 1, components: [{ ...button('a'), label: undefined, emoji: { name: '👍' } }] }),
      codes: [],
    },
  ])('$why gives $codes', ({ body, codes }) => {
    expect(complaints(body)).toEqual(codes);
  });

  test('a file may be named by the message that is edited as well as by the upload', () => {
    const body = card({ type: 13, file: { url: 'attachment://a.txt' } });

    const edits = messageComplaints(body, { fileNames: ['a.txt'], edits: { flags } });

    expect(edits).toEqual([]);
    expect(complaints(body)).toEqual(['UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND']);
  });

  test.each([
    { why: 'nothing', body: {}, files: [], empty: true },
    { why: 'spaces', body: { content: ' \n' }, files: [], empty: true },
    { why: 'empty lists', body: { components: [], embeds: [] }, files: [], empty: true },
    { why: 'a word', body: { content: 'x' }, files: [], empty: false },
    { why: 'a component', body: { components: [{}] }, files: [], empty: false },
    { why: 'a file', body: {}, files: ['a.txt'], empty: false },
  ])('$why in a message: empty is $empty', ({ body, files, empty }) => {
    expect(isEmptyMessage(body, files)).toBe(empty);
  });
});
