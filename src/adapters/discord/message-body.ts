import type { RawFile } from '@discordjs/rest';
import { type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';
import type { Card } from '../../ports/message.ts';

/** Nothing the bot sends ever notifies anybody. */
const nobody = { parse: [] };

/** A card as Discord takes it; private ones are seen by the member alone. */
export function messageBody(card: Card, visibility: 'private' | 'public') {
  const files: RawFile[] = card.files.map(({ name, contentType, content }) => ({
    name,
    contentType,
    data: content,
  }));
  return {
    // The library wants a mutable array and changes nothing in it.
    components: card.components as APIMessageTopLevelComponent[],
    flags: MessageFlags.IsComponentsV2 | (visibility === 'private' ? MessageFlags.Ephemeral : 0),
    allowed_mentions: nobody,
    ...(files.length === 0
      ? {}
      : { files, attachments: files.map(({ name }, id) => ({ id, filename: name })) }),
  };
}

/** A card that takes the place of an earlier one, whose files go with it. */
export function editBody(card: Card) {
  return { attachments: [], ...messageBody(card, 'public') };
}
