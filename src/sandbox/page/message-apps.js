import { localName, messageMenus } from './commands.js';
import { Component, createRef, html } from './vnode.js';

/** @import { Drawing } from './controls.js' */

/**
 * The "Apps" menu of a message: what the bot offers for it.
 *
 * @extends {Component<{ drawing: Drawing }, { open: boolean, above: boolean }>}
 */
export class MessageApps extends Component {
  state = { open: false, above: false };
  #root = createRef();

  #toggle = () => {
    const box = this.#root.current?.getBoundingClientRect();
    const above = box !== undefined && box.bottom > window.innerHeight * 0.6;
    this.setState({ open: !this.state.open, above });
  };

  /** @param {unknown} _props @param {{ open: boolean }} before */
  componentDidUpdate(_props, before) {
    if (this.state.open && !before.open) this.#items()[0]?.focus();
  }

  /** @returns {HTMLElement[]} */
  #items() {
    return [...(this.#root.current?.querySelectorAll('[role=menuitem]') ?? [])];
  }

  #close = () => {
    this.setState({ open: false });
    this.#root.current?.querySelector('button')?.focus();
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (!this.state.open) return;
    const items = this.#items();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @param {FocusEvent} event */
  #onFocusOut = (event) => {
    const to = event.relatedTarget;
    if (this.state.open && !(to instanceof Node && this.#root.current?.contains(to)))
      this.setState({ open: false });
  };

  /** @param {string} command */
  #run(command) {
    const { session, item } = this.props.drawing;
    this.#close();
    void session.press({ kind: 'menu', command, messageId: item.message.id });
  }

  render() {
    const { state, view, item } = this.props.drawing;
    const role = state.personas.find((one) => one.id === view.choice.as)?.role;
    const menus = messageMenus(state.commands, role);
    if (menus.length === 0) return null;
    const busy = menus.some((one) => view.pending.has(`${item.message.id} ${one.name}`));
    const entries = menus.map(
      (one) => html`
        <button type="button" role="menuitem" tabindex="-1" onClick=${() => this.#run(one.name)}>
          ${localName(one, view.choice.locale)}
        </button>
      `,
    );
    return html`
      <div class="apps" ref=${this.#root} onKeyDown=${this.#onKeyDown} onFocusOut=${this.#onFocusOut}>
        <button
          type="button"
          class="apps-button"
          aria-haspopup="menu"
          aria-expanded=${this.state.open}
          aria-busy=${busy ? 'true' : undefined}
          onClick=${this.#toggle}
        >
          Apps
        </button>
        ${
          this.state.open &&
          html`<div class=${this.state.above ? 'apps-menu above' : 'apps-menu'} role="menu" aria-label="Apps for this message">${entries}</div>`
        }
      </div>
    `;
  }
}
