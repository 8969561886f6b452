import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { Modal } from './modal.js';
import { channelMark, placeName } from './names.js';
import { MemberColumn, SideColumn } from './side-column.js';
import { Component, createRef, html } from './vnode.js';

/** @import { PageState } from '../page-api.ts' */
/** @import { Session, View } from './session.js' */

/** From this width on the channels stand beside the messages; the same number is in layout.css and side-column.css. */
const WIDE = '(min-width: 768px)';

/**
 * The whole page.
 *
 * @extends {Component<{ session: Session }, { view: View, drawer: boolean }>}
 */
export class App extends Component {
  state = { view: this.props.session.view, drawer: false };
  /** Puts a line into the composer, once that is there. */
  #write = (/** @type {string} */ _line) => {};
  #menu = createRef();
  #leave = () => {};
  #wide = window.matchMedia(WIDE);
  #dark = window.matchMedia('(prefers-color-scheme: dark)');

  componentDidMount() {
    const { session } = this.props;
    const ended = new AbortController();
    const { signal } = ended;
    const unsubscribe = session.subscribe(() => this.setState({ view: session.view }));
    this.#wide.addEventListener('change', () => this.setState({ drawer: false }), { signal });
    this.#dark.addEventListener('change', () => this.forceUpdate(), { signal });
    this.#leave = () => {
      unsubscribe();
      ended.abort();
    };
    this.#dress();
  }

  /** @param {unknown} _props @param {{ drawer: boolean }} before */
  componentDidUpdate(_props, before) {
    this.#dress();
    if (this.state.drawer === before.drawer) return;
    const target = this.state.drawer ? document.querySelector('#side [aria-current]') : this.#menu.current;
    if (target instanceof HTMLElement) target.focus();
  }

  componentWillUnmount() {
    this.#leave();
  }

  /** Theme and title belong to the document, outside of what is drawn here. */
  #dress() {
    const { view } = this.state;
    document.documentElement.dataset.theme = this.#theme();
    const channel = this.#channel(view.state);
    document.title = channel ? `${placeName(channel)} – Sandbox, not Discord` : 'Sandbox, not Discord';
  }

  #theme() {
    return this.state.view.choice.theme || (this.#dark.matches ? 'dark' : 'light');
  }

  /** @param {PageState | null} state */
  #channel(state) {
    return state?.channels.find((one) => one.id === this.state.view.choice.channel);
  }

  #takeWriter = (/** @type {(line: string) => void} */ write) => {
    this.#write = write;
  };

  #closeDrawer = () => {
    if (this.state.drawer) this.setState({ drawer: false });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (event.key === 'Escape') this.#closeDrawer();
  };

  #banner() {
    const { state, reachable } = this.state.view;
    if (!reachable) {
      return html`<div class="banner" role="alert">
        <strong>The sandbox is not running.</strong> Start it again with <code>npm run sandbox</code>; this page comes
        back by itself and keeps what you have typed.
      </div>`;
    }
    if (state && !state.bot.online) {
      return html`<div class="banner" role="alert">
        <strong>The bot is not connected.</strong> If it does not come back within a few seconds, look at the terminal
        of the sandbox and start it again with <code>npm run sandbox</code>. What you have typed is kept.
      </div>`;
    }
    return null;
  }

  /** @param {PageState} state */
  #header(state) {
    const { session } = this.props;
    const channel = this.#channel(state);
    const other = this.#theme() === 'dark' ? 'light' : 'dark';
    return html`
      <header class="head">
        <button
          type="button"
          class="icon-button menu-button"
          ref=${this.#menu}
          aria-label="Channels and settings"
          aria-expanded=${this.state.drawer}
          aria-controls="side"
          onClick=${() => this.setState({ drawer: !this.state.drawer })}
        >
          <span class="menu-mark" aria-hidden="true"></span>
        </button>
        <h1 class="head-name"><span aria-hidden="true">${`${channelMark(channel)} `}</span><span dir="auto">${channel?.name ?? ''}</span></h1>
        <span class=${state.bot.online ? 'bot-state on' : 'bot-state'}>
          ${state.bot.name}<span class="unseen"> is ${state.bot.online ? 'connected' : 'not connected'}</span>
        </span>
        <button type="button" class="icon-button theme-button" aria-label=${`Use the ${other} theme`} onClick=${() => session.choose({ theme: other })}>
          <span class="theme-mark" aria-hidden="true"></span>
        </button>
      </header>
    `;
  }

  /** @param {PageState} state */
  #body(state) {
    const { session } = this.props;
    const { view, drawer } = this.state;
    const name = placeName(this.#channel(state));
    return html`
      <${SideColumn} session=${session} view=${view} state=${state} open=${drawer} onChosen=${this.#closeDrawer} />
      ${drawer && html`<div class="veil" onClick=${this.#closeDrawer}></div>`}
      <main class="middle" inert=${drawer}>
        ${this.#header(state)} ${this.#banner()}
        <${MessageList}
          session=${session}
          view=${view}
          state=${state}
          placeName=${name}
          onSample=${(/** @type {string} */ line) => this.#write(line)}
        />
        <${Composer} onReady=${this.#takeWriter} session=${session} view=${view} state=${state} placeName=${name} />
      </main>
      <${MemberColumn} state=${state} />
      ${view.modal && html`<${Modal} key=${view.modal.interactionId} session=${session} view=${view} state=${state} modal=${view.modal.modal} />`}
    `;
  }

  render() {
    const { state } = this.state.view;
    return html`
      <div class="app" onKeyDown=${this.#onKeyDown}>
        <p class="sandbox-strip"><strong>Sandbox – not Discord.</strong> <span class="wide-only">The real bot, on this computer.</span></p>
        ${state ? this.#body(state) : html`<main class="starting">${this.#banner() ?? html`<p role="status">Opening the sandbox…</p>`}</main>`}
      </div>
    `;
  }
}
