import { MessageFlags } from 'discord-api-types/v10';
import { data, type Mutation } from './loopback-mutation.ts';
import { V2 } from './loopback-requests.ts';

/** Messages, and answers that defer one, that the oracle must object to, whatever their components. */
export const brokenMessages: readonly Mutation[] = [
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
  { of: 'post', why: 'a nonce of 26', at: ['body', 'nonce'], to: 'x'.repeat(26) },
];
