import { Button, MessageSelect } from './controls.js';
import { viewMarkdown } from './markdown-view.js';
import { Covered, FileComponent, Picture } from './media.js';
import { h, html } from './vnode.js';

/** @import { APIComponentInContainer, APIContainerComponent, APIEmbed, APIMessageComponent, APISectionComponent, APISectionAccessoryComponent } from 'discord-api-types/v10' */
/** @import { VNode } from '/vendor/preact.js' */
/** @import { Drawing } from './controls.js' */

/** A message's components, one below the other. @param {{ components: readonly APIMessageComponent[], drawing: Drawing }} props */
export function Card({ components, drawing }) {
  return html`<div class="card">${components.map((one) => drawn(one, drawing))}</div>`;
}

/** @param {APIMessageComponent | APIComponentInContainer | APISectionAccessoryComponent} component @param {Drawing} drawing @returns {VNode} */
function drawn(component, drawing) {
  const { message } = drawing.item;
  switch (component.type) {
    case 1:
      return html`<div class="row">${component.components.map((one) => drawn(one, drawing))}</div>`;
    case 2:
      return html`<${Button} key=${keyOf(component)} component=${component} drawing=${drawing} />`;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return html`<${MessageSelect} key=${component.custom_id} component=${component} drawing=${drawing} />`;
    case 9:
      return section(component, drawing);
    case 10:
      return html`<div class="text">${viewMarkdown(h, component.content, drawing.names)}</div>`;
    case 11:
      return html`<${Picture} ...${component} message=${message} kind="thumbnail" />`;
    case 12:
      return html`
        <div class=${`gallery gallery-${Math.min(component.items.length, 4)}`}>
          ${component.items.map((one) => html`<${Picture} ...${one} message=${message} kind="gallery" />`)}
        </div>
      `;
    case 13:
      return html`<${FileComponent} component=${component} message=${message} />`;
    case 14: {
      const look = `separator ${component.spacing === 2 ? 'large' : 'small'}`;
      return component.divider === false
        ? html`<div class=${look}></div>`
        : html`<hr class=${`${look} line`} />`;
    }
    case 17:
      return container(component, drawing);
    default:
      return html`<p class="unknown">A component the sandbox does not know</p>`;
  }
}

/** A control keeps its element, and with it the focus, only while it stays the same control. @param {object} component */
function keyOf(component) {
  return 'custom_id' in component ? component.custom_id : undefined;
}

/** @param {APISectionComponent} component @param {Drawing} drawing */
function section(component, drawing) {
  return html`
    <div class="section">
      <div class="section-texts">${component.components.map((one) => drawn(one, drawing))}</div>
      <div class="section-accessory">${drawn(component.accessory, drawing)}</div>
    </div>
  `;
}

/** @param {APIContainerComponent} component @param {Drawing} drawing */
function container(component, drawing) {
  const style =
    component.accent_color == null
      ? undefined
      : { borderInlineStartColor: hexColour(component.accent_color) };
  const body = component.components.map((one) => drawn(one, drawing));
  return html`
    <div class="container" style=${style}>
      ${component.spoiler ? html`<${Covered} what="card">${body}<//>` : body}
    </div>
  `;
}

/** @param {number} colour - 0xRRGGBB */
const hexColour = (colour) => `#${colour.toString(16).padStart(6, '0')}`;

/** A classic embed, in its essentials. @param {{ embed: APIEmbed, drawing: Drawing }} props */
export function Embed({ embed, drawing }) {
  const { names, item } = drawing;
  const style = embed.color === undefined ? undefined : { borderInlineStartColor: hexColour(embed.color) };
  const title = embed.url ? `[${embed.title ?? embed.url}](${embed.url})` : embed.title;
  return html`
    <div class="container embed" style=${style}>
      ${embed.author && html`<p class="embed-author" dir="auto">${embed.author.name}</p>`}
      ${title && html`<div class="embed-title">${viewMarkdown(h, title, names)}</div>`}
      ${embed.description && html`<div class="text">${viewMarkdown(h, embed.description, names)}</div>`}
      ${(embed.fields ?? []).map(
        (field) => html`
          <div class="embed-field">
            <p class="embed-name" dir="auto">${field.name}</p>
            <div class="text">${viewMarkdown(h, field.value, names)}</div>
          </div>
        `,
      )}
      ${embed.image && html`<${Picture} media=${embed.image} description="Picture of the embed" message=${item.message} kind="gallery" />`}
      ${embed.footer && html`<p class="embed-footer" dir="auto">${embed.footer.text}</p>`}
    </div>
  `;
}
