import type { Clock } from '../ports/clock.ts';
import { directChannelObject, textChannelObject, threadObject } from './api-objects.ts';
import { type Attachments, attachmentStore } from './attachments.ts';
import { type Commands, commandStore } from './commands.ts';
import type { Channel } from './guilds.ts';
import { type Messages, messageStore } from './messages.ts';
import { createPlaces, type Places } from './places.ts';
import { sandboxPlan, type WorldPlan } from './plan.ts';
import { type Snowflakes, snowflakes } from './snowflake.ts';

/** Everything that exists in the loopback Discord. */
export type World = Places & {
  readonly applicationId: string;
  readonly applicationName: string;
  readonly token: string;
  /** Whether the bot may read the content of other people's messages. */
  readonly messageContent: boolean;
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly attachments: Attachments;
  /** A channel as Discord's API shows it. */
  channelObject(
    channel: Channel,
  ): ReturnType<typeof textChannelObject | typeof threadObject | typeof directChannelObject>;
};

/** A world that begins as planned. */
export function createWorld(clock: Clock, plan: WorldPlan = sandboxPlan): World {
  const ids = snowflakes(clock);
  const places = createPlaces(plan, ids);
  const messages = messageStore();
  places.changes.add((change) => {
    if (change.type !== 'channel-deleted') return;
    for (const id of [change.channel.id, ...change.threadIds]) messages.forgetChannel(id);
  });
  return {
    ...places,
    applicationId: plan.application.id,
    applicationName: plan.application.name,
    token: plan.token,
    messageContent: plan.application.messageContent ?? false,
    clock,
    ids,
    messages,
    commands: commandStore(),
    attachments: attachmentStore(),
    channelObject(channel) {
      const { lastId, count } = messages.summary(channel.id);
      const other = channel.guildId === null ? places.person(channel.ownerId ?? '') : undefined;
      if (other !== undefined) return directChannelObject(channel, other, lastId);
      return channel.parentId === null
        ? textChannelObject(channel, lastId)
        : threadObject(channel, lastId, count);
    },
  };
}
