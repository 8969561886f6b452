import { ChoiceList, movedBy, optionId } from './choice-list.js';
import { localName } from './commands.js';
import { roleOptions } from './controls.js';
import { Component, html } from './vnode.js';

/** @import { APIApplicationCommandOptionChoice } from 'discord-api-types/v10' */
/** @import { ComponentChildren } from '/vendor/preact.js' */
/** @import { PageState } from '../page-api.ts' */
/** @import { CommandOption } from './commands.js' */

/**
 * What a person has put into an option: the text they see, and the value behind it when it was picked, or the file.
 *
 * @typedef {{ text: string, value?: string | number, file?: File }} Filled
 *
 * @typedef {object} OptionProps
 * @property {CommandOption} option
 * @property {string} elementId
 * @property {Filled} filled
 * @property {boolean} invalid
 * @property {PageState} state
 * @property {string} locale
 * @property {(filled: Filled) => void} onChange
 * @property {(text: string) => Promise<readonly APIApplicationCommandOptionChoice[]>} complete
 */

const DEBOUNCE_MS = 120;

/** The field for an option of a command. @param {OptionProps} props @returns {ComponentChildren} */
export function OptionField(props) {
  const { option, state } = props;
  if (option.autocomplete) return html`<${AutocompleteField} ...${props} />`;
  if (option.choices.length > 0) return chooser(props, option.choices);
  const people = [...state.personas, state.bot].map(({ id, name }) => ({ label: `@${name}`, value: id }));
  switch (option.type) {
    case 5:
      return chooser(props, [
        { label: 'True', value: 'true' },
        { label: 'False', value: 'false' },
      ]);
    case 6:
    case 9:
      return chooser(props, option.type === 6 ? people : [...people, ...roleOptions(state)]);
    case 7:
      return chooser(
        props,
        state.channels
          .filter(({ kind }) => kind !== 'direct')
          .map(({ id, name }) => ({ label: `#${name}`, value: id })),
      );
    case 8:
      return chooser(props, roleOptions(state));
    case 11:
      return fileInput(props);
    default:
      return textInput(props);
  }
}

/** @param {OptionProps} props @param {readonly { label: string, value: string | number }[]} choices */
function chooser({ elementId, filled, invalid, onChange }, choices) {
  return html`
    <select
      id=${elementId}
      class="option-input"
      aria-invalid=${invalid ? 'true' : 'false'}
      onChange=${(/** @type {Event} */ { currentTarget: field }) => {
        if (!(field instanceof HTMLSelectElement)) return;
        const choice = choices[field.selectedIndex - 1];
        onChange(choice ? { text: choice.label, value: choice.value } : { text: '' });
      }}
    >
      <option value="" selected=${filled.value === undefined}>Choose…</option>
      ${choices.map(({ label, value }) => html`<option selected=${filled.value === value}>${label}</option>`)}
    </select>
  `;
}

/** @param {OptionProps} props */
function fileInput({ elementId, invalid, onChange }) {
  return html`
    <input
      id=${elementId}
      class="option-input"
      type="file"
      aria-invalid=${invalid ? 'true' : 'false'}
      onChange=${(/** @type {Event} */ { currentTarget: field }) => {
        const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined;
        onChange(file ? { text: file.name, file } : { text: '' });
      }}
    />
  `;
}

/** @param {OptionProps} props @param {Record<string, unknown>} [more] */
function textInput({ option, elementId, filled, invalid, onChange }, more = {}) {
  const numeric = option.type === 4 || option.type === 10;
  return html`
    <input
      id=${elementId}
      class="option-input"
      type="text"
      dir="auto"
      autocomplete="off"
      spellcheck=${false}
      inputmode=${numeric ? 'decimal' : 'text'}
      value=${filled.text}
      maxLength=${option.maxLength ?? 6_000}
      aria-invalid=${invalid ? 'true' : 'false'}
      onInput=${(/** @type {Event} */ { currentTarget: field }) => {
        if (field instanceof HTMLInputElement) onChange({ text: field.value });
      }}
      ...${more}
    />
  `;
}

/**
 * A text field for which the bot offers choices while one types. An answer that a later one has overtaken is dropped.
 *
 * @typedef {{ choices: readonly APIApplicationCommandOptionChoice[], active: number, open: boolean }} AutocompleteState
 * @extends {Component<OptionProps, AutocompleteState>}
 */
class AutocompleteField extends Component {
  /** @type {AutocompleteState} */
  state = { choices: [], active: -1, open: false };
  #timer = 0;
  #asked = 0;

  componentWillUnmount() {
    window.clearTimeout(this.#timer);
    this.#asked += 1;
  }

  /** @param {OptionProps} before */
  componentDidUpdate(before) {
    const { filled } = this.props;
    if (before.filled.text !== filled.text && filled.value === undefined) this.#ask(DEBOUNCE_MS);
  }

  /** @param {number} waitMs */
  #ask(waitMs) {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(async () => {
      this.#asked += 1;
      const mine = this.#asked;
      const choices = await this.props.complete(this.props.filled.text);
      if (mine === this.#asked) this.setState({ choices, active: -1, open: choices.length > 0 });
    }, waitMs);
  }

  #close = () => {
    window.clearTimeout(this.#timer);
    this.#asked += 1;
    this.setState({ open: false, active: -1 });
  };

  /** @param {number} index */
  #pick = (index) => {
    const choice = this.state.choices[index];
    if (!choice) return;
    this.#close();
    this.props.onChange({ text: localName(choice, this.props.locale), value: choice.value });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    const { open, active, choices } = this.state;
    if (!open || event.isComposing) return;
    const moved = movedBy(event.key, active, choices.length);
    if (moved !== null) this.setState({ active: moved });
    else if (event.key === 'Escape') this.#close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) this.#pick(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  render() {
    const { elementId, option, locale } = this.props;
    const { open, active, choices } = this.state;
    const listId = `${elementId}-choices`;
    const items = choices.map((one, index) => ({
      key: `${index} ${one.value}`,
      label: localName(one, locale),
    }));
    const field = textInput(this.props, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': listId,
      'aria-activedescendant': open && active >= 0 ? optionId(listId, active) : undefined,
      onKeyDown: this.#onKeyDown,
      onFocus: () => this.#ask(0),
      onBlur: this.#close,
    });
    return html`
      ${field}
      ${
        open &&
        html`<div class="popup">
          <p class="popup-title">${option.label}: matching</p>
          <${ChoiceList} id=${listId} label=${`Choices for ${option.label}`} items=${items} active=${active} onPick=${this.#pick} />
        </div>`
      }
    `;
  }
}
