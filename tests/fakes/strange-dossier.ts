import fc from 'fast-check';
import { type Claim, ClaimKey, claimKinds, DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { ClaimId, DossierId, NoteId } from '../../src/core/ids.ts';
import { type Note, stances } from '../../src/core/note.ts';
import { PartialDate } from '../../src/core/partial-date.ts';

/** Letters of several scripts, emoji of several code points, and every piece of markdown Discord knows. */
const shreds = [
  ...['who pays the militias? ', 'the Iraqi Army is “occupying” Syria. ', 'x', ' ', ', '],
  ...[
    'من يدفع رواتب الميليشيات؟ ',
    'الجيش العراقي ',
    '١٢٣',
    'עברית ',
    '\u202eevil',
    '\u2069',
    '\u2067',
    '\u200f',
  ],
  ...[
    '誰が民兵に支払うのか。',
    'イラク軍',
    '한국어 ',
    '😀',
    '👩‍👩‍👧‍👦',
    '🇮🇶',
    'é́́',
    '\u200b',
    '\ufeff',
    '\u00ad',
  ],
  ...[
    '**',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '_',
    '*',
    '\\',
    '\\\\',
    '[a](https://evil.example)',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '<@1>',
    '<@&2>',
    '<#3>',
    '<t:0>',
    '</x:1>',
    '<:a:1>',
    '@everyone',
    ':smile:',
    'https://evil.example/a_b',
  ],
  ...['# h', '-# s', '> q', '>>> q', '- i', '1. n', '{count}', "'{'", '<b>', '%', '&amp;'],
] as const;
const shred = fc.constantFrom(...shreds);

/** A text of one line, as long as it may be or short. */
export function strangeLine(maxChars: number): fc.Arbitrary<string> {
  return strangeText(maxChars).map((text) => text.replace(/\s+/g, ' ').trim() || 'x');
}

/** A text of several lines: many different shreds, or one of them over and over up to `maxChars`. */
export function strangeText(maxChars: number): fc.Arbitrary<string> {
  const mixed = fc.array(fc.oneof({ weight: 8, arbitrary: shred }, fc.constantFrom('\n', '\n\n')), {
    maxLength: 60,
  });
  const made = fc.oneof(
    mixed.map((parts) => parts.join('')),
    fc
      .tuple(mixed, fc.nat(maxChars))
      .map(([parts, chars]) => (parts.join('') || 'x').repeat(40).slice(0, chars)),
    shred.map((part) => part.repeat(Math.ceil(maxChars / part.length)).slice(0, maxChars)),
  );
  return made.map((text) => text.slice(0, maxChars).toWellFormed().trim() || 'x');
}

const oneOfChars = (chars: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...chars), minLength: min, maxLength: max });
const id = oneOfChars('abcXYZ0189_-', 12, 12);
const url = fc.oneof(
  fc.constant('https://a.example/'),
  oneOfChars('ab1/?&=%_*~|.-', 0, 480).map((path) => `https://news.example/${path}`),
  fc.nat(155).map((pairs) => `https://wiki.example/${'()'.repeat(Math.floor(pairs / 2))}`),
  fc.nat(470).map((chars) => `https://news.example/${'記'.repeat(chars)}`),
);
const date = fc.constantFrom('2016', '2016-09', '2016-09-07').map((text) => PartialDate.parse(text));
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const sourceNote = fc.record({
  id: id.map((text) => NoteId.parse(text)),
  type: fc.constant('source' as const),
  text: strangeText(2_000),
  stance: fc.constantFrom(...stances),
  url,
  publisher: strangeLine(200),
  title: orNull(strangeLine(500)),
  date: orNull(date),
  lastChecked: orNull(date),
});
const disputeNote = fc.record({
  id: id.map((text) => NoteId.parse(text)),
  type: fc.constant('dispute' as const),
  text: strangeText(2_000),
  url: orNull(url),
});

/** Up to six different notes, as often as `times`. */
function notesOf(times: number): fc.Arbitrary<readonly Note[]> {
  return fc
    .array(fc.oneof(sourceNote, disputeNote), { maxLength: 6 })
    .map((some) => Array.from({ length: times }, () => some).flat());
}

/** Moves an offset out of a surrogate pair, to behind it. */
function wholeCharacter(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}

function claimOf(post: string, noteTimes: number): fc.Arbitrary<Claim> {
  return fc
    .record({
      id: id.map((text) => ClaimId.parse(text)),
      span: fc.tuple(fc.nat(post.length - 1), fc.nat(post.length - 1)),
      gist: strangeText(300),
      kind: fc.constantFrom(...claimKinds),
      notes: notesOf(noteTimes),
    })
    .map(({ span, ...rest }) => {
      const start = wholeCharacter(post, Math.min(...span));
      const end = wholeCharacter(post, Math.max(...span) + 1);
      return { ...rest, key: ClaimKey.parse('c1'), quote: post.slice(start, end), start, end };
    })
    .filter(({ quote }) => /\S/.test(quote));
}

/** Up to four claims with up to 200 notes each, or up to 60 with few. */
function claimsOf(post: string): fc.Arbitrary<readonly Claim[]> {
  return fc
    .constantFrom([1, 1], [1, 33], [15, 1])
    .chain(([claimTimes = 1, noteTimes = 1]) =>
      fc
        .array(claimOf(post, noteTimes), { maxLength: 4 })
        .map((some) => Array.from({ length: claimTimes }, () => some).flat()),
    )
    .map((claims) => claims.map((claim, index) => ({ ...claim, key: ClaimKey.parse(`c${1000 + index}z`) })));
}

/**
 * A dossier as long and strange as the format allows: any script, markdown, direction marks, names of full length,
 * up to 60 claims, or up to 200 notes on each of a few.
 *
 * @param maxPostChars - the longest post to make
 */
export function strangeDossier(maxPostChars = 5_000): fc.Arbitrary<Dossier> {
  return strangeText(maxPostChars).chain((post) =>
    fc.record({
      id: id.map((text) => DossierId.parse(text)),
      guildId: fc.constant(null),
      sample: fc.boolean(),
      slug: oneOfChars('abc019', 1, 48).map((text) => DossierSlug.parse(text)),
      title: strangeLine(200),
      language: fc.constant('en'),
      status: fc.constant('published' as const),
      version: fc.integer({ min: 1, max: 100_000 }),
      changedAt: fc.constant(Date.UTC(2026, 8, 30)),
      post: fc.record({
        text: fc.constant(post),
        author: orNull(strangeLine(200)),
        date: orNull(date),
        url: orNull(url),
        remarks: orNull(strangeText(2_000)),
      }),
      summary: fc.record({
        text: strangeText(4_000),
        madeBy: fc.oneof(
          fc.constant({ by: 'person' as const }),
          fc.constant({ by: 'extractive' as const }),
          strangeLine(200).map((model) => ({ by: 'model' as const, model })),
        ),
      }),
      claims: claimsOf(post),
    }),
  );
}
