import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRoute, encodeRoute } from '../../src/routes.ts';

const name = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,6})?(\.[a-z]{1,8}){1,2}$/);
const args = fc.array(
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((arg) => arg.replaceAll(':', ';')),
  { maxLength: 3 },
);

describe('a custom_id', () => {
  it('reads back as the action and arguments it was written with', () => {
    fc.assert(
      fc.property(name, args, (route, given) => {
        fc.pre([route, ...given].join(':').length <= 98);

        expect(decodeRoute(encodeRoute(route, ...given))).toEqual({ name: route, args: given });
      }),
    );
  });

  it('looks as documented', () => {
    expect(encodeRoute('claim.open', 'slug/c01')).toBe('1:claim.open:slug/c01');
  });

  it('is never longer than the 100 characters Discord allows', () => {
    expect(encodeRoute('a.b', 'x'.repeat(94))).toHaveLength(100);
    expect(() => encodeRoute('a.b', 'x'.repeat(95))).toThrow(RangeError);
  });

  it.each([
    { write: () => encodeRoute('claim.open', 'a:b'), why: 'a colon would make two arguments of one' },
    { write: () => encodeRoute('claim'), why: 'a name has a dot' },
    { write: () => encodeRoute('Claim.Open'), why: 'a name has no capitals' },
    { write: () => encodeRoute(''), why: 'a name is needed' },
  ])('is not written when $why', ({ write }) => {
    expect(write).toThrow(RangeError);
  });

  it.each([
    { customId: '0:claim.open:slug/c01', why: 'it is of an older version' },
    { customId: '2:claim.open:slug/c01', why: 'it is of a newer version' },
    { customId: 'claim.open:slug/c01', why: 'it has no version' },
    { customId: '1:claim', why: 'it has no whole name' },
    { customId: '1', why: 'it has no name' },
    { customId: '1:', why: 'its name is empty' },
    { customId: '1:../etc.passwd', why: 'its name is a path' },
    { customId: 'poll_vote_3', why: 'it is another bot’s' },
    { customId: '', why: 'it is empty' },
  ])('leads nowhere when $why', ({ customId }) => {
    expect(decodeRoute(customId)).toBeNull();
  });

  it('may be anything without causing an error', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 90 }).map((text) => `1:claim.open:${text}`),
    );

    fc.assert(fc.property(anything, (text) => void decodeRoute(text)));
  });
});
