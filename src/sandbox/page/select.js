import { ChoiceList, movedBy, optionId } from './choice-list.js';
import { Component, createRef, html } from './vnode.js';

/**
 * @typedef {object} SelectOption
 * @property {string} label
 * @property {string} value
 * @property {string} [description]
 * @property {string} [emoji]
 *
 * @typedef {object} SelectProps
 * @property {string} id
 * @property {string} label - its accessible name
 * @property {string} placeholder
 * @property {readonly SelectOption[]} options
 * @property {readonly string[]} selected
 * @property {number} minimum
 * @property {number} maximum
 * @property {boolean} [disabled]
 * @property {boolean} [busy]
 * @property {boolean} [invalid]
 * @property {string} [describedBy]
 * @property {(values: string[]) => void} onPick
 *
 * @typedef {{ open: boolean, above: boolean, active: number, chosen: readonly string[] }} SelectState
 */

/**
 * Discord's select menu: a button with a list. One value is given at once; several when the list is left by Tab,
 * "Done" or a press elsewhere. Escape keeps what was there. What may be left empty is cleared by "Clear" or Delete.
 *
 * @extends {Component<SelectProps, SelectState>}
 */
export class Select extends Component {
  /** @type {SelectState} */
  state = { open: false, above: false, active: -1, chosen: this.props.selected };
  #root = createRef();
  #typed = { text: '', atMs: 0 };

  /** @param {SelectProps} before */
  componentDidUpdate(before) {
    const { selected } = this.props;
    if (before.selected.join('\n') !== selected.join('\n')) this.setState({ chosen: selected });
  }

  get #multiple() {
    return this.props.maximum > 1;
  }

  #open = () => {
    if (this.props.disabled || this.props.busy) return;
    const first = this.props.options.findIndex((one) => this.state.chosen.includes(one.value));
    const box = this.#root.current?.getBoundingClientRect();
    const above = box !== undefined && box.bottom > window.innerHeight * 0.6;
    this.setState({ open: true, above, active: Math.max(first, 0) });
  };

  /** @param {boolean} keep - whether several chosen values count */
  #close = (keep) => {
    if (!this.state.open) return;
    const { chosen } = this.state;
    const { selected, minimum, onPick } = this.props;
    const changed = chosen.join('\n') !== selected.join('\n');
    const give = keep && this.#multiple && changed && chosen.length >= minimum;
    this.setState({ open: false, chosen: give ? chosen : selected });
    if (give) onPick([...chosen]);
  };

  /** @param {number} index */
  #pick = (index) => {
    const value = this.props.options[index]?.value;
    if (value === undefined) return;
    const { chosen } = this.state;
    if (!this.#multiple) {
      // What may be left empty is emptied by a second press.
      const next = this.props.minimum === 0 && chosen.includes(value) ? [] : [value];
      this.setState({ open: false, chosen: next });
      this.props.onPick(next);
      return;
    }
    const without = chosen.filter((one) => one !== value);
    const full = without.length >= this.props.maximum;
    this.setState({
      active: index,
      chosen: without.length < chosen.length || full ? without : [...chosen, value],
    });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    const { open, active } = this.state;
    const { options } = this.props;
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.#open();
      }
      return;
    }
    const moved = movedBy(event.key, active, options.length) ?? this.#typeAhead(event);
    if (event.key === 'Enter' || event.key === ' ') this.#pick(active);
    else if (event.key === 'Escape') this.#close(false);
    else if (event.key === 'Tab') return this.#close(true);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && this.props.minimum === 0) this.#clear();
    else if (event.key === 'Home') this.setState({ active: 0 });
    else if (event.key === 'End') this.setState({ active: options.length - 1 });
    else if (moved !== null) this.setState({ active: moved });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Letters move to the option that starts with them. @param {KeyboardEvent} event @returns {number | null} */
  #typeAhead(event) {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey)
      return null;
    const forgetMs = 700;
    const earlier = event.timeStamp - this.#typed.atMs < forgetMs ? this.#typed.text : '';
    this.#typed = { text: earlier + event.key.toLowerCase(), atMs: event.timeStamp };
    const found = this.props.options.findIndex((one) => one.label.toLowerCase().startsWith(this.#typed.text));
    return found === -1 ? null : found;
  }

  /** Leaves nothing chosen. */
  #clear = () => {
    this.setState({ open: false, chosen: [] });
    this.props.onPick([]);
  };

  /** @param {FocusEvent} event */
  #onFocusOut = (event) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && this.#root.current?.contains(to))) this.#close(true);
  };

  #words() {
    const names = this.props.options
      .filter((one) => this.state.chosen.includes(one.value))
      .map((one) => [one.emoji, one.label].filter(Boolean).join(' '));
    return names.length > 0
      ? html`<span class="select-value" dir="auto">${names.join(', ')}</span>`
      : html`<span class="select-placeholder" dir="auto">${this.props.placeholder}</span>`;
  }

  #list() {
    const { id, label, options, minimum, maximum } = this.props;
    const { active, above, chosen } = this.state;
    const items = options.map((one) => ({ ...one, key: one.value, chosen: chosen.includes(one.value) }));
    const clearable = minimum === 0 && chosen.length > 0;
    const count = minimum === maximum ? `${maximum}` : `${minimum} to ${maximum}`;
    return html`
      <div class=${above ? 'select-popup above' : 'select-popup'}>
        <${ChoiceList} id=${`${id}-list`} label=${label} items=${items} active=${active} onPick=${this.#pick} multiple=${this.#multiple} />
        ${options.length === 0 && html`<p class="select-empty">Nothing to choose from</p>`}
        ${
          (this.#multiple || clearable) &&
          html`<div class="select-foot">
            ${this.#multiple && html`<span>Choose ${count}</span>`}
            ${clearable && html`<button type="button" class="btn btn-secondary" onClick=${this.#clear}>Clear</button>`}
            ${this.#multiple && html`<button type="button" class="btn btn-primary" onClick=${() => this.#close(true)}>Done</button>`}
          </div>`
        }
      </div>
    `;
  }

  render() {
    const { id, label, disabled, busy, invalid, describedBy } = this.props;
    const { open, active } = this.state;
    return html`
      <div class=${busy ? 'select busy' : 'select'} ref=${this.#root} onFocusOut=${this.#onFocusOut}>
        <button
          type="button"
          id=${id}
          role="combobox"
          class="select-button"
          aria-label=${label}
          aria-haspopup="listbox"
          aria-expanded=${open}
          aria-controls=${`${id}-list`}
          aria-activedescendant=${open && active >= 0 ? optionId(`${id}-list`, active) : undefined}
          aria-disabled=${disabled || busy ? 'true' : undefined}
          aria-busy=${busy ? 'true' : undefined}
          aria-invalid=${invalid ? 'true' : undefined}
          aria-describedby=${describedBy}
          onClick=${() => (open ? this.#close(false) : this.#open())}
          onKeyDown=${this.#onKeyDown}
        >
          ${this.#words()}
          <span class="select-arrow" aria-hidden="true"></span>
        </button>
        ${open && this.#list()}
      </div>
    `;
  }
}
