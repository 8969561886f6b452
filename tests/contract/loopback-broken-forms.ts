import { data, type Mutation, many, rowOf } from './loopback-mutation.ts';
import { button, field } from './loopback-requests.ts';

/** Modals, and choices for what is being typed, that the oracle must object to. */
export const brokenForms: readonly Mutation[] = [
  { of: 'modal', why: 'a title of 46', at: [...data, 'title'], to: 'x'.repeat(46) },
  { of: 'modal', why: 'no title', at: [...data, 'title'], to: '' },
  {
    of: 'modal',
    why: 'six components',
    at: [...data, 'components'],
    to: many(6, (n) => ({ type: 18, label: 'Why', component: { ...field, custom_id: `f${n}` } })),
  },
  { of: 'modal', why: 'no component', at: [...data, 'components'], to: [] },
  { of: 'modal', why: 'a label of 46', at: [...data, 'components', 0, 'label'], to: 'x'.repeat(46) },
  {
    of: 'modal',
    why: 'a label description of 101',
    at: [...data, 'components', 0, 'description'],
    to: 'x'.repeat(101),
  },
  {
    of: 'modal',
    why: 'a text input that takes 4,001',
    at: [...data, 'components', 0, 'component', 'max_length'],
    to: 4_001,
  },
  {
    of: 'modal',
    why: 'a placeholder of 101',
    at: [...data, 'components', 0, 'component', 'placeholder'],
    to: 'x'.repeat(101),
  },
  {
    of: 'modal',
    why: 'a field twice',
    at: [...data, 'components'],
    to: many(2, () => ({ type: 18, label: 'Why', component: field })),
  },
  { of: 'modal', why: 'a button in a modal', at: [...data, 'components'], to: rowOf(button('x')) },
  { of: 'modal', why: 'a custom_id of 101', at: [...data, 'custom_id'], to: 'x'.repeat(101) },
  {
    of: 'choices',
    why: '26 choices',
    at: [...data, 'choices'],
    to: many(26, (n) => ({ name: `c${n}`, value: `c${n}` })),
  },
  { of: 'choices', why: 'a choice name of 101', at: [...data, 'choices', 0, 'name'], to: 'x'.repeat(101) },
  { of: 'choices', why: 'a choice value of 101', at: [...data, 'choices', 0, 'value'], to: 'x'.repeat(101) },
  { of: 'choices', why: 'a choice without a name', at: [...data, 'choices', 0, 'name'], to: '' },
];
