import { Card, Embed } from './card.js';
import { viewMarkdown } from './markdown-view.js';
import { Attachment } from './media.js';
import { MessageApps } from './message-apps.js';
import { initials } from './names.js';
import { flagsOf } from './timeline.js';
import { clockText } from './timestamps.js';
import { Component, createRef, h, html } from './vnode.js';

/** @import { APIMessage } from 'discord-api-types/v10' */
/** @import { Drawing } from './controls.js' */

/** The element id of a message. @param {string} messageId */
export const messageElementId = (messageId) => `message-${messageId}`;

/** Discord's type of a reference that forwards a message, where others reply to one. */
const FORWARD = 1;

/** One of the four colours of avatars. @param {string} name */
const tintOf = (name) =>
  Array.from(name).reduce((sum, char) => ((sum * 31) % 1009) + (char.codePointAt(0) ?? 0), 7) % 4;

/** @param {{ name: string, bot: boolean, small?: boolean }} props */
export function Avatar({ name, bot, small = false }) {
  const look = `avatar${small ? ' small' : ''}${bot ? ' of-bot' : ` tint-${tintOf(name)}`}`;
  return html`<span class=${look} aria-hidden="true">${initials(name)}</span>`;
}

/**
 * One message, as the chosen persona sees it.
 *
 * @extends {Component<{ drawing: Drawing, grouped: boolean }, object>}
 */
export class Message extends Component {
  #root = createRef();

  getSnapshotBeforeUpdate() {
    return this.#root.current?.contains(document.activeElement) ?? false;
  }

  /** A control that held the focus may be gone from the changed card; the focus then stays at the message. @param {unknown} _props @param {unknown} _state @param {boolean} hadFocus */
  componentDidUpdate(_props, _state, hadFocus) {
    if (hadFocus && document.activeElement === document.body)
      this.#root.current?.focus({ preventScroll: true });
  }

  /** The name an author is shown with; the bot has the one its application has. @param {APIMessage['author']} author */
  #name(author) {
    const { bot } = this.props.drawing.state;
    return author.id === bot.id ? bot.name : (author.global_name ?? author.username);
  }

  #above() {
    const { item } = this.props.drawing;
    const { referenced_message: replied, message_reference: reference } = item.message;
    if (item.usedCommand) {
      const { userName, command } = item.usedCommand;
      return html`
        <p class="used">
          <${Avatar} name=${userName} bot=${false} small />
          <span class="used-words">
            <strong dir="auto">${userName}</strong> used <span class="used-command">${`/${command.replace(/^\//, '')}`}</span>
          </span>
        </p>
      `;
    }
    if (!reference || reference.type === FORWARD) return null;
    const words = replied
      ? html`<strong dir="auto">${this.#name(replied.author)}</strong> <span dir="auto">${replied.content || 'a card'}</span>`
      : html`<em>A message that is no longer there</em>`;
    return html`<p class="used"><span class="used-words">${words}</span></p>`;
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
    const { loading, componentsV2 } = flagsOf(drawing.item);
    if (loading) {
      return html`<p class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${this.#name(message.author)} is thinking…</p>`;
    }
    const components = message.components ?? [];
    if (componentsV2) return html`<${Card} components=${components} drawing=${drawing} />`;
    return html`
      ${message.content && html`<div class="text">${viewMarkdown(h, message.content, drawing.names)}${message.edited_timestamp && html`<span class="edited"> (edited)</span>`}</div>`}
      ${message.attachments.map((one) => html`<${Attachment} key=${one.id} attachment=${one} message=${message} />`)}
      ${message.embeds.map((one) => html`<${Embed} embed=${one} drawing=${drawing} />`)}
      ${components.length > 0 && html`<${Card} components=${components} drawing=${drawing} />`}
    `;
  }

  render() {
    const { drawing, grouped } = this.props;
    const { item, names, session, view } = drawing;
    const { author, id, timestamp } = item.message;
    const { ephemeral, loading } = flagsOf(item);
    const notice = view.notices[id];
    const name = `${this.#name(author)}, ${clockText(timestamp, names.locale)}`;
    return html`
      <article
        class=${`message${ephemeral ? ' ephemeral' : ''}${grouped ? ' grouped' : ''}`}
        id=${messageElementId(id)}
        ref=${this.#root}
        tabindex="-1"
        aria-label=${name}
      >
        ${this.#above()}
        ${!grouped && html`<${Avatar} name=${this.#name(author)} bot=${author.bot === true} />`}
        <div class="message-main">
          ${!grouped && this.#head()} ${this.#body()}
          ${
            ephemeral &&
            html`<p class="only-you">
              <span class="eye" aria-hidden="true"></span> Only you can see this ·${' '}
              <button type="button" class="text-button" onClick=${() => session.dismiss(id)}>Dismiss message</button>
            </p>`
          }
          ${notice && html`<p class="notice" role="alert">${notice}</p>`}
        </div>
        ${!ephemeral && !loading && html`<${MessageApps} drawing=${drawing} />`}
      </article>
    `;
  }
}
