import { viewMarkdown } from './markdown-view.js';
import { FieldControl, fieldError, firstValues, isRequired, modalFields } from './modal-fields.js';
import { namesOf } from './names.js';
import { Component, createRef, h, html } from './vnode.js';

/** @import { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10' */
/** @import { PageState } from '../page-api.ts' */
/** @import { ModalField } from './modal-fields.js' */
/** @import { Session, View } from './session.js' */

/** The type of a component that bears its own label. */
const CHECKBOX = 23;

/** The element id of a modal's answer. @param {string} customId */
const fieldElementId = (customId) => `modal-${customId}`;

/**
 * A modal of the bot. What was typed stays until the bot has taken it.
 *
 * @typedef {{ values: Record<string, readonly string[]>, errors: Record<string, string>, notice: string, busy: boolean }} ModalState
 * @extends {Component<{ session: Session, view: View, state: PageState, modal: APIModalInteractionResponseCallbackData }, ModalState>}
 */
export class Modal extends Component {
  #fields = modalFields(this.props.modal);
  /** @type {ModalState} */
  state = {
    values: Object.fromEntries(this.#fields.map(({ id, component }) => [id, firstValues(component)])),
    errors: {},
    notice: '',
    busy: false,
  };
  #dialog = createRef();

  componentDidMount() {
    this.#dialog.current?.showModal();
    this.#focus(this.#fields[0]);
  }

  componentWillUnmount() {
    this.#dialog.current?.close();
  }

  /** @param {ModalField | undefined} field */
  #focus(field) {
    const element = field && document.getElementById(fieldElementId(field.id));
    (element?.matches('.ticks') ? element.querySelector('input') : element)?.focus();
  }

  /** @param {Event} event */
  #onSubmit = async (event) => {
    event.preventDefault();
    if (this.state.busy) return;
    const { values } = this.state;
    const found = this.#fields.map((field) => ({
      field,
      error: fieldError(field.component, values[field.id] ?? []),
    }));
    const errors = Object.fromEntries(found.map(({ field, error }) => [field.id, error]));
    const wrong = found.find(({ error }) => error !== '');
    this.setState({ errors, notice: '', busy: !wrong });
    if (wrong) return this.#focus(wrong.field);

    const fields = this.#fields.map(({ id }) => ({ customId: id, values: values[id] ?? [] }));
    const notice = await this.props.session.submitModal(fields);
    if (notice !== null) this.setState({ notice, busy: false });
  };

  /** @param {ModalField} field */
  #field(field) {
    const { id, label, description, component } = field;
    const elementId = fieldElementId(id);
    const error = this.state.errors[id] ?? '';
    const onChange = (/** @type {string[]} */ values) =>
      this.setState({
        values: { ...this.state.values, [id]: values },
        errors: { ...this.state.errors, [id]: '' },
      });
    return html`
      <div class=${error ? 'field wrong' : 'field'} key=${id}>
        ${
          component.type !== CHECKBOX &&
          html`<label class="field-label" for=${elementId} dir="auto">
            ${label}${isRequired(component) && html`<span class="must" aria-hidden="true"> *</span>`}
          </label>`
        }
        <p class="field-about" id=${`${elementId}-about`} dir="auto">
          ${description}${error && html`<span class="field-error" role="alert">${error}</span>`}
        </p>
        <${FieldControl}
          field=${field}
          elementId=${elementId}
          values=${this.state.values[id] ?? []}
          error=${error}
          state=${this.props.state}
          onChange=${onChange}
        />
      </div>
    `;
  }

  render() {
    const { session, modal, state, view } = this.props;
    const { notice, busy } = this.state;
    const names = namesOf(state, view.choice.locale, Date.now());
    const texts = modal.components.filter((one) => one.type === 10);
    return html`
      <dialog
        class="modal"
        ref=${this.#dialog}
        aria-labelledby="modal-title"
        onCancel=${(/** @type {Event} */ event) => {
          event.preventDefault();
          session.closeModal();
        }}
      >
        <form noValidate onSubmit=${this.#onSubmit}>
          <header class="modal-head">
            <h2 id="modal-title" dir="auto">${modal.title}</h2>
            <button type="button" class="icon-button" aria-label="Close" onClick=${() => session.closeModal()}>✕</button>
          </header>
          <div class="modal-body">
            ${texts.map((one) => html`<div class="text">${viewMarkdown(h, one.content, names)}</div>`)}
            ${this.#fields.map((field) => this.#field(field))}
            ${notice && html`<p class="notice" role="alert">${notice}</p>`}
          </div>
          <footer class="modal-foot">
            <span class="sandbox-note">This form is ${state.bot.name}’s, in the sandbox.</span>
            <button type="button" class="btn btn-secondary" onClick=${() => session.closeModal()}>Cancel</button>
            <button type="submit" class=${busy ? 'btn btn-primary pending' : 'btn btn-primary'} aria-busy=${busy ? 'true' : undefined}>
              Submit
            </button>
          </footer>
        </form>
      </dialog>
    `;
  }
}
