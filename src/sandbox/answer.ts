import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { FirstResponse, Interaction, Settlement } from './interactions.ts';
import type { World } from './world.ts';

/** How the bot answered something a person did. */
export type Answer = {
  readonly interactionId: string;
  /** `deferred` may be a new message or an update; `settled` tells which came of it. */
  readonly kind: 'message' | 'update' | 'modal' | 'choices' | 'deferred' | 'failed';
  /** Whether only this person sees it. */
  readonly ephemeral: boolean;
  /** The message as it was when the answer came. */
  readonly message?: APIMessage;
  readonly modal?: APIModalInteractionResponseCallbackData;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  /** The sentence Discord shows when there was no answer. */
  readonly failure?: string;
  /**
   * The answer after a deferral: when the deferred message is edited or a follow-up comes, whichever is first; failed
   * when neither comes while the token lives. Any other answer is settled at once.
   */
  settled(): Promise<Answer>;
  /** The follow-up messages so far, as they are now. */
  followUps(): readonly APIMessage[];
};

/** The bot's answer to an interaction, once the first response is there. */
export async function answerTo(world: World, interaction: Interaction): Promise<Answer> {
  return firstAnswer(world, interaction, await interaction.first.promise);
}

/** An answer that never left the client. */
export function refusedAnswer(failure: string): Answer {
  const answer: Answer = {
    interactionId: '',
    kind: 'failed',
    ephemeral: true,
    failure,
    settled: async () => answer,
    followUps: () => [],
  };
  return answer;
}

function firstAnswer(world: World, interaction: Interaction, response: FirstResponse): Answer {
  const base = {
    interactionId: interaction.id,
    followUps: () => interaction.followUpIds.flatMap((id) => world.messages.get(id)?.message ?? []),
  };
  const final = (own: Pick<Answer, 'kind' | 'ephemeral'> & Partial<Answer>): Answer => {
    const answer: Answer = { ...base, ...own, settled: async () => answer };
    return answer;
  };
  switch (response.kind) {
    case 'failed':
      return final({ kind: 'failed', ephemeral: true, failure: response.failure });
    case 'modal':
      return final({ kind: 'modal', ephemeral: true, modal: response.modal });
    case 'choices':
      return final({ kind: 'choices', ephemeral: true, choices: response.choices });
    case 'deferred':
      return {
        ...final({
          kind: 'deferred',
          ephemeral: response.ephemeral,
          ...messageNow(world, response.messageId),
        }),
        settled: async () => final(settledParts(world, interaction, await interaction.settled.promise)),
      };
    default:
      return final({
        kind: response.kind,
        ephemeral: response.ephemeral,
        ...messageNow(world, response.messageId),
      });
  }
}

function settledParts(world: World, interaction: Interaction, settlement: Settlement) {
  if ('failure' in settlement)
    return { kind: 'failed', ephemeral: true, failure: settlement.failure } as const;
  const now = messageNow(world, settlement.messageId);
  return {
    kind: settlement.messageId === interaction.sourceId ? 'update' : 'message',
    ephemeral: ((now.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    ...now,
  } as const;
}

function messageNow(world: World, id: string): { readonly message?: APIMessage } {
  const message = world.messages.get(id)?.message;
  return message === undefined ? {} : { message };
}
