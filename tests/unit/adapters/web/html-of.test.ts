import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../../src/adapters/web/html-of.ts';

const head = (charset: string) => `<html><head><meta charset="${charset}"><title>`;
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** "Мост" and "橋" in charsets that this system reads but does not write. */
const bridge1251 = [0xcc, 0xee, 0xf1, 0xf2];
const bridgeShiftJis = [0x8b, 0xb4];

describe('the text of a page', () => {
  it.each([
    { contentType: 'text/html; charset=windows-1251', body: bytes('<title>', bridge1251), reads: 'Мост' },
    { contentType: 'text/html', body: bytes(head('windows-1251'), bridge1251), reads: 'Мост' },
    { contentType: 'text/html;charset="Shift_JIS"', body: bytes('<title>', bridgeShiftJis), reads: '橋' },
    {
      contentType: 'text/html',
      body: bytes('<meta http-equiv=content-type content="text/html; charset=Shift_JIS">', bridgeShiftJis),
      reads: '橋',
    },
    { contentType: 'text/html', body: bytes('<title>Мост 橋 גשר'), reads: 'Мост 橋 גשר' },
    { contentType: 'application/xhtml+xml', body: bytes('<title>Мост'), reads: 'Мост' },
    { contentType: null, body: bytes('<!DOCTYPE html><title>Мост'), reads: 'Мост' },
    { contentType: 'text/html; charset=klingon', body: bytes('<title>Мост'), reads: 'Мост' },
    {
      contentType: 'text/html; charset=windows-1251',
      body: bytes([0xef, 0xbb, 0xbf], '<title>Мост'),
      reads: 'Мост',
    },
    {
      contentType: 'text/html',
      body: bytes([0xff, 0xfe], Buffer.from('<p>橋', 'utf16le').toJSON().data),
      reads: '橋',
    },
  ])('is read as $contentType says, or the page itself', ({ contentType, body, reads }) => {
    expect(htmlOf({ contentType, body })).toContain(reads);
  });

  it('is read as the page says, where the server says what it cannot be', () => {
    const body = bytes(head('windows-1251'), bridge1251);

    expect(htmlOf({ contentType: 'text/html; charset=utf-8', body })).toContain('Мост');
  });

  it('is read with gaps when it is in no charset that anybody names', () => {
    const body = bytes('<title>Bridge ', bridge1251);

    expect(htmlOf({ contentType: 'text/html; charset=utf-8', body })).toMatch(/^<title>Bridge \ufffd+$/);
  });

  it('is read as UTF-8 although it is cut in the midst of a character', () => {
    const body = bytes(head('windows-1251'), 'Мост 橋').subarray(0, -1);

    expect(htmlOf({ contentType: 'text/html; charset=utf-8', body })).toMatch(/Мост $/);
  });

  it.each([
    { contentType: 'application/pdf', body: bytes('<html>') },
    { contentType: 'image/png', body: bytes('') },
    { contentType: 'text/plain; charset=utf-8', body: bytes('<html>') },
    { contentType: null, body: bytes('%PDF-1.7') },
  ])('is none where it is no page: $contentType', ({ contentType, body }) => {
    expect(htmlOf({ contentType, body })).toBeNull();
  });
});
