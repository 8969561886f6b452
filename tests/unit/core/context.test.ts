import { describe, expect, it } from 'vitest';
import { type ContextFields, keepingOf, readContext } from '../../../src/core/context.ts';
import { WebAddress } from '../../../src/core/web-address.ts';

const nothing: ContextFields = { text: '', addresses: '', claim: '' };
const longest = `https://example.org/${'a'.repeat(480)}`;

function problemsIn(fields: Partial<ContextFields>): readonly object[] {
  const read = readContext({ ...nothing, ...fields });
  return read.kind === 'problems' ? read.problems : [];
}

describe('what a moderator types as context', () => {
  it.each([
    { fields: {}, why: 'nothing says nothing', problems: [{ problem: 'empty' }] },
    { fields: { text: ' \n\t' }, why: 'space says nothing either', problems: [{ problem: 'empty' }] },
    {
      fields: { addresses: 'https://example.org' },
      why: 'addresses without a word leave open what they are for',
      problems: [{ problem: 'empty' }],
    },
    {
      fields: { text: 'x', claim: 'c01' },
      why: 'a claim is posted with its own notes',
      problems: [{ problem: 'both' }],
    },
    {
      fields: { addresses: 'https://example.org', claim: 'c01' },
      why: 'a claim has its own sources',
      problems: [{ problem: 'both' }],
    },
    {
      fields: { text: 'x'.repeat(801) },
      why: 'it stands in a conversation',
      problems: [{ problem: 'text-too-long' }],
    },
    {
      fields: { text: 'x', addresses: 'https://a.org https://b.org\nhttps://c.org\nhttps://d.org' },
      why: 'three are enough to check',
      problems: [{ problem: 'too-many-addresses' }],
    },
    {
      fields: { text: 'x', addresses: 'https://a.org\nexample.org/page' },
      why: 'without https:// it is no link',
      problems: [{ problem: 'address-malformed', line: 2 }],
    },
    {
      fields: { text: 'x', addresses: 'javascript:alert(1)' },
      why: 'only the web can be read by everyone',
      problems: [{ problem: 'address-malformed', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: 'ftp://example.org/file' },
      why: 'only the web can be read by everyone',
      problems: [{ problem: 'address-malformed', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: 'https://localhost/page' },
      why: 'it leads to the reader’s own machine',
      problems: [{ problem: 'address-malformed', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: 'https://example.org@evil.example/' },
      why: 'it seems to lead elsewhere',
      problems: [{ problem: 'address-login', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: 'https://user:secret@example.org/' },
      why: 'a password is nobody else’s business',
      problems: [{ problem: 'address-login', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: `${longest}a` },
      why: 'Discord makes no link of it',
      problems: [{ problem: 'address-too-long', line: 1 }],
    },
    {
      fields: { text: 'x', addresses: 'https://example.org\nhttps://EXAMPLE.org/' },
      why: 'both are one page',
      problems: [{ problem: 'address-twice', line: 2 }],
    },
    {
      fields: { text: 'x'.repeat(801), addresses: 'nowhere\nhttps://u@example.org' },
      why: 'everything is said at once',
      problems: [
        { problem: 'text-too-long' },
        { problem: 'address-malformed', line: 1 },
        { problem: 'address-login', line: 2 },
      ],
    },
  ])('$fields is refused: $why', ({ fields, problems }) => {
    expect(problemsIn(fields)).toEqual(problems);
  });

  it.each([
    { addresses: '', urls: [], why: 'none are needed' },
    { addresses: ` ${longest}\n`, urls: [longest], why: 'space around it is no part of it' },
    { addresses: '<https://example.org/a>', urls: ['https://example.org/a'], why: 'Discord’s own brackets' },
    {
      addresses: 'https://a.org/1 https://a.org/2,http://a.org/3',
      urls: ['https://a.org/1', 'https://a.org/2,http://a.org/3'],
      why: 'a comma may belong to an address',
    },
    {
      addresses: 'https://müller.example/ä',
      urls: ['https://müller.example/ä'],
      why: 'letters of every language',
    },
  ])('takes a text with the addresses “$addresses”: $why', ({ addresses, urls }) => {
    expect(readContext({ ...nothing, text: ' a text ', addresses })).toEqual({
      kind: 'text',
      text: 'a text',
      urls,
    });
    expect(urls.every((url) => WebAddress.safeParse(url).success)).toBe(true);
  });

  it('takes the name of a claim alone, and makes whole characters of halves', () => {
    expect(readContext({ ...nothing, claim: ' ferry/c01 ' })).toEqual({ kind: 'claim', name: 'ferry/c01' });
    expect(readContext({ ...nothing, text: 'half \ud83d' })).toEqual({
      kind: 'text',
      text: 'half \ufffd',
      urls: [],
    });
  });
});

describe('what becomes of posted context', () => {
  const there = { fate: 'there', text: 'the post' } as const;
  const open = { optedOut: false, everyoneSees: true };

  it.each([
    { kind: 'text', post: there, place: open, keeping: 'kept', why: 'everyone can read the post anyway' },
    { kind: 'claim', post: there, place: open, keeping: 'linked', why: 'the claim has a dossier' },
    {
      kind: 'text',
      post: there,
      place: { ...open, optedOut: true },
      keeping: 'opted-out',
      why: 'an author may want no part in it',
    },
    {
      kind: 'text',
      post: { ...there, fate: 'deleted' },
      place: open,
      keeping: 'deleted',
      why: 'the author took it back',
    },
    {
      kind: 'text',
      post: { ...there, fate: 'edited' },
      place: open,
      keeping: 'edited',
      why: 'the stored text is no longer what the post says',
    },
    { kind: 'text', post: { ...there, text: null }, place: open, keeping: 'no-text', why: 'nothing to find' },
    { kind: 'text', post: { ...there, text: ' ' }, place: open, keeping: 'no-text', why: 'nothing to find' },
    {
      kind: 'text',
      post: there,
      place: { ...open, everyoneSees: false },
      keeping: 'private',
      why: 'a dossier would carry it out of the room',
    },
  ] as const)('is “$keeping” because $why', ({ kind, post, place, keeping }) => {
    expect(keepingOf(kind, post, place)).toBe(keeping);
  });
});
