import { type Mutation, many } from './loopback-mutation.ts';
import { command, lookup, query } from './loopback-requests.ts';

/** Registrations of commands that the oracle must object to. */
export const brokenCommands: readonly Mutation[] = [
  { of: 'commands', why: 'a name in capitals', at: ['body', 0, 'name'], to: 'Claim' },
  { of: 'commands', why: 'a name with a space', at: ['body', 0, 'name'], to: 'claim it' },
  { of: 'commands', why: 'a name of 33', at: ['body', 0, 'name'], to: 'x'.repeat(33) },
  { of: 'commands', why: 'a description of 101', at: ['body', 0, 'description'], to: 'x'.repeat(101) },
  { of: 'commands', why: 'no description', at: ['body', 0, 'description'], to: '' },
  { of: 'commands', why: 'the same name twice', at: ['body'], to: [command, command] },
  {
    of: 'commands',
    why: '101 commands',
    at: ['body'],
    to: many(101, (n) => ({ ...command, name: `c${n}` })),
  },
  {
    of: 'commands',
    why: '16 message menus',
    at: ['body'],
    to: many(16, (n) => ({ type: 3, name: `Check ${n}` })),
  },
  {
    of: 'commands',
    why: 'required after optional',
    at: ['body', 0, 'options', 0, 'options'],
    to: [{ ...query, name: 'a', required: false }, query],
  },
  {
    of: 'commands',
    why: '26 options',
    at: ['body', 0, 'options', 0, 'options'],
    to: many(26, (n) => ({ ...query, name: `o${n}` })),
  },
  {
    of: 'commands',
    why: 'an option name twice',
    at: ['body', 0, 'options', 0, 'options'],
    to: [query, query],
  },
  { of: 'commands', why: 'a subcommand beside an option', at: ['body', 0, 'options'], to: [lookup, query] },
  {
    of: 'commands',
    why: 'choices beside autocomplete',
    at: ['body', 0, 'options', 0, 'options', 0, 'choices'],
    to: [{ name: 'a', value: 'a' }],
  },
  {
    of: 'commands',
    why: '26 choices',
    at: ['body', 0, 'options', 0, 'options', 0],
    to: { ...query, autocomplete: false, choices: many(26, (n) => ({ name: `c${n}`, value: `c${n}` })) },
  },
  {
    of: 'commands',
    why: 'an option that takes 6,001',
    at: ['body', 0, 'options', 0, 'options', 0, 'max_length'],
    to: 6_001,
  },
  {
    of: 'commands',
    why: 'more than 8,000 characters',
    at: ['body', 0, 'options'],
    to: many(25, (n) => ({
      ...lookup,
      name: `s${n}`,
      options: many(4, (m) => ({ ...query, name: `o${m}`, description: 'x'.repeat(100) })),
    })),
  },
  {
    of: 'commands',
    why: 'a locale Discord does not have',
    at: ['body', 0, 'name_localizations'],
    to: { xx: 'claim' },
  },
  {
    of: 'commands',
    why: 'permissions in words',
    at: ['body', 0, 'default_member_permissions'],
    to: 'ManageMessages',
  },
  { of: 'commands', why: 'a context that does not exist', at: ['body', 0, 'contexts'], to: [7] },
];
