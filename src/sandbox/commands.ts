import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type Listeners, listeners } from './listeners.ts';

/** The registered commands: for all servers (scope null) and for single ones (scope is the server's id). */
export type Commands = {
  /** Told the scope that changed. */
  readonly changes: Listeners<string | null>;
  in(scope: string | null): readonly APIApplicationCommand[];
  /** Replaces everything in a scope. */
  set(scope: string | null, commands: readonly APIApplicationCommand[]): void;
  /** What a member sees in a server: its own commands and, where no such name is taken, those for all. */
  visibleIn(guildId: string | null): readonly APIApplicationCommand[];
};

/** A store without commands. */
export function commandStore(): Commands {
  const scopes = new Map<string | null, readonly APIApplicationCommand[]>();
  const changes = listeners<string | null>();
  const all = (scope: string | null) => scopes.get(scope) ?? [];

  return {
    changes,
    in: all,
    set(scope, commands) {
      scopes.set(scope, commands);
      changes.tell(scope);
    },
    visibleIn(guildId) {
      if (guildId === null) return all(null).filter((command) => command.contexts?.includes(1) ?? true);
      const own = all(guildId);
      const taken = (command: APIApplicationCommand) =>
        own.some((other) => other.name === command.name && other.type === command.type);
      return [
        ...own,
        ...all(null).filter((command) => !taken(command) && (command.contexts?.includes(0) ?? true)),
      ];
    },
  };
}
