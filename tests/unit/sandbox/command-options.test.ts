import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { findSlashCommand, objectionTo, optionData } from '../../../src/sandbox/command-options.ts';

const text = {
  type: 3,
  name: 'query',
  description: 'x',
  required: true,
  min_length: 2,
  max_length: 5,
} as const;
const count = { type: 4, name: 'top', description: 'x', min_value: 1, max_value: 9 } as const;
const tone = { type: 3, name: 'tone', description: 'x', choices: [{ name: 'Kind', value: 'kind' }] } as const;
const flag = { type: 5, name: 'share', description: 'x' } as const;

const command: APIApplicationCommand = {
  id: '1',
  version: '1',
  application_id: '1',
  type: 1,
  name: 'claim',
  description: 'x',
  default_member_permissions: null,
  options: [
    {
      type: 1,
      name: 'lookup',
      description: 'x',
      options: [text, count, { ...tone, choices: [...tone.choices] }, flag],
    },
    {
      type: 2,
      name: 'note',
      description: 'x',
      options: [{ type: 1, name: 'add', description: 'x', options: [flag] }],
    },
  ],
};

const lookup = findSlashCommand([command], 'claim lookup');

describe('a slash command', () => {
  test.each([
    { words: 'claim lookup', inside: ['lookup'] },
    { words: '  claim   note add ', inside: ['note', 'add'] },
    { words: 'claim', inside: undefined },
    { words: 'claim note', inside: undefined },
    { words: 'claim lookup query', inside: undefined },
    { words: 'summary', inside: undefined },
  ])('"$words" names $inside', ({ words, inside }) => {
    expect(findSlashCommand([command], words)?.inside).toEqual(inside);
  });

  test.each([
    { why: 'all is well', given: { query: 'abc', top: 3, tone: 'kind', share: true }, word: undefined },
    { why: 'a required option is missing', given: {}, word: 'required' },
    { why: 'an option does not exist', given: { query: 'abc', colour: 'red' }, word: 'colour' },
    { why: 'a text is too long', given: { query: 'abcdef' }, word: 'at most 5' },
    { why: 'a text is too short', given: { query: 'a' }, word: 'more characters' },
    { why: 'a number is too large', given: { query: 'abc', top: 10 }, word: 'another number' },
    { why: 'a number has a fraction', given: { query: 'abc', top: 1.5 }, word: 'another type' },
    { why: 'a type is wrong', given: { query: 'abc', share: 'yes' }, word: 'another type' },
    { why: 'a choice was never offered', given: { query: 'abc', tone: 'rude' }, word: 'no such choice' },
  ])('is objected to when $why', ({ given, word }) => {
    const objection = objectionTo(lookup?.options ?? [], given);

    if (word === undefined) expect(objection).toBeUndefined();
    else expect(objection).toContain(word);
  });

  test('carries its options inside its subcommands, the focused one marked', () => {
    const add = findSlashCommand([command], 'claim note add');
    if (lookup === undefined || add === undefined) throw new Error('not found');

    expect(optionData(lookup, { query: 'abc' }, 'query')).toEqual([
      { name: 'lookup', type: 1, options: [{ name: 'query', type: 3, value: 'abc', focused: true }] },
    ]);
    expect(optionData(add, { share: true })).toEqual([
      {
        name: 'note',
        type: 2,
        options: [{ name: 'add', type: 1, options: [{ name: 'share', type: 5, value: true }] }],
      },
    ]);
  });
});
