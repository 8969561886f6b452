import { channelMark, emojiText } from './names.js';
import { safeUrl } from './safe-url.js';
import { Select } from './select.js';
import { pressKey } from './session.js';
import { html } from './vnode.js';

/** @import { APIButtonComponent, APIButtonComponentWithURL, APIChannelSelectComponent, APISelectMenuComponent } from 'discord-api-types/v10' */
/** @import { PageChannel, PageMessage, PageState } from '../page-api.ts' */
/** @import { MarkdownNames } from './markdown-view.js' */
/** @import { SelectOption } from './select.js' */
/** @import { Session, View } from './session.js' */

/**
 * What every part of a message is drawn with.
 *
 * @typedef {object} Drawing
 * @property {Session} session
 * @property {View} view
 * @property {PageState} state
 * @property {PageMessage} item
 * @property {MarkdownNames} names
 */

/** Discord's button styles 1–6. */
const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'secondary'];
const LINK = 5;

/** @param {{ component: APIButtonComponent, drawing: Drawing }} props */
export function Button({ component, drawing }) {
  const emoji = 'emoji' in component ? emojiText(component.emoji) : '';
  const label = 'label' in component ? component.label : undefined;
  const words = html`
    ${emoji && html`<span class="btn-emoji" aria-hidden=${label ? 'true' : undefined}>${emoji}</span>`}
    ${label && html`<span class="btn-label" dir="auto">${label}</span>`}
  `;
  const look = `btn btn-${STYLES[component.style] ?? 'secondary'}`;
  if (component.style === LINK) return linkButton(component, look, words);

  const { session, view, item } = drawing;
  /** @type {import('./session.js').Press} */
  const press = {
    kind: 'button',
    messageId: item.message.id,
    customId: 'custom_id' in component ? component.custom_id : '',
  };
  const pending = view.pending.has(pressKey(press));
  return html`
    <button
      type="button"
      class=${pending ? `${look} pending` : look}
      disabled=${component.disabled === true}
      aria-busy=${pending ? 'true' : undefined}
      onClick=${() => session.press(press)}
    >
      ${words}
    </button>
  `;
}

/** @param {APIButtonComponentWithURL} component @param {string} look @param {unknown} words */
function linkButton(component, look, words) {
  const href = safeUrl(component.url);
  if (component.disabled || !href) {
    return html`<button type="button" class=${look} disabled>${words}</button>`;
  }
  return html`
    <a class=${look} href=${href} target="_blank" rel="noopener noreferrer nofollow">
      ${words}<span class="btn-out" aria-hidden="true">↗</span><span class="unseen"> (opens a new tab)</span>
    </a>
  `;
}

/** @param {{ component: APISelectMenuComponent, drawing: Drawing }} props */
export function MessageSelect({ component, drawing }) {
  const { session, view, item, state } = drawing;
  const messageId = item.message.id;
  const customId = component.custom_id;
  const placeholder = component.placeholder ?? 'Make a selection';
  return html`
    <${Select}
      id=${`select-${messageId}-${customId}`}
      label=${placeholder}
      placeholder=${placeholder}
      options=${selectOptions(component, state)}
      selected=${selectDefaults(component)}
      minimum=${component.min_values ?? 1}
      maximum=${component.max_values ?? 1}
      disabled=${component.disabled === true}
      busy=${view.pending.has(pressKey({ kind: 'select', messageId, customId, values: [] }))}
      onPick=${(/** @type {string[]} */ values) => session.press({ kind: 'select', messageId, customId, values })}
    />
  `;
}

/** @param {APISelectMenuComponent} component @returns {string[]} */
export function selectDefaults(component) {
  if ('options' in component) return component.options.filter((one) => one.default).map((one) => one.value);
  return (component.default_values ?? []).map((one) => one.id);
}

/** Discord's component types. */
const ROLE = 6;
const USER = 5;
const CHANNEL = 8;

/** Discord's channel types, by what the page calls them. Source: Discord's reference, "Channel types". */
const CHANNEL_TYPES = { text: 0, direct: 1, thread: 11, 'private-thread': 12 };

/** @param {APISelectMenuComponent} component @param {PageState} state @returns {SelectOption[]} */
export function selectOptions(component, state) {
  if ('options' in component) {
    return component.options.map(({ label, value, description, emoji }) => ({
      label,
      value,
      description: description ?? '',
      emoji: emojiText(emoji),
    }));
  }
  if (component.type === CHANNEL) return channelOptions(component, state);
  const people = [...state.personas, state.bot].map(({ id, name }) => ({ label: `@${name}`, value: id }));
  const roles = roleOptions(state);
  if (component.type === USER) return people;
  return component.type === ROLE ? roles : [...people, ...roles];
}

/** @param {PageState} state */
export const roleOptions = ({ roles }) => roles.map(({ id, name }) => ({ label: `@${name}`, value: id }));

/** @param {APIChannelSelectComponent} component @param {PageState} state */
function channelOptions({ channel_types: types = [] }, { channels }) {
  const wanted = (/** @type {PageChannel} */ { kind }) =>
    kind !== 'direct' && (types.length === 0 || types.includes(CHANNEL_TYPES[kind]));
  return channels.filter(wanted).map((one) => ({ label: `${channelMark(one)}${one.name}`, value: one.id }));
}
