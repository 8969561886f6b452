import { MessageFlags } from 'discord-api-types/v10';

export const V2 = MessageFlags.IsComponentsV2;
const quiet = { parse: [] };

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
