import { ChoiceList, movedBy, optionId } from './choice-list.js';
import { CommandForm } from './command-form.js';
import { fittingCommands, mainOption, readLine, slashCommands } from './commands.js';
import { Component, createRef, html } from './vnode.js';

/** @import { PageState } from '../page-api.ts' */
/** @import { CommandLeaf } from './commands.js' */
/** @import { Session, View } from './session.js' */

const LIST_ID = 'commands';
const MAX_MESSAGE_CHARS = 2_000;

/**
 * Where one writes: ordinary messages, and commands behind a slash.
 *
 * @typedef {{ session: Session, view: View, state: PageState, placeName: string, onReady: (write: (line: string) => void) => void }} ComposerProps
 * @typedef {object} ComposerState
 * @property {string} text
 * @property {{ path: string, initial: Record<string, string>, serial: number } | null} picked - a chosen command; the serial tells one choice from the next
 * @property {boolean} listed - whether the command list may be open
 * @property {number} active
 * @property {boolean} moved - whether the arrows were used since the last letter
 * @property {string} notice
 * @property {boolean} busy
 *
 * @extends {Component<ComposerProps, ComposerState>}
 */
export class Composer extends Component {
  /** @type {ComposerState} */
  state = { text: '', picked: null, listed: true, active: 0, moved: false, notice: '', busy: false };
  #field = createRef();
  #refocus = false;
  #serial = 0;

  componentDidMount() {
    this.props.onReady((line) => this.#write(line));
  }

  componentDidUpdate() {
    const field = this.#field.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
    if (this.#refocus) field.focus();
    this.#refocus = false;
  }

  /** @returns {CommandLeaf[]} */
  #leaves() {
    const { state, view } = this.props;
    const persona = state.personas.find((one) => one.id === view.choice.as);
    return slashCommands(state.commands, view.choice.locale, persona);
  }

  /** @returns {CommandLeaf[]} the commands on offer; none while the list is closed */
  #offered() {
    const { text, listed } = this.state;
    return listed && text.startsWith('/') && !text.includes('\n')
      ? fittingCommands(this.#leaves(), text.slice(1))
      : [];
  }

  /** Puts a line in as if it had been typed. @param {string} line */
  #write(line) {
    const read = readLine(this.#leaves(), line);
    const main = read && mainOption(read.leaf);
    if (read?.complete && main) {
      this.#pick(read.leaf, { [main.name]: read.rest });
      return;
    }
    this.setState({ text: line, picked: null, listed: true, active: 0, moved: false, notice: '' });
    this.#refocus = true;
  }

  /** @param {InputEvent} event */
  #onInput = (event) => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const read = event.isComposing ? null : readLine(this.#leaves(), field.value);
    const main = read?.complete ? mainOption(read.leaf) : undefined;
    if (read && main) this.#pick(read.leaf, { [main.name]: read.rest });
    else this.setState({ text: field.value, listed: true, active: 0, moved: false, notice: '' });
  };

  /** @param {CommandLeaf} leaf @param {Record<string, string>} [initial] */
  #pick(leaf, initial = {}) {
    this.#serial += 1;
    this.setState({ picked: { path: leaf.path, initial, serial: this.#serial }, text: '', notice: '' });
  }

  /** @param {string} line */
  #leave = (line) => {
    this.#refocus = true;
    this.setState({ picked: null, text: line, listed: false, active: 0, moved: false });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (event.isComposing) return;
    const offered = this.#offered();
    const moved = movedBy(event.key, this.state.active, offered.length);
    if (moved !== null) this.setState({ active: moved, moved: true });
    else if (event.key === 'Escape' && offered.length > 0) this.setState({ listed: false });
    else if (event.key === 'Tab' && !event.shiftKey && offered.length > 0) this.#choose(offered);
    else if (event.key === 'Enter' && !event.shiftKey) this.#enter(offered);
    else return;
    event.preventDefault();
  };

  /** @param {readonly CommandLeaf[]} offered */
  #choose(offered) {
    const leaf = offered[this.state.active] ?? offered[0];
    if (leaf) this.#pick(leaf);
  }

  /** @param {readonly CommandLeaf[]} offered */
  #enter(offered) {
    const { text, moved } = this.state;
    const read = moved ? null : readLine(this.#leaves(), text);
    if (read) return this.#run(read.leaf, read.rest);
    if (offered.length > 0) return this.#choose(offered);
    if (text.startsWith('/')) {
      return this.setState({
        notice: `No command here is called “${text.split('\n')[0]}”. Type / alone to see all.`,
      });
    }
    if (text.trim() !== '') void this.#send(text);
  }

  /** Runs a typed command at once, or asks for what it needs. @param {CommandLeaf} leaf @param {string} rest */
  #run(leaf, rest) {
    const main = mainOption(leaf);
    if (rest !== '' && !main) return this.setState({ notice: `/${leaf.label} takes no text.` });
    const options = main && rest !== '' ? [{ name: main.name, value: rest }] : [];
    const missing = leaf.options.some((one) => one.required && one.name !== options[0]?.name);
    if (missing) return this.#pick(leaf, main && rest !== '' ? { [main.name]: rest } : {});
    void this.#attempt(() => this.props.session.runCommand(leaf.path, options));
  }

  /** @param {string} text */
  async #send(text) {
    if (text.length > MAX_MESSAGE_CHARS) {
      this.setState({
        notice: `A message may have ${MAX_MESSAGE_CHARS} characters; this one has ${text.length}.`,
      });
      return;
    }
    await this.#attempt(() => this.props.session.write(text));
  }

  /** Empties the field when it went well; keeps it and says why when not. @param {() => Promise<string | null>} work */
  async #attempt(work) {
    if (this.state.busy) return;
    const { text } = this.state;
    this.setState({ busy: true, notice: '', listed: false });
    const notice = await work();
    const unchanged = this.state.text === text;
    this.setState({
      busy: false,
      notice: notice ?? '',
      text: notice === null && unchanged ? '' : this.state.text,
    });
  }

  /** @param {CommandLeaf} leaf @param {NonNullable<ComposerState['picked']>} picked */
  #command(leaf, { initial, serial }) {
    const { session, state, view } = this.props;
    return html`
      <${CommandForm}
        key=${serial}
        leaf=${leaf}
        initial=${initial}
        state=${state}
        locale=${view.choice.locale}
        session=${session}
        onLeave=${this.#leave}
        onSent=${() => this.#leave('')}
      />
    `;
  }

  #plain() {
    const { text, active, notice, busy } = this.state;
    const offered = this.#offered();
    const items = offered.map((one) => ({
      key: one.path,
      label: `/${one.label}`,
      description: one.description,
    }));
    const open = items.length > 0;
    const label = `Message ${this.props.placeName}`;
    return html`
      ${
        open &&
        html`<div class="popup">
          <p class="popup-title">Commands of ${this.props.state.bot.name}</p>
          <${ChoiceList} id=${LIST_ID} label="Commands" items=${items} active=${active} onPick=${(/** @type {number} */ index) => offered[index] && this.#pick(offered[index])} />
        </div>`
      }
      ${notice && html`<p class="notice" role="alert">${notice}</p>`}
      <textarea
        class="composer-field"
        ref=${this.#field}
        rows="1"
        dir="auto"
        role="combobox"
        aria-label=${label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded=${open}
        aria-controls=${LIST_ID}
        aria-activedescendant=${open ? optionId(LIST_ID, active) : undefined}
        aria-busy=${busy ? 'true' : undefined}
        placeholder="Type / for commands, or a message"
        value=${text}
        onInput=${this.#onInput}
        onKeyDown=${this.#onKeyDown}
      />
    `;
  }

  render() {
    const { picked } = this.state;
    const leaf = picked && this.#leaves().find((one) => one.path === picked.path);
    return html`<div class="composer">${picked && leaf ? this.#command(leaf, picked) : this.#plain()}</div>`;
  }
}
