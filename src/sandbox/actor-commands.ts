import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Actor, Stage } from './acts.ts';
import { refusedAnswer } from './answer.ts';
import { findSlashCommand, objectionTo, optionData } from './command-options.ts';
import { handOver, typedOptions } from './handed-files.ts';
import { payloads } from './interaction-payloads.ts';
import { pickedInOption, resolvedData } from './resolved-data.ts';

/** Slash commands, autocomplete and message menus. */
export function commandActs({
  world,
  origin,
  place,
  answer,
  seen,
}: Stage): Pick<Actor, 'slash' | 'type' | 'menu'> {
  const commands = () => world.commands.visibleIn(place.guildId);
  const find = (words: string) => findSlashCommand(commands(), words);

  return {
    async slash(words, options = {}) {
      const found = find(words);
      if (found === undefined) {
        return refusedAnswer('This command is outdated, please try again in a few minutes');
      }
      const objection = objectionTo(found.options, options);
      if (objection !== undefined) return refusedAnswer(objection);
      const picked = found.options.flatMap(({ name, type }) => pickedInOption(type, options[name]));
      const resolved = resolvedData(world, place, picked);
      if (resolved === undefined) return refusedAnswer('This option is not offered');
      const { sent, attachments } = handOver(world, origin, options);
      const hasFiles = Object.keys(attachments).length > 0;
      const all = hasFiles ? { ...resolved, attachments } : resolved;
      const along = picked.length === 0 && !hasFiles ? undefined : all;
      return answer({
        command: [found.command.name, ...found.inside].join(' '),
        payload: payloads.slash(world, place, found.command, optionData(found, sent), along),
      });
    },
    async type(words, options, focused) {
      const found = find(words);
      if (found === undefined) return [];
      const data = optionData<4>(found, { [focused]: '', ...typedOptions(options) }, focused);
      const typed = await answer({ payload: payloads.typing(world, place, found.command, data) });
      return typed.choices ?? [];
    },
    async menu(name, messageId) {
      const command = commands().find(
        (one) => one.type === ApplicationCommandType.Message && one.name === name,
      );
      const message = seen(messageId);
      if (command === undefined || message === undefined) {
        return refusedAnswer('The application did not respond');
      }
      const channelId = message.channel_id;
      const payload = payloads.menu(world, { ...place, channelId }, command, message);
      return answer({ channelId, command: name, payload });
    },
  };
}
