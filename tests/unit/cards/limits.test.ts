import { ComponentType as Type } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { complaintsOf, limits, roomOf } from '../../../src/cards/limits.ts';
import { makeCard, text } from '../../../src/cards/parts.ts';

const button = (parts: object = {}) => ({
  type: Type.Button,
  style: 2,
  label: 'Go',
  custom_id: '1:a.b',
  ...parts,
});
const rowOf = (...components: readonly object[]) => ({ type: Type.ActionRow, components });
const option = (parts: object = {}) => ({ label: 'One', value: '1', ...parts });
const menuOf = (options: readonly object[], parts: object = {}) =>
  rowOf({ type: Type.StringSelect, custom_id: '1:a.c', placeholder: 'Pick', options, ...parts });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const good = [
  { type: Type.Container, components: [text('# Title'), { type: Type.Separator }, text('Text')] },
  rowOf(button(), button({ custom_id: '1:a.d' })),
  menuOf([option(), option({ value: '2' })]),
];

describe('what Discord would refuse', () => {
  it('is nothing in a good card', () => {
    expect(complaintsOf(good)).toEqual([]);
  });

  it.each([
    { bad: [], says: 'nothing to show', why: 'an empty message' },
    { bad: [text('')], says: 'empty text', why: 'a text of no letters' },
    { bad: [text('x'.repeat(4_001))], says: 'too many characters', why: 'one text that is too long' },
    {
      bad: times(5, () => text('x'.repeat(801))),
      says: 'too many characters',
      why: 'texts that are too long together',
    },
    { bad: [text('記'.repeat(3_334))], says: 'too many bytes', why: 'letters of three bytes each' },
    { bad: times(41, () => text('x')), says: '41 components', why: 'too many components' },
    {
      bad: [{ type: Type.Container, components: times(40, () => text('x')) }],
      says: '41 components',
      why: 'the frame counts too',
    },
    {
      bad: [{ type: Type.Section, components: times(39, () => text('x')), accessory: button() }],
      says: '41 components',
      why: 'the button of a section counts too',
    },
    {
      bad: [rowOf(button(), button())],
      says: 'a custom_id twice',
      why: 'two buttons that cannot be told apart',
    },
    {
      bad: [rowOf(button()), menuOf([option()], { custom_id: '1:a.b' })],
      says: 'a custom_id twice',
      why: 'a button and a menu alike',
    },
    {
      bad: [rowOf(button({ custom_id: 'x'.repeat(101) }))],
      says: 'custom_id over 100',
      why: 'too long a custom_id',
    },
    { bad: [rowOf(button({ custom_id: '' }))], says: 'empty custom_id', why: 'no custom_id' },
    { bad: [rowOf(button({ label: 'x'.repeat(81) }))], says: 'label over 80', why: 'too long a label' },
    { bad: [rowOf(button({ label: '' }))], says: 'button without a label', why: 'no label' },
    {
      bad: [rowOf(...times(6, (index) => button({ custom_id: `1:a.${index}` })))],
      says: 'components over 5',
      why: 'a sixth button',
    },
    { bad: [text('x'), rowOf()], says: 'empty row', why: 'a row of nothing' },
    {
      bad: [rowOf({ type: Type.Button, style: 5, label: 'Go', url: `https://a.example/${'x'.repeat(500)}` })],
      says: 'url over 512',
      why: 'too long an address',
    },
    { bad: [menuOf([])], says: 'empty menu', why: 'nothing to pick' },
    {
      bad: [menuOf(times(26, (index) => option({ value: `${index}` })))],
      says: 'options over 25',
      why: 'too many entries',
    },
    {
      bad: [menuOf([option({ label: 'x'.repeat(101) })])],
      says: 'option label over 100',
      why: 'too long an entry',
    },
    {
      bad: [menuOf([option({ value: 'x'.repeat(101) })])],
      says: 'option value over 100',
      why: 'too long a value',
    },
    {
      bad: [menuOf([option({ description: 'x'.repeat(101) })])],
      says: 'option description over 100',
      why: 'too long a description',
    },
    {
      bad: [menuOf([option()], { placeholder: 'x'.repeat(151) })],
      says: 'placeholder over 150',
      why: 'too long a placeholder',
    },
  ])('is $why', ({ bad, says }) => {
    expect(complaintsOf(bad)).toContain(says);
  });

  it('stops a card from being made', () => {
    expect(() => makeCard([text('')])).toThrow(RangeError);
  });

  it('is nothing at the very limits', () => {
    const full = [
      text('x'.repeat(limits.textChars)),
      rowOf(
        ...times(5, (index) => button({ custom_id: `${index}`.padEnd(100, 'x'), label: 'x'.repeat(80) })),
      ),
      menuOf(times(25, (index) => option({ value: `${index}`, label: 'x'.repeat(100) }))),
    ];

    expect(complaintsOf(full)).toEqual([]);
    expect(complaintsOf([text('記'.repeat(3_333))])).toEqual([]);
    expect(complaintsOf(times(40, () => text('x')))).toEqual([]);
  });
});

describe('the room of a text', () => {
  it.each([
    { content: 'a'.repeat(4_000), room: 4_000, why: 'a letter of one byte takes a unit' },
    { content: 'ä'.repeat(1_000), room: 1_000, why: 'two bytes are within the limit still' },
    { content: '記'.repeat(1_000), room: 1_200, why: 'of three bytes, only 3,333 fit into a card' },
    { content: '😀'.repeat(1_000), room: 2_000, why: 'an emoji is two code units' },
    { content: '', room: 0, why: 'nothing takes nothing' },
  ])('is $room: $why', ({ content, room }) => {
    expect(roomOf(content)).toBe(room);
  });
});
