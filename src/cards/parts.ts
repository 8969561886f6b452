import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Card, CardFile } from '../ports/message.ts';
import { complaintsOf, limits } from './limits.ts';
import { excerpt } from './markdown.ts';

/**
 * A card of these components; what is null is left out.
 *
 * @throws RangeError when Discord would refuse it: a card that cannot be sent is a fault of the card
 */
export function makeCard(
  parts: readonly (APIMessageTopLevelComponent | null)[],
  files: readonly CardFile[] = [],
): Card {
  const components = parts.filter((part) => part !== null);
  const complaints = complaintsOf(components);
  if (complaints.length > 0) throw new RangeError(`a card breaks Discord's limits: ${complaints.join(', ')}`);
  return { components, files };
}

/** Lines below one another; what is null is left out. */
export function linesOf(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

/** A block of markdown text. */
export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/**
 * A form.
 *
 * @throws RangeError when Discord would refuse it
 */
export function makeModal(
  modal: APIModalInteractionResponseCallbackData,
): APIModalInteractionResponseCallbackData {
  const complaints = [...complaintsOf(modal.components)];
  if (modal.title.length > limits.modalTitleChars) complaints.push('title too long');
  if (modal.components.length > limits.modalComponents) complaints.push('too many fields');
  for (const component of modal.components)
    if (component.type === ComponentType.Label && component.label.length > limits.modalLabelChars)
      complaints.push('label too long');
  if (complaints.length > 0) throw new RangeError(`a form breaks Discord's limits: ${complaints.join(', ')}`);
  return modal;
}

/** A file of the card, shown with its name and a way to save it. */
export function attachment(file: CardFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${file.name}` } };
}

/** A picture among the card's files, shown large; `alt` says what is in it. */
export function gallery(file: CardFile, alt: string): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${file.name}` }, description: excerpt(alt, limits.altChars) }],
  };
}

/** A thin line between two parts. */
export const divider: APISeparatorComponent = { type: ComponentType.Separator, divider: true, spacing: 1 };

/** The frame around a card. Its colour marks Footnote and carries no meaning. */
export function frame(components: readonly (APIComponentInContainer | null)[]): APIContainerComponent {
  return {
    type: ComponentType.Container,
    accent_color: 0x4a6fa5,
    components: components.filter((component) => component !== null),
  };
}

/** Buttons side by side, or one menu; null when there is nothing to show. */
export function row(
  ...components: readonly (APIComponentInMessageActionRow | null)[]
): APIActionRowComponent<APIComponentInMessageActionRow> | null {
  const shown = components.filter((component) => component !== null);
  return shown.length === 0 ? null : { type: ComponentType.ActionRow, components: shown };
}

type ButtonLook = { readonly style?: 'plain' | 'main' | 'danger'; readonly disabled?: boolean };

const styles = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

/** A button that leads to the action named in `customId`. */
export function button(label: string, customId: string, look: ButtonLook = {}): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: styles[look.style ?? 'plain'],
    label: excerpt(label, limits.buttonLabelChars),
    custom_id: customId,
    ...(look.disabled ? { disabled: true } : {}),
  };
}

/** One entry of a menu; label and description are shortened to what Discord shows. */
export type MenuOption = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  /** Whether it is what holds now. */
  readonly chosen?: boolean;
};

/** A menu of 1 to 25 entries from which one is chosen. */
export function menu(
  customId: string,
  placeholder: string,
  options: readonly MenuOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: excerpt(placeholder, limits.placeholderChars),
    options: options.map(({ label, value, description, chosen }) => ({
      label: excerpt(label, limits.optionChars),
      value,
      ...(description ? { description: excerpt(description, limits.optionChars) } : {}),
      ...(chosen ? { default: true } : {}),
    })),
  };
}
