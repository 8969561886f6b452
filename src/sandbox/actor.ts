import { commandActs } from './actor-commands.ts';
import { componentActs } from './actor-components.ts';
import { writingActs } from './actor-writes.ts';
import type { Actor, Stage } from './acts.ts';
import { answerTo } from './answer.ts';
import type { Place } from './interaction-payloads.ts';
import type { Interactions } from './interactions.ts';
import type { World } from './world.ts';

/** Where an actor acts; files are served from `origin`. */
export type ActorTools = {
  readonly world: World;
  readonly interactions: Interactions;
  readonly origin: string;
};

/** The actor for a person in a place. */
export function createActor({ world, interactions, origin }: ActorTools, place: Place): Actor {
  const { userId, guildId, channelId } = place;
  const stage: Stage = {
    world,
    interactions,
    origin,
    place,
    answer: (plan) =>
      answerTo(
        world,
        interactions.open({ userId, guildId, channelId, command: null, sourceId: null, ...plan }),
      ),
    seen(id) {
      const stored = world.messages.get(id);
      return stored?.onlyFor === null || stored?.onlyFor === userId ? stored.message : undefined;
    },
  };
  return {
    ...commandActs(stage),
    ...componentActs(stage),
    ...writingActs(stage),
  };
}
