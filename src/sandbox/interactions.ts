import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
} from 'discord-api-types/v10';
import type { Gateway } from './gateway.ts';
import { madeAtMs } from './snowflake.ts';
import type { World } from './world.ts';

/** How long Discord waits for the first response, and how long an interaction's token lives (Discord's reference). */
export const FIRST_RESPONSE_MS = 3_000;
export const TOKEN_LIFE_MS = 15 * 60_000;

/** What the first response was. */
export type FirstResponse =
  | {
      readonly kind: 'message' | 'update' | 'deferred';
      readonly messageId: string;
      readonly ephemeral: boolean;
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  /** `failure` is the sentence Discord shows. */
  | { readonly kind: 'failed'; readonly failure: string };

/** What came after a deferral: the message, or that nothing came. */
export type Settlement = { readonly messageId: string } | { readonly failure: string };

/** One thing somebody did, and how the bot answers it. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly payload: APIInteraction;
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  /** The command's words without the slash; null for buttons, menus and modals. */
  readonly command: string | null;
  /** The message that a component sits on, or whose component opened the modal. */
  readonly sourceId: string | null;
  readonly first: PromiseWithResolvers<FirstResponse>;
  readonly settled: PromiseWithResolvers<Settlement>;
  state: 'waiting' | 'answered' | 'given up';
  /** The message `@original` names; null before the first response, for modals and after it was deleted. */
  originalId: string | null;
  /** Deferred, and nothing has come yet. */
  pending: boolean;
  /** The modal the bot answered with. */
  modal: APIModalInteractionResponseCallbackData | null;
  readonly followUpIds: string[];
};

/** What a new interaction needs; the payload gets its id and token. */
export type InteractionPlan = Pick<
  Interaction,
  'userId' | 'guildId' | 'channelId' | 'command' | 'sourceId'
> & {
  payload(id: string, token: string): APIInteraction;
};

/** All interactions young enough to matter. */
export type Interactions = {
  /** Sends it to the bot and starts the wait for its answer. Fails at once when no bot could ever get it. */
  open(plan: InteractionPlan): Interaction;
  byId(id: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
  /** Whether a token names an interaction that was real but is too old. */
  isExpired(token: string): boolean;
  /** Keeps the first response; whoever waits for it goes on. */
  answer(interaction: Interaction, response: FirstResponse): void;
  settle(interaction: Interaction, settlement: Settlement): void;
  /** Sends the same INTERACTION_CREATE again. */
  redeliver(id: string): void;
};

const tokenPattern = /^interaction:(\d{17,20}):/;

/** The interactions of one loopback server; how long each waits for its first response, in milliseconds, is Discord's time unless given. */
export function createInteractions(
  world: World,
  gateway: Gateway,
  firstResponseMs = FIRST_RESPONSE_MS,
): Interactions {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  const { clock } = world;
  const isOld = (id: string) => clock.now() - madeAtMs(id) > TOKEN_LIFE_MS;

  const forgetOld = () => {
    for (const [id, interaction] of byId) {
      if (!isOld(id)) return;
      byId.delete(id);
      byToken.delete(interaction.token);
    }
  };
  const dispatch = ({ guildId, payload }: Interaction) =>
    gateway.dispatch('INTERACTION_CREATE', guildId, payload);

  return {
    open(plan) {
      forgetOld();
      const interaction = begun(plan, world.ids.next());
      byId.set(interaction.id, interaction);
      byToken.set(interaction.token, interaction);
      const stopTimer = clock.after(firstResponseMs, () => giveUp(interaction));
      void interaction.first.promise.then(stopTimer);
      if (!dispatch(interaction)) giveUp(interaction);
      return interaction;
    },
    byId: (id) => byId.get(id),
    byToken(token) {
      const found = byToken.get(token);
      return found !== undefined && !isOld(found.id) ? found : undefined;
    },
    isExpired(token) {
      const id = tokenPattern.exec(Buffer.from(token, 'base64url').toString())?.[1];
      return id !== undefined && isOld(id);
    },
    answer(interaction, response) {
      if (response.kind === 'deferred') {
        interaction.pending = true;
        const failure = failureSentence(interaction.payload.type);
        const stopTimer = clock.after(TOKEN_LIFE_MS, () => interaction.settled.resolve({ failure }));
        void interaction.settled.promise.then(stopTimer);
      }
      give(interaction, response);
    },
    settle(interaction, settlement) {
      interaction.pending = false;
      interaction.settled.resolve(settlement);
    },
    redeliver(id) {
      const interaction = byId.get(id);
      if (interaction === undefined) throw new RangeError('no interaction with this id');
      dispatch(interaction);
    },
  };
}

function begun({ payload, ...place }: InteractionPlan, id: string): Interaction {
  const secret = randomBytes(24).toString('hex');
  const token = Buffer.from(`interaction:${id}:${secret}`).toString('base64url');
  return {
    ...place,
    id,
    token,
    payload: payload(id, token),
    first: Promise.withResolvers(),
    settled: Promise.withResolvers(),
    state: 'waiting',
    originalId: null,
    pending: false,
    modal: null,
    followUpIds: [],
  };
}

function give(interaction: Interaction, response: FirstResponse): void {
  interaction.state = response.kind === 'failed' ? 'given up' : 'answered';
  interaction.first.resolve(response);
}

function giveUp(interaction: Interaction): void {
  if (interaction.state !== 'waiting') return;
  give(interaction, { kind: 'failed', failure: failureSentence(interaction.payload.type) });
}

/** The sentence Discord shows to a person whose interaction got no response. */
function failureSentence(type: InteractionType): string {
  if (type === InteractionType.MessageComponent) return 'This interaction failed';
  if (type === InteractionType.ModalSubmit) return 'Something went wrong. Try again.';
  if (type === InteractionType.ApplicationCommandAutocomplete) return 'Loading options failed';
  return 'The application did not respond';
}
