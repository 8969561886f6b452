import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { submission } from '../../../src/sandbox/modal-fields.ts';

const modal: APIModalInteractionResponseCallbackData = {
  custom_id: 'flag',
  title: 'Flag',
  components: [
    { type: 10, content: 'Tell us more.' },
    {
      type: 18,
      label: 'Reason',
      component: {
        type: 3,
        custom_id: 'reason',
        options: [
          { label: 'Rumour', value: 'rumour', default: true },
          { label: 'Old', value: 'old' },
        ],
      },
    },
    {
      type: 18,
      label: 'Details',
      component: { type: 4, custom_id: 'details', style: 2, min_length: 3, max_length: 9, required: false },
    },
    { type: 1, components: [{ type: 4, custom_id: 'source', label: 'Source', style: 1, value: 'none' }] },
  ],
};

describe('a filled modal', () => {
  test('carries every field in its place; untouched ones keep what the bot had put there', () => {
    const filled = submission(modal, { reason: 'old', Details: 'because' });

    expect(filled).toEqual({
      custom_id: 'flag',
      components: [
        { type: 10, id: 1 },
        { type: 18, id: 2, component: { type: 3, id: 200, custom_id: 'reason', values: ['old'] } },
        { type: 18, id: 3, component: { type: 4, id: 300, custom_id: 'details', value: 'because' } },
        { type: 1, id: 4, components: [{ type: 4, id: 400, custom_id: 'source', value: 'none' }] },
      ],
    });
  });

  test.each([
    { why: 'nothing was touched', fields: {}, refused: false },
    { why: 'a text is too short', fields: { details: 'x' }, refused: true },
    { why: 'a text is too long', fields: { details: 'x'.repeat(10) }, refused: true },
    { why: 'a required text was emptied', fields: { source: '' }, refused: true },
    { why: 'an optional text was emptied', fields: { details: '' }, refused: false },
    { why: 'an option was never offered', fields: { reason: 'new' }, refused: true },
    { why: 'nothing is picked', fields: { reason: [] }, refused: true },
    { why: 'too much is picked', fields: { reason: ['old', 'rumour'] }, refused: true },
  ])('is refused ($refused) when $why', ({ fields, refused }) => {
    expect(typeof submission(modal, fields) === 'string').toBe(refused);
  });

  test('cannot name a field the modal does not have', () => {
    expect(() => submission(modal, { colour: 'red' })).toThrow(RangeError);
  });
});
