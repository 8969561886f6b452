import type { API } from '@discordjs/core';

/** Who the bot is at Discord. For most applications both ids are the same, for the oldest they are not. */
export type Identity = { readonly applicationId: string; readonly botId: string };

/** Asks Discord who the bot is, once; after a failure the next call asks anew. */
export type WhoAmI = () => Promise<Identity>;

/** `WhoAmI` through Discord's REST interface. */
export function whoAmI({ applications }: API): WhoAmI {
  let asked: Promise<Identity> | null = null;
  const ask = async () => {
    const { id, bot } = await applications.getCurrent();
    return { applicationId: id, botId: bot?.id ?? id };
  };
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}
