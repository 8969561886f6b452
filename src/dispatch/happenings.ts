import { errorFacts } from '../core/error-facts.ts';
import type { GuildId } from '../core/ids.ts';
import type { HandleHappening, Happening } from '../incoming.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';

/** Takes note of deletions, edits and servers. What fails here is made up for at night, or at the next start. */
export function createHappenings({
  services,
  log,
}: {
  readonly services: Services;
  readonly log: Log;
}): HandleHappening {
  return async (happening) => {
    const { kind } = happening;
    const where = 'guildId' in happening ? { guildId: happening.guildId } : {};
    try {
      await take(services, log, happening);
    } catch (error) {
      log.error({ kind, ...where, error: errorFacts(error) }, 'what happened could not be noted');
    }
  };
}

async function take(services: Services, log: Log, happening: Happening): Promise<void> {
  switch (happening.kind) {
    case 'messages-deleted':
      return said(happening, await services.forgetDeleted(happening), 'texts of deleted messages forgotten');
    case 'channel-deleted':
      return said(happening, await services.forgetChannel(happening), 'texts of a deleted channel forgotten');
    case 'message-edited':
      return said(happening, await services.markEdited(happening), 'a reported message was edited');
    case 'guilds-known':
      for (const guildId of await services.noteDepartures(happening))
        log.info({ guildId }, 'removed from a server while not connected');
      return;
    case 'guild-left': {
      const { guildId } = happening;
      await services.noteDeparture({ guildId });
      return log.info({ guildId }, 'removed from a server');
    }
    case 'guild-there': {
      const { guildId } = happening;
      if (await services.noteReturn({ guildId })) log.info({ guildId }, 'back in a server');
    }
  }

  function said({ guildId }: { readonly guildId: GuildId }, cases: number, message: string): void {
    if (cases > 0) log.info({ guildId, cases }, message);
  }
}
