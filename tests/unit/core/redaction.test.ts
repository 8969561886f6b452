import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/core/redaction.ts';
import { cpuMs } from '../../cpu-time.ts';

describe('a redacted question', () => {
  it.each([
    {
      text: 'ask jane.doe+x@ex-ample.co.uk about it',
      redacted: 'ask [e-mail] about it',
      why: 'an e-mail address',
    },
    { text: 'jörg@müller.de', redacted: '[e-mail]', why: 'letters beyond English' },
    { text: 'a＠example.jp', redacted: '[e-mail]', why: 'a wide @' },
    { text: '+44 (0)20 7946 0958', redacted: '[phone number]', why: 'British, from abroad' },
    { text: '(555) 123-4567', redacted: '[phone number]', why: 'American' },
    { text: '+1-555-123-4567!', redacted: '[phone number]!', why: 'American, from abroad' },
    { text: '06.12.34.56.78', redacted: '[phone number]', why: 'French' },
    { text: '030 - 123 45 67 8', redacted: '[phone number]', why: 'German, with a dash' },
    { text: '+49 30 / 1234567', redacted: '[phone number]', why: 'German, with a slash' },
    { text: '+964 770 123 4567', redacted: '[phone number]', why: 'Iraqi' },
    { text: '٠٧٧٠ ١٢٣ ٤٥٦٧', redacted: '[phone number]', why: 'Iraqi, in Arabic digits' },
    { text: '12 34 56 78', redacted: '[phone number]', why: 'Danish' },
    { text: 'call07701234567now', redacted: 'call[phone number]now', why: 'no space around it' },
    { text: 'who is <@123456789012345678>?', redacted: 'who is [mention]?', why: 'a member' },
    {
      text: '<@!1> <@&2> <#3> <:a:4> </x y:5>',
      redacted: '[mention] [mention] [mention] [mention] [mention]',
      why: 'every kind of mention',
    },
    { text: '@some.one said', redacted: '[mention] said', why: 'a name with an at sign' },
    { text: 'user_123456789012345678', redacted: 'user_[id]', why: 'a Discord id' },
    { text: '4111 1111 1111 1111', redacted: '[phone number]', why: 'a card number leaves nothing behind' },
  ])('loses what identifies somebody: $why', ({ text, redacted }) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each([
    { text: 'In 2016 and 2017', why: 'years' },
    { text: 'from 2003–2011, 1980-1988 or 2014 2015 2016', why: 'spans and lists of years' },
    { text: '11 September 2001', why: 'a date in words' },
    { text: 'on 2016-09-07 and 07/09/2016 and 7.9.2016', why: 'dates in figures' },
    { text: '1,000 fighters', why: 'a number with a comma' },
    { text: '12,000,000 or 12.000.000 or 12 000 000 people', why: 'round numbers' },
    { text: '$12,345,678 or €12345678', why: 'prices before the amount' },
    { text: '12345678 dollars, 87654321 €', why: 'prices behind the amount' },
    { text: 'about 33.3333333% of them', why: 'a percentage' },
    { text: 'the 10th Brigade, Resolution 2254, c04b', why: 'other numbers' },
  ])('keeps what is only a figure: $why', ({ text }) => {
    expect(redact(text)).toBe(text);
  });

  const pieces = fc.oneof(
    fc.constantFrom('@', '.', 'a@b.co', '<@1>', '@a.b', '+', '12345678', ' ', 'ä', '😀', '-', ','),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.emailAddress(),
  );
  const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('is well formed and never longer than 500 characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((part) => `${part}😀`.repeat(60)),
        ),
        (question) => {
          const redacted = redact(question.toWellFormed());

          expect(redacted.length).toBeLessThanOrEqual(500);
          expect(redacted.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('never holds an e-mail address', () => {
    fc.assert(
      fc.property(text, (question) => {
        expect(redact(question)).not.toMatch(/[\w.+-]+@[\w-]+(\.[\w-]+)+/);
      }),
    );
  });

  it('of 6,000 awkward characters is made in a blink', () => {
    const tookMs = cpuMs(() => {
      for (const part of ['1 ', 'a', '2016 ', '1.000', '9,999', '-', '@', 'a.', '1-'])
        redact(part.repeat(6_000 / part.length));
    });

    expect(tookMs).toBeLessThan(1_000);
  });
});
