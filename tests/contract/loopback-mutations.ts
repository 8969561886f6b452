import { MessageFlags } from 'discord-api-types/v10';

export const V2 = MessageFlags.IsComponentsV2;
export const quiet = { parse: [] };

/** The parts that the good requests are made of. */
export const text = (content: string) => ({ type: 10, content });
export const button = (customId: string) => ({ type: 2, style: 1, custom_id: customId, label: 'Open' });
export const option = (value: string) => ({ label: value, value });
export const select = {
  type: 3,
  custom_id: 'claims',
  placeholder: 'Open a claim',
  options: [option('c01'), option('c02')],
};
const link = { type: 2, style: 5, label: 'Source', url: 'https://example.org/a' };
export const container = {
  type: 17,
  components: [
    { type: 9, components: [text('A claim')], accessory: button('open') },
    { type: 14 },
    { type: 1, components: [button('next'), link] },
    { type: 1, components: [select] },
  ],
};
export const card = { flags: V2, allowed_mentions: quiet, components: [container] };
export const field = { type: 4, custom_id: 'reason', style: 2, max_length: 400 };
export const modal = {
  custom_id: 'why',
  title: 'Why',
  components: [{ type: 18, label: 'Why', component: field }],
};
export const query = {
  type: 3,
  name: 'query',
  description: 'What to look for',
  required: true,
  autocomplete: true,
};
export const lookup = { type: 1, name: 'lookup', description: 'Looks a claim up', options: [query] };
export const command = {
  name: 'claim',
  description: 'Claims',
  contexts: [0],
  integration_types: [0],
  default_member_permissions: '8192',
  options: [lookup],
};

export type Step = string | number;
/** One way to break a good request. */
export type Mutation = {
  readonly of: string;
  readonly why: string;
  /** Where in the recorded request; `body` or `response` comes first. */
  readonly at: readonly Step[];
  /** The new value; undefined takes the field away. */
  readonly to: unknown;
};

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const data = ['body', 'data'];
const top = [...data, 'components', 0, 'components'];
const inSection = [...top, 0];
const inButtons = [...top, 2, 'components'];
const inSelect = [...top, 3, 'components', 0];
const rowOf = (...components: readonly unknown[]) => [{ type: 1, components }];

/** Every way to break a request that the oracle must notice; `of` names the good request. */
export const mutations: readonly Mutation[] = [
  { of: 'reply', why: 'mentions would ping', at: [...data, 'allowed_mentions'], to: { parse: ['users'] } },
  {
    of: 'reply',
    why: 'without the field everything pings',
    at: [...data, 'allowed_mentions'],
    to: undefined,
  },
  { of: 'reply', why: 'an empty object does not silence', at: [...data, 'allowed_mentions'], to: {} },
  {
    of: 'reply',
    why: 'a named user would be pinged',
    at: [...data, 'allowed_mentions'],
    to: { parse: [], users: ['1'] },
  },
  { of: 'edit', why: 'edits ping too', at: ['body', 'allowed_mentions'], to: undefined },
  { of: 'followUp', why: 'follow-ups ping too', at: ['body', 'allowed_mentions'], to: undefined },
  { of: 'post', why: 'channel messages ping too', at: ['body', 'allowed_mentions'], to: undefined },
  {
    of: 'reply',
    why: 'an answer notifies no role',
    at: [...data, 'allowed_mentions'],
    to: { parse: [], roles: ['1290000000000000102'] },
  },
  {
    of: 'post',
    why: 'two roles would be notified',
    at: ['body', 'allowed_mentions'],
    to: { parse: [], roles: ['1290000000000000102', '1290000000000000103'] },
  },
  {
    of: 'post',
    why: 'the author of the message it answers would be pinged',
    at: ['body', 'allowed_mentions'],
    to: { parse: [], replied_user: true },
  },
  {
    of: 'reply',
    why: 'the Components V2 flag is missing',
    at: [...data, 'flags'],
    to: MessageFlags.Ephemeral,
  },
  { of: 'edit', why: 'the Components V2 flag cannot go', at: ['body', 'flags'], to: 0 },
  { of: 'post', why: 'a flag nobody may set', at: ['body', 'flags'], to: V2 | MessageFlags.Crossposted },
  { of: 'reply', why: 'content beside Components V2', at: [...data, 'content'], to: 'hello' },
  { of: 'reply', why: 'embeds beside Components V2', at: [...data, 'embeds'], to: [{ title: 'x' }] },
  { of: 'reply', why: 'no component at all', at: [...data, 'components'], to: [] },
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
  { of: 'reply', why: 'a response type nobody knows', at: ['body', 'type'], to: 3 },
  {
    of: 'file',
    why: 'a file component without its file',
    at: [...data, 'components', 0, 'file', 'url'],
    to: 'attachment://other.txt',
  },
  {
    of: 'file',
    why: 'a file component that points elsewhere',
    at: [...data, 'components', 0, 'file', 'url'],
    to: 'https://example.org/post.txt',
  },
  {
    of: 'file',
    why: 'an attachment id that is no number',
    at: [...data, 'attachments', 0, 'id'],
    to: 'first',
  },
  { of: 'file', why: 'attachments that are no list', at: [...data, 'attachments'], to: 'post.txt' },
  {
    of: 'file',
    why: 'a description of 1,025',
    at: [...data, 'attachments', 0, 'description'],
    to: 'x'.repeat(1_025),
  },
  { of: 'deferral', why: 'a deferral with a text', at: [...data, 'content'], to: 'soon' },
  { of: 'deferral', why: 'a deferral with a strange flag', at: [...data, 'flags'], to: MessageFlags.Loading },
  { of: 'edit', why: 'components of another kind', at: ['body', 'components'], to: 'none' },
  { of: 'edit', why: 'the answer turns public into ephemeral', at: ['response', 'flags'], to: 'x' },
  { of: 'post', why: 'a nonce of 26', at: ['body', 'nonce'], to: 'x'.repeat(26) },
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
  { of: 'gateway', why: 'an answer without a limit', at: ['response', 'session_start_limit'], to: undefined },
  { of: 'gateway', why: 'a body on a GET', at: ['body'], to: {} },
  { of: 'gateway', why: 'a route Discord does not have', at: ['route'], to: '/gateways' },
  { of: 'reply', why: 'an answer without an interaction', at: ['response', 'interaction'], to: undefined },
  {
    of: 'reply',
    why: 'an answer with a message without time',
    at: ['response', 'resource', 'message', 'timestamp'],
    to: 'now',
  },
  { of: 'reply', why: 'a 204 with a body', at: ['status'], to: 204 },
  { of: 'reply', why: 'an error in another shape', at: ['status'], to: 400 },
  { of: 'reply', why: 'a rate limit without a time', at: ['status'], to: 429 },
];
