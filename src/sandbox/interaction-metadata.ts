import {
  type APIMessageInteractionMetadata,
  ApplicationIntegrationType,
  InteractionType,
} from 'discord-api-types/v10';
import { userObject } from './api-objects.ts';
import type { Interaction } from './interactions.ts';
import type { World } from './world.ts';

type Triggering = Exclude<APIMessageInteractionMetadata, { type: InteractionType.ModalSubmit }>;

/** Which installation an interaction belongs to: the guild's, or the bot's own direct messages (guild 0). */
export function integrationOwners(guildId: string | null) {
  return { [ApplicationIntegrationType.GuildInstall]: guildId ?? '0' };
}

/**
 * The `interaction_metadata` of a message that answers an interaction.
 *
 * @param originalId - the first answer's id, for follow-ups; null for the first answer itself
 */
export function interactionMetadata(
  world: World,
  interaction: Interaction,
  originalId: string | null,
): APIMessageInteractionMetadata {
  const { payload, sourceId } = interaction;
  const base = {
    id: interaction.id,
    user: userObject(world.person(interaction.userId) ?? world.bot),
    authorizing_integration_owners: integrationOwners(interaction.guildId),
    ...(originalId === null ? {} : { original_response_message_id: originalId }),
  };
  const onMessage = {
    ...base,
    type: InteractionType.MessageComponent,
    interacted_message_id: sourceId ?? '',
  } as const;
  const target =
    payload.type === InteractionType.ApplicationCommand && 'target_id' in payload.data
      ? payload.data.target_id
      : null;
  const byCommand = {
    ...base,
    type: InteractionType.ApplicationCommand,
    ...(target === null ? {} : { target_message_id: target }),
  } as const;
  const triggering: Triggering = sourceId === null ? byCommand : onMessage;
  if (payload.type !== InteractionType.ModalSubmit) return triggering;
  return { ...base, type: InteractionType.ModalSubmit, triggering_interaction_metadata: triggering };
}
