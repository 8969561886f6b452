import { Component, html } from './vnode.js';

/** @import { APIAttachment, APIFileComponent, APIMessage, APIUnfurledMediaItem } from 'discord-api-types/v10' */
/** @import { ComponentChildren } from '/vendor/preact.js' */

/**
 * Where a file is on this sandbox; null when it lies on another server, which the page does not ask.
 *
 * @param {string} url - as in the message, `attachment://name` included
 * @param {APIMessage} message
 * @returns {string | null}
 */
export function localAddress(url, message) {
  const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : null;
  const uploaded = message.attachments.find((one) => one.filename === name);
  const parsed = URL.parse(uploaded?.url ?? url, location.href);
  if (!parsed) return null;
  const own = parsed.origin === location.origin || parsed.pathname.startsWith('/sandbox/attachments/');
  return own ? parsed.pathname + parsed.search : null;
}

/**
 * A picture with its description; the description stands in for it where it cannot be shown. One of a gallery, where
 * tall ones are small, leads to its full size.
 *
 * @typedef {object} PictureProps
 * @property {APIUnfurledMediaItem} media
 * @property {string | null | undefined} description
 * @property {boolean | undefined} spoiler
 * @property {APIMessage} message
 * @property {string} kind - `thumbnail` or `gallery`
 *
 * @extends {Component<PictureProps, { failed: boolean }>}
 */
export class Picture extends Component {
  state = { failed: false };

  render() {
    const { media, description, spoiler, message, kind } = this.props;
    const address = localAddress(media.url, message);
    const alt = description ?? '';
    const image = html`<img src=${address} alt=${alt} loading="lazy" onError=${() => this.setState({ failed: true })} />`;
    const picture =
      address === null || this.state.failed
        ? html`<span class="picture-absent" dir="auto">${alt || 'Picture without a description'}</span>`
        : kind === 'gallery'
          ? html`<a href=${address} target="_blank" title="Open in full size">${image}</a>`
          : image;
    return html`<div class=${`picture ${kind}`}>${spoiler ? html`<${Covered} what="picture">${picture}<//>` : picture}</div>`;
  }
}

/**
 * Something that is shown only after a press.
 *
 * @extends {Component<{ what: string, children?: ComponentChildren }, { shown: boolean }>}
 */
export class Covered extends Component {
  state = { shown: false };

  render() {
    const { what, children } = this.props;
    if (this.state.shown) return html`<div class="uncovered">${children}</div>`;
    return html`
      <button type="button" class="cover" onClick=${() => this.setState({ shown: true })}>
        Spoiler: show the ${what}
      </button>
    `;
  }
}

/** @param {number} bytes */
function sizeText(bytes) {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {{ name: string, bytes: number | undefined, address: string | null, spoiler?: boolean }} props */
function FileCard({ name, bytes, address, spoiler = false }) {
  const card = html`
    <div class="file">
      <span class="file-mark" aria-hidden="true"></span>
      <span class="file-words">
        ${
          address === null
            ? html`<span class="file-name" dir="auto">${name}</span>`
            : html`<a class="file-name" dir="auto" href=${address} download=${name}>${name}</a>`
        }
        <span class="file-size">${bytes === undefined ? '' : sizeText(bytes)}</span>
      </span>
    </div>
  `;
  return spoiler ? html`<${Covered} what="file">${card}<//>` : card;
}

/** A file within a card. @param {{ component: APIFileComponent, message: APIMessage }} props */
export function FileComponent({ component, message }) {
  const { file, name, size, spoiler } = component;
  const uploaded = message.attachments.find(
    (one) => file.url === `attachment://${one.filename}` || file.url === one.url,
  );
  return html`<${FileCard}
    name=${name ?? uploaded?.filename ?? file.url.split('/').at(-1) ?? 'file'}
    bytes=${size ?? uploaded?.size}
    address=${localAddress(file.url, message)}
    spoiler=${spoiler}
  />`;
}

/** A file or picture of a classic message. @param {{ attachment: APIAttachment, message: APIMessage }} props */
export function Attachment({ attachment, message }) {
  const { filename, size, url, description, content_type: type } = attachment;
  return type?.startsWith('image/')
    ? html`<${Picture} media=${{ url }} description=${description ?? filename} message=${message} kind="gallery" />`
    : html`<${FileCard} name=${filename} bytes=${size} address=${localAddress(url, message)} />`;
}
