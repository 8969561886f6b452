import { Avatar } from './message.js';
import { channelMark, initials } from './names.js';
import { LOCALES } from './preferences.js';
import { html } from './vnode.js';

/** @import { PageChannel, PageState } from '../page-api.ts' */
/** @import { Session, View } from './session.js' */

/** @typedef {{ session: Session, view: View, state: PageState, onChosen: () => void }} ListProps */

/** The servers, the channels of one, and whose eyes one looks through. @param {ListProps & { open: boolean }} props */
export function SideColumn({ session, view, state, open, onChosen }) {
  const lists = { session, view, state, onChosen };
  return html`
    <div class=${open ? 'side open' : 'side'} id="side">
      <${Servers} ...${lists} />
      <p class="server" dir="auto">${state.server.name}</p>
      <${Channels} ...${lists} />
      <${Person} session=${session} view=${view} state=${state} />
    </div>
  `;
}

/** @param {ListProps} props */
function Servers({ session, state }) {
  return html`
    <nav class="servers" aria-label="Servers">
      ${state.servers.map(
        ({ id, name, entry }) => html`
          <button
            type="button"
            key=${id}
            class="server-button"
            title=${name}
            aria-label=${name}
            aria-current=${id === state.server.id ? 'true' : undefined}
            onClick=${() => id !== state.server.id && session.choose(entry)}
          >
            <span aria-hidden="true">${initials(name)}</span>
          </button>
        `,
      )}
    </nav>
  `;
}

/** @param {ListProps} props */
function Channels({ session, view, state, onChosen }) {
  const of = (/** @type {PageChannel['kind'][]} */ ...kinds) =>
    state.channels.filter((one) => kinds.includes(one.kind));
  const texts = of('text');
  const threads = of('thread', 'private-thread');
  const known = new Set(texts.map((one) => one.id));
  const ordered = [
    ...texts.flatMap((one) => [one, ...threads.filter((thread) => thread.parentId === one.id)]),
    ...threads.filter((thread) => thread.parentId === null || !known.has(thread.parentId)),
  ];
  const choose = (/** @type {string} */ channel) => () => {
    session.choose({ channel });
    onChosen();
  };
  const entry = (/** @type {PageChannel} */ channel) =>
    html`<${ChannelEntry} key=${channel.id} channel=${channel} view=${view} onChoose=${choose(channel.id)} />`;
  return html`
    <div class="channel-lists">
      <nav aria-label="Channels">
        <ul class="channels">${ordered.map(entry)}</ul>
      </nav>
      <nav aria-labelledby="direct-title">
        <h2 class="channels-title" id="direct-title">Direct messages</h2>
        <ul class="channels">${of('direct').map(entry)}</ul>
      </nav>
    </div>
  `;
}

/** @param {{ channel: PageChannel, view: View, onChoose: () => void }} props */
function ChannelEntry({ channel, view, onChoose }) {
  const unread = view.unread.has(channel.id);
  return html`
    <li class=${channel.kind === 'private-thread' ? 'thread' : channel.kind}>
      <button
        type="button"
        class=${unread ? 'channel unread' : 'channel'}
        aria-current=${channel.id === view.choice.channel ? 'page' : undefined}
        onClick=${onChoose}
      >
        <span class="channel-mark" aria-hidden="true">${channelMark(channel)}</span>
        <span class="channel-name" dir="auto">${channel.name}</span>
        ${channel.kind === 'private-thread' && html`<span class="unseen"> (private thread)</span>`}
        ${unread && html`<span class="unread-dot" aria-hidden="true"></span><span class="unseen"> (new messages)</span>`}
      </button>
    </li>
  `;
}

/** @param {{ session: Session, view: View, state: PageState }} props */
function Person({ session, view, state }) {
  const persona = state.personas.find((one) => one.id === view.choice.as);
  const picked = (/** @type {(value: string) => void} */ give) => (/** @type {Event} */ event) => {
    if (event.currentTarget instanceof HTMLSelectElement) give(event.currentTarget.value);
  };
  return html`
    <section class="person" aria-label="Point of view">
      <div class="person-line">
        <${Avatar} name=${persona?.name ?? '?'} bot=${false} />
        <span class="person-words">
          <strong dir="auto">${persona?.name}</strong>
          <span class="person-role">${persona?.role}</span>
        </span>
      </div>
      <label class="setting">
        <span>You are</span>
        <select onChange=${picked((as) => session.choose({ as }))}>
          ${state.personas.map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === view.choice.as}>${`${one.name} (${one.role})`}</option>`)}
        </select>
      </label>
      <label class="setting">
        <span>Locale</span>
        <select onChange=${picked((locale) => session.choose({ locale }))}>
          ${LOCALES.map(([code, name]) => html`<option key=${code} value=${code} selected=${code === view.choice.locale}>${name} (${code})</option>`)}
        </select>
      </label>
    </section>
  `;
}

/** Who is here. @param {{ state: PageState }} props */
export function MemberColumn({ state }) {
  return html`
    <aside class="members" aria-label="Members">
      <h2>App</h2>
      <ul>
        <li class=${state.bot.online ? '' : 'away'}>
          <${Avatar} name=${state.bot.name} bot />
          <span class="member-words">
            <span dir="auto">${state.bot.name} <span class="badge">APP</span></span>
            <small>${state.bot.online ? 'connected' : 'not connected'}</small>
          </span>
        </li>
      </ul>
      <h2>People</h2>
      <ul>
        ${state.personas.map(
          (one) => html`
            <li key=${one.id}>
              <${Avatar} name=${one.name} bot=${false} />
              <span class="member-words"><span dir="auto">${one.name}</span><small>${one.role}</small></span>
            </li>
          `,
        )}
      </ul>
    </aside>
  `;
}
