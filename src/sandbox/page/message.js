import { Card, Embed } from './card.js';
import { menuPresses } from './long-press.js';
import { viewMarkdown } from './markdown-view.js';
import { Attachment } from './media.js';
import { DeletionQuestion, MessageEditor } from './message-edit.js';
import { MessageMenu } from './message-menu.js';
import { initials } from './names.js';
import { flagsOf } from './timeline.js';
import { clockText } from './timestamps.js';
import { Component, createRef, h, html } from './vnode.js';

/** @import { APIMessage, APIMessageSnapshotFields } from 'discord-api-types/v10' */
/** @import { Drawing } from './controls.js' */
/** @import { MenuSpot } from './message-menu.js' */

/** The element id of a message. @param {string} messageId */
export const messageElementId = (messageId) => `message-${messageId}`;

/** Discord's type of a reference that forwards a message, where others reply to one. */
const FORWARD = 1;

/** One of the four colours of avatars. @param {string} name */
const tintOf = (name) =>
  Array.from(name).reduce((sum, char) => ((sum * 31) % 1009) + (char.codePointAt(0) ?? 0), 7) % 4;

/** The name an author is shown with; the bot has the one its application has. @param {APIMessage['author']} author @param {Drawing} drawing */
function authorName(author, { state: { bot } }) {
  return author.id === bot.id ? bot.name : (author.global_name ?? author.username);
}

/** @param {{ name: string, bot: boolean, small?: boolean }} props */
export function Avatar({ name, bot, small = false }) {
  const look = `avatar${small ? ' small' : ''}${bot ? ' of-bot' : ` tint-${tintOf(name)}`}`;
  return html`<span class=${look} aria-hidden="true">${initials(name)}</span>`;
}

/**
 * One message, as the chosen persona sees it.
 *
 * @extends {Component<{ drawing: Drawing, grouped: boolean }, { doing: '' | 'edit' | 'delete' }>}
 */
export class Message extends Component {
  /** @type {{ doing: '' | 'edit' | 'delete' }} */
  state = { doing: '' };
  #root = createRef();
  /** Opens the menu, once that is there. */
  #openMenu = (/** @type {MenuSpot} */ _spot) => {};
  #presses = menuPresses((spot) => this.#openMenu(spot));

  getSnapshotBeforeUpdate() {
    return this.#root.current?.contains(document.activeElement) ?? false;
  }

  /** A control that held the focus may be gone from the changed card; the focus then stays at the message. @param {unknown} _props @param {unknown} _state @param {boolean} hadFocus */
  componentDidUpdate(_props, _state, hadFocus) {
    if (hadFocus && document.activeElement === document.body)
      this.#root.current?.focus({ preventScroll: true });
  }

  /** @param {APIMessage['author']} author */
  #name(author) {
    return authorName(author, this.props.drawing);
  }

  #takeOpener = (/** @type {(spot: MenuSpot) => void} */ open) => {
    this.#openMenu = open;
  };

  #done = () => {
    this.setState({ doing: '' });
    this.#root.current?.focus({ preventScroll: true });
  };

  #above() {
    const { item } = this.props.drawing;
    const { message_reference: reference } = item.message;
    if (item.usedCommand) {
      const { userName, command } = item.usedCommand;
      const metadata = item.message.interaction_metadata;
      const slash = metadata && 'target_message_id' in metadata ? '' : '/';
      return html`
        <p class="used">
          <${Avatar} name=${userName} bot=${false} small />
          <span class="used-words">
            <strong dir="auto">${userName}</strong> used <span class="used-command">${slash + command}</span>
          </span>
        </p>
      `;
    }
    if (!reference || reference.type === FORWARD) return null;
    return html`<${ReplyLine} drawing=${this.props.drawing} messageId=${reference.message_id ?? ''} />`;
  }

  #head() {
    const { item, names } = this.props.drawing;
    const { author, timestamp } = item.message;
    return html`
      <header class="message-head">
        <span class="author" dir="auto">${this.#name(author)}</span>
        ${author.bot && html`<span class="badge">APP</span>`}
        <time class="clock" dateTime=${timestamp}>${clockText(timestamp, names.locale)}</time>
      </header>
    `;
  }

  #body() {
    const { drawing } = this.props;
    const { message } = drawing.item;
    const { loading, componentsV2, ephemeral } = flagsOf(drawing.item);
    if (loading) {
      return html`<p class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${this.#name(message.author)} is thinking…</p>`;
    }
    const { doing } = this.state;
    const { session } = drawing;
    if (doing === 'edit') {
      return html`<${MessageEditor} session=${session} messageId=${message.id} content=${message.content} onDone=${this.#done} />`;
    }
    const components = message.components ?? [];
    const edited = message.edited_timestamp && html`<span class="edited"> (edited)</span>`;
    if (componentsV2) {
      return html`<${Card} components=${components} drawing=${drawing} />${!ephemeral && edited}`;
    }
    return html`
      ${(message.message_snapshots ?? []).map(({ message: one }) => html`<${Forwarded} snapshot=${one} drawing=${drawing} />`)}
      <${Plain} parts=${message} drawing=${drawing} edited=${edited} />
      ${components.length > 0 && html`<${Card} components=${components} drawing=${drawing} />`}
    `;
  }

  render() {
    const { drawing, grouped } = this.props;
    const { item, names, session, view } = drawing;
    const { author, id, timestamp } = item.message;
    const { ephemeral, loading } = flagsOf(item);
    const notice = view.notices[id];
    const hasMenu = !ephemeral && !loading;
    const name = `${this.#name(author)}, ${clockText(timestamp, names.locale)}`;
    return html`
      <article
        class=${`message${ephemeral ? ' ephemeral' : ''}${grouped ? ' grouped' : ''}`}
        id=${messageElementId(id)}
        ref=${this.#root}
        tabindex="-1"
        aria-label=${name}
        ...${hasMenu ? this.#presses : {}}
      >
        ${this.#above()}
        ${!grouped && html`<${Avatar} name=${this.#name(author)} bot=${author.bot === true} />`}
        <div class="message-main">
          ${!grouped && this.#head()} ${this.#body()}
          ${this.state.doing === 'delete' && html`<${DeletionQuestion} session=${session} messageId=${id} onDone=${this.#done} />`}
          ${
            ephemeral &&
            html`<p class="only-you">
              <span class="eye" aria-hidden="true"></span> Only you can see this ·${' '}
              <button type="button" class="text-button" onClick=${() => session.dismiss(id)}>Dismiss message</button>
            </p>`
          }
          ${notice && html`<p class="notice" role="alert">${notice}</p>`}
        </div>
        ${
          hasMenu &&
          html`<${MessageMenu}
            drawing=${drawing}
            onReady=${this.#takeOpener}
            onEdit=${() => this.setState({ doing: 'edit' })}
            onDelete=${() => this.setState({ doing: 'delete' })}
          />`
        }
      </article>
    `;
  }
}

/** Above a message that answers another one: which, as it is now. @param {{ drawing: Drawing, messageId: string }} props */
function ReplyLine({ drawing, messageId }) {
  const replied = drawing.state.messages.find((one) => one.message.id === messageId)?.message;
  const words = replied
    ? html`<a class="reply-link" href=${`#${messageElementId(messageId)}`}>
        <span class="unseen">Replying to </span><strong dir="auto">${authorName(replied.author, drawing)}</strong>${' '}
        <span dir="auto">${replied.content || 'a message without text'}</span>
      </a>`
    : html`<em>Original message was deleted</em>`;
  return html`<p class="used"><span class="used-words">${words}</span></p>`;
}

/** A message within another one. @param {{ snapshot: Omit<APIMessageSnapshotFields, 'flags'>, drawing: Drawing }} props */
function Forwarded({ snapshot, drawing }) {
  return html`
    <section class="forwarded" aria-label="Forwarded message">
      <p class="forwarded-title"><span aria-hidden="true">↱</span> Forwarded</p>
      <${Plain} parts=${snapshot} drawing=${drawing} edited=${null} />
    </section>
  `;
}

/** The text, files and embeds of a message. @param {{ parts: Pick<APIMessage, 'content' | 'attachments' | 'embeds'>, drawing: Drawing, edited: unknown }} props */
function Plain({ parts, drawing, edited }) {
  const { message } = drawing.item;
  return html`
    ${parts.content && html`<div class="text">${viewMarkdown(h, parts.content, drawing.names)}${edited}</div>`}
    ${parts.attachments.map((one) => html`<${Attachment} key=${one.id} attachment=${one} message=${message} />`)}
    ${parts.embeds.map((one) => html`<${Embed} embed=${one} drawing=${drawing} />`)}
  `;
}
