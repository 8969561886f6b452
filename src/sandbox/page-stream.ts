import type { ServerResponse } from 'node:http';
import type { Gateway } from './gateway.ts';
import type { PageEvent } from './page-api.ts';
import { newFor, pageMessage, sees, type View } from './page-view.ts';
import type { World } from './world.ts';

/** Server-sent events to open pages. */
export type PageStreams = {
  /** Tells one page what happens in its view until it goes away. */
  open(response: ServerResponse, view: View): void;
  /** Ends every stream at once. */
  close(): void;
};

/** The streams of one loopback server. */
export function createPageStreams(world: World, gateway: Gateway): PageStreams {
  const open = new Set<ServerResponse>();

  return {
    open(response, view) {
      const send = (event: PageEvent) => {
        if (!response.destroyed) response.write(`data: ${JSON.stringify(event)}\n\n`);
      };
      const stops = [
        world.messages.changes.add((change) => {
          if (change.type === 'created' || change.type === 'edited') {
            const atMs = change.type === 'created' ? newFor(world, view, change.stored) : 0;
            if (atMs > 0) send({ type: 'activity', channelId: change.stored.message.channel_id, atMs });
            if (sees(view, change.stored)) send({ type: 'message', message: pageMessage(change.stored) });
            return;
          }
          const gone = change.type === 'many-deleted' ? change.deleted : [change.stored];
          for (const stored of gone)
            if (sees(view, stored)) send({ type: 'removed', messageId: stored.message.id });
        }),
        world.commands.changes.add(() =>
          send({ type: 'commands', commands: world.commands.visibleIn(view.channel.guildId) }),
        ),
        world.changes.add(() => send({ type: 'places' })),
        gateway.presence.add((online) => send({ type: 'bot', online })),
      ];
      open.add(response);
      response.on('close', () => {
        for (const stop of stops) stop();
        open.delete(response);
      });
      response.write(': open\n\n');
    },
    close() {
      for (const response of open) response.destroy();
    },
  };
}
