import { Avatar } from './message.js';
import { LOCALES } from './preferences.js';
import { html } from './vnode.js';

/** @import { PageChannel, PageState } from '../page-api.ts' */
/** @import { Session, View } from './session.js' */

/** The server's name, its channels, and whose eyes one looks through. @param {{ session: Session, view: View, state: PageState, open: boolean, onChosen: () => void }} props */
export function SideColumn({ session, view, state, open, onChosen }) {
  const texts = state.channels.filter((one) => one.kind === 'text');
  const known = new Set(texts.map((one) => one.id));
  const threads = state.channels.filter((one) => one.kind === 'thread');
  const ordered = [
    ...texts.flatMap((one) => [one, ...threads.filter((thread) => thread.parentId === one.id)]),
    ...threads.filter((thread) => thread.parentId === null || !known.has(thread.parentId)),
  ];
  const entry = (/** @type {PageChannel} */ channel) => html`
    <li key=${channel.id} class=${channel.kind}>
      <button
        type="button"
        class="channel"
        aria-current=${channel.id === view.choice.channel ? 'page' : undefined}
        onClick=${() => {
          session.choose({ channel: channel.id });
          onChosen();
        }}
      >
        <span class="channel-mark" aria-hidden="true">${channel.kind === 'thread' ? '↳' : '#'}</span>
        <span class="channel-name" dir="auto">${channel.name}</span>
      </button>
    </li>
  `;
  return html`
    <div class=${open ? 'side open' : 'side'} id="side">
      <p class="server" dir="auto">${state.server.name}</p>
      <nav aria-label="Channels">
        <ul class="channels">
          ${ordered.map(entry)}
        </ul>
      </nav>
      <${Person} session=${session} view=${view} state=${state} />
    </div>
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
