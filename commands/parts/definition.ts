import type {
  SharedNameAndDescription,
  SlashCommandBooleanOption,
  SlashCommandStringOption,
} from '@discordjs/builders';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import { inOtherLocales, type WordKey, words } from '../../src/words/words.ts';

/** Gives a command, subcommand or option its description in every locale. */
export function describe<Part extends SharedNameAndDescription>(part: Part, key: WordKey): Part {
  part.setDescription(words('en-US').say(key)).setDescriptionLocalizations(inOtherLocales(key));
  return part;
}

type WithPlaces = {
  setContexts(...contexts: InteractionContextType[]): unknown;
  setIntegrationTypes(...types: ApplicationIntegrationType[]): unknown;
};

/** A command that is offered in servers only. */
export function guildOnly<Definition extends WithPlaces>(definition: Definition): Definition {
  definition.setContexts(InteractionContextType.Guild);
  definition.setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  return definition;
}

/** A command that is offered in servers and in the bot's direct messages. */
export function anywhere<Definition extends WithPlaces>(definition: Definition): Definition {
  definition.setContexts(InteractionContextType.Guild, InteractionContextType.BotDM);
  definition.setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  return definition;
}

/** "share": post a short card as well. */
export function shareOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return describe(option.setName('share'), 'command.share');
}

/** "dossier": one of the server's dossiers, with suggestions while typing. */
export function dossierOption(key: WordKey): (option: SlashCommandStringOption) => SlashCommandStringOption {
  return (option) => describe(option.setName('dossier'), key).setAutocomplete(true).setMaxLength(200);
}
