import { localName, messageMenus } from './commands.js';
import { Component, createRef, html } from './vnode.js';

/** @import { Drawing } from './controls.js' */

/**
 * One thing that can be done with a message.
 *
 * @typedef {object} MenuEntry
 * @property {string} key
 * @property {string} label
 * @property {boolean} [dangerous]
 * @property {() => void} run
 *
 * Where the menu stands: at its button, or where somebody pressed, in CSS pixels.
 *
 * @typedef {{ x: number, y: number } | null} MenuSpot
 */

/** Source: Discord's reference, "Permissions". */
const MANAGE_MESSAGES = 1n << 13n;

/** How near to the edge of the window a menu may stand, in CSS pixels. */
const EDGE_PX = 8;

/**
 * What a person may do with a message besides the bot's menus.
 *
 * @param {Drawing} drawing
 * @param {{ onEdit: () => void, onDelete: () => void, onCopy: () => void }} acts
 * @returns {MenuEntry[]}
 */
function ownEntries({ state, view, item }, { onEdit, onDelete, onCopy }) {
  const persona = state.personas.find((one) => one.id === view.choice.as);
  const channel = state.channels.find((one) => one.id === view.choice.channel);
  const isOwn = item.message.author.id === persona?.id;
  const moderates = (BigInt(persona?.permissions ?? 0) & MANAGE_MESSAGES) !== 0n;
  const copy = { key: 'copy', label: 'Copy message link', run: onCopy };
  const edit = { key: 'edit', label: 'Edit message', run: onEdit };
  const remove = { key: 'delete', label: 'Delete message', run: onDelete, dangerous: true };
  const mayDelete = isOwn || (moderates && channel?.kind !== 'direct');
  return [copy, ...(isOwn ? [edit] : []), ...(mayDelete ? [remove] : [])];
}

/**
 * The menu of a message: what the bot offers for it, and what one may do with it oneself. Opened by its button, by a
 * right click, by the menu key, or by a long press on a touch screen.
 *
 * @extends {Component<{ drawing: Drawing, onReady: (open: (spot: MenuSpot) => void) => void, onEdit: () => void, onDelete: () => void }, { open: boolean, above: boolean, spot: MenuSpot, copied: string }>}
 */
export class MessageMenu extends Component {
  /** @type {{ open: boolean, above: boolean, spot: MenuSpot, copied: string }} */
  state = { open: false, above: false, spot: null, copied: '' };
  #root = createRef();
  #menu = createRef();

  componentDidMount() {
    this.props.onReady(this.#openAt);
  }

  /** Opens the menu where somebody pressed; at its button when there is no such place. @param {MenuSpot} spot */
  #openAt = (spot) => {
    const box = this.#root.current?.getBoundingClientRect();
    const above = box !== undefined && box.bottom > window.innerHeight * 0.6;
    this.setState({ open: true, above, spot, copied: '' });
  };

  #toggle = () => {
    if (this.state.open) this.setState({ open: false });
    else this.#openAt(null);
  };

  /** @param {unknown} _props @param {{ open: boolean, spot: MenuSpot }} before */
  componentDidUpdate(_props, before) {
    const { open, spot } = this.state;
    if (!open || (before.open && before.spot === spot)) return;
    this.#place();
    this.#items()[0]?.focus({ preventScroll: true });
  }

  /** Keeps a menu that was opened by a press within the window. */
  #place() {
    const { spot } = this.state;
    const menu = this.#menu.current;
    if (!spot || !menu) return;
    const within = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ room) =>
      Math.max(EDGE_PX, Math.min(at, room - size - EDGE_PX));
    menu.style.left = `${within(spot.x, menu.offsetWidth, window.innerWidth)}px`;
    menu.style.top = `${within(spot.y, menu.offsetHeight, window.innerHeight)}px`;
  }

  /** @returns {HTMLElement[]} */
  #items() {
    return [...(this.#root.current?.querySelectorAll('[role=menuitem]') ?? [])];
  }

  #close = () => {
    this.setState({ open: false });
    this.#root.current?.querySelector('button')?.focus({ preventScroll: true });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (!this.state.open) return;
    const items = this.#items();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
    if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
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

  /** Puts Discord's link to the message into the clipboard, for `/report`; shows it where that is not allowed. */
  #copy = async () => {
    const { state, view, item } = this.props.drawing;
    const channel = state.channels.find((one) => one.id === view.choice.channel);
    const server = channel?.kind === 'direct' ? '@me' : state.server.id;
    const link = `https://discord.com/channels/${server}/${item.message.channel_id}/${item.message.id}`;
    try {
      await navigator.clipboard.writeText(link);
      this.setState({ copied: 'Link copied' });
    } catch {
      this.setState({ copied: link });
    }
  };

  /** @param {MenuEntry} entry */
  #entry(entry) {
    const run = () => {
      this.#close();
      entry.run();
    };
    return html`
      <button type="button" role="menuitem" tabindex="-1" key=${entry.key} class=${entry.dangerous ? 'dangerous' : ''} onClick=${run}>
        ${entry.label}
      </button>
    `;
  }

  render() {
    const { drawing, onEdit, onDelete } = this.props;
    const { session, state, view, item } = drawing;
    const { open, above, spot, copied } = this.state;
    const persona = state.personas.find((one) => one.id === view.choice.as);
    const messageId = item.message.id;
    const menus = messageMenus(state.commands, persona);
    const busy = menus.some((one) => view.pending.has(`${messageId} ${one.name}`));
    const apps = menus.map((one) => ({
      key: `app ${one.name}`,
      label: localName(one, view.choice.locale),
      run: () => void session.press({ kind: 'menu', command: one.name, messageId }),
    }));
    const own = ownEntries(drawing, { onEdit, onDelete, onCopy: () => void this.#copy() });
    const look = `apps-menu${spot ? ' at-spot' : above ? ' above' : ''}`;
    return html`
      <div class="apps" ref=${this.#root} onKeyDown=${this.#onKeyDown} onFocusOut=${this.#onFocusOut}>
        <button
          type="button"
          class="apps-button"
          aria-label="Apps and more"
          title="Apps and more"
          aria-haspopup="menu"
          aria-expanded=${open}
          aria-busy=${busy ? 'true' : undefined}
          onClick=${this.#toggle}
        >
          <span aria-hidden="true">⋯</span>
        </button>
        ${
          open &&
          html`<div class=${look} ref=${this.#menu} role="menu" aria-label="Apps and more for this message">
            ${apps.length > 0 && html`<p class="apps-title" role="presentation">Apps: ${state.bot.name}</p>`}
            ${apps.map((one) => this.#entry(one))}
            ${apps.length > 0 && html`<hr role="separator" />`}
            ${own.map((one) => this.#entry(one))}
          </div>`
        }
        <span class=${copied ? 'copied' : 'unseen'} role="status">${copied}</span>
      </div>
    `;
  }
}
