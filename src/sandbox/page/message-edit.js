import { Component, createRef, html } from './vnode.js';

/** @import { Session } from './session.js' */

/**
 * An own message as a field. Enter keeps the new text, Escape the old one.
 *
 * @extends {Component<{ session: Session, messageId: string, content: string, onDone: () => void }, { text: string, notice: string }>}
 */
export class MessageEditor extends Component {
  state = { text: this.props.content, notice: '' };
  #field = createRef();

  componentDidMount() {
    const field = this.#field.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  #save = async () => {
    const { session, messageId, content, onDone } = this.props;
    const text = this.state.text.trim();
    if (text === '') return this.setState({ notice: 'A message cannot be empty; delete it instead.' });
    const notice = text === content ? null : await session.edit(messageId, text);
    if (notice === null) onDone();
    else this.setState({ notice });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.props.onDone();
    else if (event.key === 'Enter' && !event.shiftKey) void this.#save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  render() {
    const { text, notice } = this.state;
    return html`
      <div class="editor">
        <textarea
          class="field-input"
          ref=${this.#field}
          rows="3"
          dir="auto"
          maxLength="2000"
          aria-label="Edit message"
          value=${text}
          onInput=${(/** @type {Event} */ { currentTarget: field }) => {
            if (field instanceof HTMLTextAreaElement) this.setState({ text: field.value, notice: '' });
          }}
          onKeyDown=${this.#onKeyDown}
        />
        ${notice && html`<p class="notice" role="alert">${notice}</p>`}
        <div class="row">
          <button type="button" class="btn btn-primary" onClick=${this.#save}>Save</button>
          <button type="button" class="btn btn-secondary" onClick=${() => this.props.onDone()}>Cancel</button>
        </div>
      </div>
    `;
  }
}

/**
 * The question before a message is deleted.
 *
 * @extends {Component<{ session: Session, messageId: string, onDone: () => void }, { notice: string }>}
 */
export class DeletionQuestion extends Component {
  state = { notice: '' };
  #keep = createRef();

  componentDidMount() {
    this.#keep.current?.focus();
  }

  #remove = async () => {
    const notice = await this.props.session.remove(this.props.messageId);
    if (notice !== null) this.setState({ notice });
  };

  /** @param {KeyboardEvent} event */
  #onKeyDown = (event) => {
    if (event.key !== 'Escape') return;
    this.props.onDone();
    event.stopPropagation();
  };

  render() {
    const { notice } = this.state;
    return html`
      <div class="editor" role="group" aria-label="Delete this message?" onKeyDown=${this.#onKeyDown}>
        <p>Delete this message? It cannot be brought back.</p>
        ${notice && html`<p class="notice" role="alert">${notice}</p>`}
        <div class="row">
          <button type="button" class="btn btn-danger" onClick=${this.#remove}>Delete it</button>
          <button type="button" class="btn btn-secondary" ref=${this.#keep} onClick=${() => this.props.onDone()}>Keep it</button>
        </div>
      </div>
    `;
  }
}
