import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Client,
  GatewayIntentBits,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import {
  choosingCard,
  choosingModal,
  claimCard,
  claims,
  reportModal,
  summaryCard,
} from './scripted-cards.ts';

/** What was chosen, in the words that show that the page sent ids and what they name. */
function chosenIn(interaction: ModalSubmitInteraction): string {
  const { fields } = interaction;
  const names = [
    ...fields.getSelectedChannels('where', true).map((one) => one?.name ?? ''),
    ...(fields.getSelectedRoles('roles') ?? new Map())
      .values()
      .map((one: { name: string } | null) => one?.name ?? ''),
    ...fields.getSelectedUsers('who', true).map(({ username }) => username),
  ];
  return `Chosen: ${names.join(', ')}`;
}

const v2 = MessageFlags.IsComponentsV2;
const own = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'summary') {
    const file = new AttachmentBuilder(Buffer.from('The post, verbatim.'), { name: 'post.txt' });
    await interaction.reply({ flags: own, components: [summaryCard()], files: [file] });
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const asked = interaction.options.getString('query', true);
  await interaction.editReply({ flags: v2, components: [claimCard(`Found for: ${asked}`)] });
}

async function offerChoices(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const fitting = claims.filter((claim) => claim.toLowerCase().includes(typed));
  await interaction.respond(fitting.map((name) => ({ name, value: name })));
}

/** `silent` is never answered. */
async function answerControl(interaction: MessageComponentInteraction): Promise<void> {
  if (interaction.isAnySelectMenu() && !interaction.isStringSelectMenu()) {
    await interaction.update({
      flags: v2,
      components: [claimCard(`Chosen: ${interaction.values.join(' ') || 'nobody'}`)],
    });
  } else if (interaction.customId === 'form') {
    await interaction.showModal(choosingModal());
  } else if (interaction.isStringSelectMenu()) {
    const chosen = claims[Number(interaction.values[0]?.slice(1)) - 1] ?? 'nothing';
    await interaction.update({ flags: v2, components: [claimCard(chosen)], files: [] });
  } else if (interaction.customId === 'report') {
    await interaction.showModal(reportModal());
  } else if (interaction.customId === 'share') {
    await interaction.reply({ flags: v2, components: [claimCard('Shared with everyone')] });
  } else if (interaction.customId !== 'silent') {
    await interaction.update({
      flags: v2,
      components: [claimCard(`Pressed ${interaction.customId}`)],
      files: [],
    });
  }
}

/** A modal that speaks of silence is never answered. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await offerChoices(interaction);
  else if (interaction.isChatInputCommand()) await answerCommand(interaction);
  else if (interaction.isMessageContextMenuCommand() && interaction.commandName === 'Choose') {
    await interaction.reply({ flags: own, components: [choosingCard()] });
  } else if (interaction.isModalSubmit() && interaction.customId === 'chosen') {
    await interaction.reply({ content: chosenIn(interaction), flags: MessageFlags.Ephemeral });
  } else if (interaction.isMessageContextMenuCommand()) {
    const content = `Checked: ${interaction.targetMessage.content}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    const why = interaction.fields.getTextInputValue('why');
    if (!why.includes('silence'))
      await interaction.reply({ content: `Thank you: ${why}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isMessageComponent()) await answerControl(interaction);
}

const share = {
  type: ApplicationCommandOptionType.Boolean as const,
  name: 'share',
  description: 'Show the answer to everyone here',
};

const commands = [
  {
    name: 'summary',
    description: 'The summary of a contested post',
    nameLocalizations: { de: 'zusammenfassung' },
    descriptionLocalizations: { de: 'Die Zusammenfassung eines umstrittenen Beitrags' },
    options: [share],
  },
  {
    name: 'claim',
    description: 'Claims',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand as const,
        name: 'lookup',
        description: 'Find the claim you mean',
        options: [
          {
            type: ApplicationCommandOptionType.String as const,
            name: 'query',
            description: 'What you have read or heard',
            required: true,
            autocomplete: true as const,
          },
          share,
        ],
      },
    ],
  },
  { type: ApplicationCommandType.Message as const, name: 'Check this post' },
  { type: ApplicationCommandType.Message as const, name: 'Choose' },
];

/** A small bot that shows every kind of answer the page must draw; resolves when it has registered its commands. */
export async function startScriptedBot(server: {
  readonly apiUrl: string;
  readonly token: string;
}): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: server.apiUrl } });
  client.on('interactionCreate', (interaction) => void answer(interaction));
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(server.token);
  await ready;
  await client.application?.commands.set(commands);
  return client;
}
