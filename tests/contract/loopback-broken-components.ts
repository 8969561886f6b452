import { data, type Mutation, many, rowOf } from './loopback-mutation.ts';
import { button, container, option, select, text } from './loopback-requests.ts';

const top = [...data, 'components', 0, 'components'];
const inSection = [...top, 0];
const inButtons = [...top, 2, 'components'];
const inSelect = [...top, 3, 'components', 0];

/** Components of a message that the oracle must object to. */
export const brokenComponents: readonly Mutation[] = [
  { of: 'reply', why: 'a container without anything in it', at: top, to: [] },
  { of: 'reply', why: '41 components, nested ones counted', at: top, to: many(40, () => text('x')) },
  {
    of: 'reply',
    why: 'accessories count: 14 sections of 3 are 43',
    at: top,
    to: many(14, (n) => ({ type: 9, components: [text('x')], accessory: button(`b${n}`) })),
  },
  {
    of: 'reply',
    why: '4,001 characters in two texts',
    at: top,
    to: [text('x'.repeat(2_000)), text('x'.repeat(2_001))],
  },
  {
    of: 'reply',
    why: '4,001 characters in one text',
    at: [...inSection, 'components'],
    to: [text('x'.repeat(4_001))],
  },
  { of: 'reply', why: 'an empty text', at: [...inSection, 'components'], to: [text('')] },
  {
    of: 'reply',
    why: 'four texts in a section',
    at: [...inSection, 'components'],
    to: many(4, () => text('x')),
  },
  { of: 'reply', why: 'a section without texts', at: [...inSection, 'components'], to: [] },
  { of: 'reply', why: 'a section without accessory', at: [...inSection, 'accessory'], to: undefined },
  { of: 'reply', why: 'a select as accessory', at: [...inSection, 'accessory'], to: select },
  { of: 'reply', why: 'a container in a container', at: top, to: [container] },
  { of: 'reply', why: 'a component nobody knows', at: top, to: [{ type: 99 }] },
  { of: 'reply', why: 'a button outside a row', at: top, to: [button('x')] },
  { of: 'reply', why: 'a custom_id used twice', at: [...inButtons, 0, 'custom_id'], to: 'open' },
  {
    of: 'reply',
    why: 'a component id used twice',
    at: top,
    to: [
      { ...text('x'), id: 7 },
      { ...text('y'), id: 7 },
    ],
  },
  { of: 'reply', why: 'an empty custom_id', at: [...inButtons, 0, 'custom_id'], to: '' },
  { of: 'reply', why: 'a custom_id of 101', at: [...inButtons, 0, 'custom_id'], to: 'x'.repeat(101) },
  { of: 'reply', why: 'a button without custom_id', at: [...inButtons, 0, 'custom_id'], to: undefined },
  { of: 'reply', why: 'a label of 81', at: [...inButtons, 0, 'label'], to: 'x'.repeat(81) },
  { of: 'reply', why: 'a button that says nothing', at: [...inButtons, 0, 'label'], to: undefined },
  { of: 'reply', why: 'a style that does not exist', at: [...inButtons, 0, 'style'], to: 9 },
  {
    of: 'reply',
    why: 'a URL of 513',
    at: [...inButtons, 1, 'url'],
    to: `https://example.org/${'x'.repeat(493)}`,
  },
  { of: 'reply', why: 'a URL that runs script', at: [...inButtons, 1, 'url'], to: 'javascript:alert(1)' },
  { of: 'reply', why: 'a URL that is a file', at: [...inButtons, 1, 'url'], to: 'file:///etc/passwd' },
  { of: 'reply', why: 'a link that is also a button', at: [...inButtons, 1, 'custom_id'], to: 'x' },
  {
    of: 'reply',
    why: 'six buttons in a row',
    at: [...top, 2, 'components'],
    to: many(6, (n) => button(`b${n}`)),
  },
  { of: 'reply', why: 'an empty row', at: [...top, 2, 'components'], to: [] },
  { of: 'reply', why: 'a button beside a select', at: top, to: rowOf(select, button('x')) },
  { of: 'reply', why: 'two selects in a row', at: top, to: rowOf(select, { ...select, custom_id: 'other' }) },
  { of: 'reply', why: 'a text in a row', at: top, to: rowOf(text('x')) },
  { of: 'reply', why: 'no options', at: [...inSelect, 'options'], to: [] },
  { of: 'reply', why: '26 options', at: [...inSelect, 'options'], to: many(26, (n) => option(`c${n}`)) },
  { of: 'reply', why: 'an option twice', at: [...inSelect, 'options'], to: [option('a'), option('a')] },
  {
    of: 'reply',
    why: 'an option label of 101',
    at: [...inSelect, 'options', 0, 'label'],
    to: 'x'.repeat(101),
  },
  { of: 'reply', why: 'an empty option label', at: [...inSelect, 'options', 0, 'label'], to: '' },
  {
    of: 'reply',
    why: 'an option value of 101',
    at: [...inSelect, 'options', 0, 'value'],
    to: 'x'.repeat(101),
  },
  {
    of: 'reply',
    why: 'an option description of 101',
    at: [...inSelect, 'options', 0, 'description'],
    to: 'x'.repeat(101),
  },
  { of: 'reply', why: 'a placeholder of 151', at: [...inSelect, 'placeholder'], to: 'x'.repeat(151) },
  { of: 'reply', why: 'more to pick than there is', at: [...inSelect, 'max_values'], to: 3 },
  { of: 'reply', why: 'least above most', at: [...inSelect, 'min_values'], to: 2 },
];
