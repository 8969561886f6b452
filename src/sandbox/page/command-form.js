import { OptionField } from './command-fields.js';
import { mainOption } from './commands.js';
import { Component, createRef, html } from './vnode.js';

/** @import { PageOption, PageState } from '../page-api.ts' */
/** @import { Filled } from './command-fields.js' */
/** @import { CommandLeaf, CommandOption } from './commands.js' */
/** @import { Session } from './session.js' */

/** Discord's type of an option that takes a file. */
const ATTACHMENT = 11;

/**
 * @typedef {object} CommandFormProps
 * @property {CommandLeaf} leaf
 * @property {Record<string, string>} initial - texts by option, typed before the form was there
 * @property {PageState} state
 * @property {string} locale
 * @property {Session} session
 * @property {(line: string) => void} onLeave - back to the plain line
 * @property {() => void} onSent
 *
 * @typedef {{ filled: Record<string, Filled>, problem: { name: string, words: string } | null, notice: string, focused: string, busy: boolean }} CommandFormState
 */

/**
 * A chosen command with its options as fields.
 *
 * @extends {Component<CommandFormProps, CommandFormState>}
 */
export class CommandForm extends Component {
  /** @type {CommandFormState} */
  state = {
    filled: Object.fromEntries(
      this.props.leaf.options
        .filter((one) => one.required || this.props.initial[one.name] !== undefined)
        .map((one) => [one.name, { text: this.props.initial[one.name] ?? '' }]),
    ),
    problem: null,
    notice: '',
    focused: '',
    busy: false,
  };
  #form = createRef();
  /** The option that waits to get the focus once it is drawn. */
  #next = '';

  componentDidMount() {
    const first = this.props.leaf.options.find((one) => this.state.filled[one.name]);
    this.#focus(first?.name);
  }

  componentDidUpdate() {
    if (this.#next !== '') this.#focus(this.#next);
    this.#next = '';
  }

  /** @param {string | undefined} name - none for the send button */
  #focus(name) {
    const field = name === undefined ? null : document.getElementById(this.#elementId(name));
    const target = field ?? this.#form.current?.querySelector('[type=submit]');
    target?.focus();
    if (field instanceof HTMLInputElement && field.type === 'text')
      field.setSelectionRange(field.value.length, field.value.length);
  }

  /** @param {string} name */
  #elementId = (name) => `option-${name}`;

  /** @param {string} name @param {Filled} filled */
  #fill(name, filled) {
    this.setState({ filled: { ...this.state.filled, [name]: filled }, problem: null });
  }

  /** @param {CommandOption} option */
  #add(option) {
    this.#next = option.name;
    this.#fill(option.name, { text: '' });
  }

  /** @param {string} name */
  #remove(name) {
    const { [name]: _gone, ...filled } = this.state.filled;
    this.setState({ filled, problem: null });
    this.#focus(undefined);
  }

  /** The command as the line it could have been typed as. */
  #line() {
    const { leaf } = this.props;
    const main = mainOption(leaf);
    return `/${leaf.label} ${(main && this.state.filled[main.name]?.text) ?? ''}`.trim();
  }

  /** @param {CommandOption} option @param {string} text */
  #complete(option, text) {
    const others = this.props.leaf.options
      .filter((one) => one.name !== option.name && one.type !== ATTACHMENT)
      .flatMap((one) => sentOption(one, this.state.filled[one.name]) ?? []);
    const options = [...others, { name: option.name, value: text }];
    return this.props.session.complete(this.props.leaf.path, options, option.name);
  }

  /** @param {Event} event */
  #onSubmit = async (event) => {
    event.preventDefault();
    if (this.state.busy) return;
    const { leaf, session, onSent } = this.props;
    const given = leaf.options.filter((one) => this.state.filled[one.name]);
    const problem =
      given.map((one) => optionProblem(one, this.state.filled[one.name])).find((one) => one !== null) ?? null;
    this.setState({ problem, notice: '', busy: problem === null });
    if (problem) return this.#focus(problem.name);

    const sent = await Promise.all(
      given.map(
        (one) => sentFile(one, this.state.filled[one.name]) ?? sentOption(one, this.state.filled[one.name]),
      ),
    ).catch(() => null);
    if (sent === null) return this.setState({ notice: 'The file could not be read.', busy: false });
    const notice = await session.runCommand(
      leaf.path,
      sent.filter((one) => one !== null),
    );
    if (notice === null) return onSent();
    this.setState({ notice, busy: false });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    const { target } = event;
    const { leaf, onLeave } = this.props;
    const empty = Object.values(this.state.filled).every(({ text }) => text === '');
    const inEmptyField = target instanceof HTMLInputElement && target.value === '';
    if (event.key === 'Escape') onLeave(empty ? '' : this.#line());
    else if (event.key === 'Backspace' && inEmptyField && empty) onLeave(`/${leaf.label}`);
    else return;
    event.preventDefault();
  };

  /** @param {CommandOption} option */
  #field(option) {
    const elementId = this.#elementId(option.name);
    const problem = this.state.problem?.name === option.name;
    return html`
      <span class=${problem ? 'option wrong' : 'option'} key=${option.name} onFocusIn=${() => this.setState({ focused: option.name })}>
        <label class="option-label" for=${elementId}>${option.label}</label>
        <${OptionField}
          option=${option}
          elementId=${elementId}
          filled=${this.state.filled[option.name] ?? { text: '' }}
          invalid=${problem}
          state=${this.props.state}
          locale=${this.props.locale}
          onChange=${(/** @type {Filled} */ filled) => this.#fill(option.name, filled)}
          complete=${(/** @type {string} */ text) => this.#complete(option, text)}
        />
        ${
          !option.required &&
          html`<button type="button" class="option-remove" aria-label=${`Remove ${option.label}`} onClick=${() => this.#remove(option.name)}>✕</button>`
        }
      </span>
    `;
  }

  render() {
    const { leaf, onLeave } = this.props;
    const { filled, problem, notice, focused, busy } = this.state;
    const shown = leaf.options.filter((one) => filled[one.name]);
    const rest = leaf.options.filter((one) => !filled[one.name]);
    const about = shown.find((one) => one.name === focused);
    return html`
      <form
        class="command-form"
        ref=${this.#form}
        noValidate
        aria-label=${`Command /${leaf.label}`}
        aria-busy=${busy ? 'true' : undefined}
        onSubmit=${this.#onSubmit}
        onKeyDown=${this.#onKeyDown}
      >
        <p class="command-about" dir="auto">
          <strong>${about ? about.label : `/${leaf.label}`}</strong> ${about ? about.description : leaf.description}
        </p>
        ${(problem || notice) && html`<p class="notice" role="alert">${problem ? problem.words : notice}</p>`}
        <div class="command-line">
          <span class="command-name">${`/${leaf.label}`}</span>
          ${shown.map((one) => this.#field(one))}
          ${rest.map((one) => html`<button type="button" class="option-add" title=${one.description} onClick=${() => this.#add(one)}>${`+ ${one.label}`}</button>`)}
          <span class="command-ends">
            <button type="button" class="icon-button" aria-label="Leave the command" onClick=${() => onLeave('')}>✕</button>
            <button type="submit" class=${busy ? 'btn btn-primary pending' : 'btn btn-primary'}>Send</button>
          </span>
        </div>
      </form>
    `;
  }
}

/** A chosen file as the sandbox takes it; null for an option of another type. @param {CommandOption} option @param {Filled | undefined} filled @returns {Promise<PageOption> | null} */
function sentFile({ name: option }, filled) {
  const file = filled?.file;
  if (!file) return null;
  const { promise, resolve, reject } = Promise.withResolvers();
  const reader = new FileReader();
  reader.onload = () => {
    const [, base64 = ''] = String(reader.result).split(',');
    resolve({ name: option, value: { name: file.name, contentType: file.type, base64 } });
  };
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}

/** What Discord would send for an option; null for nothing. @param {CommandOption} option @param {Filled | undefined} filled @returns {PageOption | null} */
function sentOption(option, filled) {
  if (!filled || filled.text.trim() === '') return null;
  const { name, type } = option;
  if (type === 5) return { name, value: filled.value === 'true' };
  if (filled.value !== undefined) return { name, value: filled.value };
  return { name, value: type === 4 || type === 10 ? Number(filled.text) : filled.text };
}

/** @param {CommandOption} option @param {Filled | undefined} filled @returns {{ name: string, words: string } | null} */
function optionProblem(option, filled) {
  const { name, label, type, minimum, maximum, minLength = 0 } = option;
  const text = filled?.text.trim() ?? '';
  if (text === '') return option.required ? { name, words: `“${label}” is needed.` } : null;
  if (type === 4 || type === 10) {
    const number = Number(text);
    const fits = Number.isFinite(number) && (type === 10 || Number.isInteger(number));
    if (!fits) return { name, words: `“${label}” must be a ${type === 4 ? 'whole ' : ''}number.` };
    if (number < (minimum ?? -Infinity)) return { name, words: `“${label}” must be at least ${minimum}.` };
    if (number > (maximum ?? Infinity)) return { name, words: `“${label}” must be at most ${maximum}.` };
  }
  return text.length < minLength
    ? { name, words: `“${label}” needs at least ${minLength} characters.` }
    : null;
}
