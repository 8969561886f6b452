import type { APIAttachment } from 'discord-api-types/v10';
import type { Given, Sent } from './command-options.ts';
import { storeUpload } from './stored-files.ts';
import type { World } from './world.ts';

/** What a person has put into a command once Discord has taken its files. */
export type HandedOver = {
  readonly sent: Sent;
  /** The files, by the ids that stand in `sent`. */
  readonly attachments: Readonly<Record<string, APIAttachment>>;
};

/** Keeps the files of a command, to be served from `origin`; like Discord's, they belong to no message. */
export function handOver(world: World, origin: string, given: Given): HandedOver {
  const kept = Object.entries(given).flatMap(([option, value]) => {
    if (typeof value !== 'object') return [];
    const { name, bytes, contentType = 'application/octet-stream' } = value;
    const stored = storeUpload(world, origin, { index: 0, name, contentType, bytes }, []);
    return [{ option, attachment: { ...stored, ephemeral: true } }];
  });
  return {
    sent: {
      ...typedOptions(given),
      ...Object.fromEntries(kept.map(({ option, attachment }) => [option, attachment.id])),
    },
    attachments: Object.fromEntries(kept.map(({ attachment }) => [attachment.id, attachment])),
  };
}

/** What was typed or chosen; files are left out. */
export function typedOptions(given: Given): Sent {
  return Object.fromEntries(
    Object.entries(given).flatMap(([option, value]) => (typeof value === 'object' ? [] : [[option, value]])),
  );
}
