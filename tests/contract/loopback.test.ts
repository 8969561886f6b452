import {
  ActionRowBuilder,
  type ApplicationCommandDataResolvable,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { componentsIn } from '../../src/sandbox/components-in.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type LoopbackBot, startBot } from './loopback-bot.ts';

const commands: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'claim',
    description: 'Claims',
    options: [
      {
        type: 1,
        name: 'lookup',
        description: 'Looks a claim up',
        options: [
          { type: 3, name: 'query', description: 'What to look for', required: true, autocomplete: true },
          { type: 5, name: 'share', description: 'Show it to everyone' },
        ],
      },
    ],
  },
  { name: 'Check this post', type: 3 },
];

const flags = MessageFlags.IsComponentsV2 as const;
const allowedMentions = { parse: [] };

function card(words: string, ephemeral = true) {
  const button = new ButtonBuilder().setStyle(ButtonStyle.Primary).setCustomId('open').setLabel('Open');
  const select = new StringSelectMenuBuilder()
    .setCustomId('claims')
    .setPlaceholder('Open a claim')
    .addOptions({ label: 'One', value: 'c01' }, { label: 'Two', value: 'c02' });
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder({ content: words }))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select));
  return {
    components: [container],
    flags: ephemeral ? ([flags, MessageFlags.Ephemeral] as const) : flags,
    allowedMentions,
  } satisfies InteractionReplyOptions;
}

const textOf = (message: { readonly components?: unknown } | undefined) =>
  componentsIn(message?.components)
    .map(({ component }) => component.content)
    .filter((content) => content !== undefined)
    .join('\n');

describe('discord.js at the loopback Discord', () => {
  let loopback: Loopback;
  let bot: LoopbackBot;
  let mia: Actor;

  beforeAll(async () => {
    loopback = await startLoopback();
    bot = await startBot(loopback);
    await bot.client.application.commands.set([...commands]);
    mia = loopback.as(sandboxIds.mia);
  });

  afterAll(async () => {
    await bot.stop();
    await loopback.stop();
    assertClean(loopback);
  });

  beforeEach(() => bot.onInteraction(async () => undefined));

  test('a client that logs in learns both servers, their channels and its own permissions', async () => {
    const guild = bot.client.guilds.cache.get(sandboxIds.guild);
    const general = guild?.channels.cache.get(sandboxIds.general);

    expect(bot.client.guilds.cache.size).toBe(2);
    expect(guild?.name).toBe('Sandbox server');
    expect(guild?.channels.cache.has(sandboxIds.thread)).toBe(true);
    expect(guild?.members.me && general?.permissionsFor(guild.members.me).has('SendMessages')).toBe(true);
    expect(guild?.members.me && general?.permissionsFor(guild.members.me).has('ManageMessages')).toBe(false);
  });

  test('registered commands come back with ids, and setting the same again changes no version', async () => {
    const before = await bot.client.application.commands.fetch();

    await bot.client.application.commands.set([...commands]);

    const after = await bot.client.application.commands.fetch();
    expect(before.map(({ name }) => name).sort()).toEqual(['Check this post', 'claim']);
    expect(after.map(({ id, version }) => `${id} ${version}`)).toEqual(
      before.map(({ id, version }) => `${id} ${version}`),
    );
  });

  test('a slash command reaches the bot with its options and permissions, and the reply reaches the person', async () => {
    const seen: unknown[] = [];
    bot.onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push(
        interaction.options.getSubcommand(),
        interaction.options.getString('query'),
        interaction.options.getBoolean('share'),
        interaction.memberPermissions?.has('ManageMessages'),
        interaction.appPermissions.has('SendMessages'),
        interaction.locale,
        interaction.guildLocale,
      );
      await interaction.reply(card('Here it is'));
    });

    const answer = await loopback
      .as(sandboxIds.max, { locale: 'de' })
      .slash('claim lookup', { query: 'who pays', share: false });

    expect(seen).toEqual(['lookup', 'who pays', false, true, true, 'de', 'en-US']);
    expect(answer.kind).toBe('message');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toBe('Here it is');
  });

  test('a button updates its message, and the channel then shows the new one', async () => {
    bot.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('First'));
      if (interaction.isButton()) await interaction.update({ ...card('Second'), flags });
    });
    const { message } = await mia.slash('claim lookup', { query: 'x' });
    if (message === undefined) throw new Error('no message');

    const pressed = await mia.press(message, 'Open');

    expect(pressed.kind).toBe('update');
    expect(pressed.message?.id).toBe(message.id);
    expect(textOf(loopback.world.messages.get(message.id)?.message)).toBe('Second');
    expect(pressed.ephemeral).toBe(true);
  });

  test('a select menu carries the values that were picked', async () => {
    let picked: readonly string[] = [];
    bot.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('Pick'));
      if (!interaction.isStringSelectMenu()) return;
      picked = interaction.values;
      await interaction.deferUpdate();
      await interaction.editReply({ ...card('Picked'), flags });
    });
    const { message } = await mia.slash('claim lookup', { query: 'x' });
    if (message === undefined) throw new Error('no message');

    const answer = await mia.pick(message, 'Open a claim', 'c02');

    expect(answer.kind).toBe('deferred');
    expect((await answer.settled()).kind).toBe('update');
    expect(picked).toEqual(['c02']);
  });

  test('a modal opens from a button and its submission carries the fields and the message', async () => {
    const submitted: unknown[] = [];
    bot.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('Ask'));
      if (interaction.isButton()) await interaction.showModal(reasonModal());
      if (!interaction.isModalSubmit()) return;
      submitted.push(interaction.fields.getTextInputValue('reason'), interaction.isFromMessage());
      await interaction.reply(card('Thank you'));
    });
    const { message } = await mia.slash('claim lookup', { query: 'x' });
    if (message === undefined) throw new Error('no message');

    const modal = await mia.press(message, 'open');
    const refused = await mia.submit(modal, { Why: 'x' });
    const answer = await mia.submit(modal, { reason: 'It is a rumour' });

    expect(modal.kind).toBe('modal');
    expect(modal.modal?.title).toBe('A reason');
    expect(refused).toMatchObject({ kind: 'failed', failure: 'Must be between 3 and 4000 in length.' });
    expect(answer.kind).toBe('message');
    expect(submitted).toEqual(['It is a rumour', true]);
  });

  test('autocomplete carries the focused option and gives the choices back', async () => {
    let focused: unknown;
    bot.onInteraction(async (interaction: Interaction) => {
      if (!interaction.isAutocomplete()) return;
      focused = interaction.options.getFocused(true);
      await interaction.respond([{ name: 'Who pays the militias?', value: 'c01' }]);
    });

    const choices = await mia.type('claim lookup', { query: 'mili' }, 'query');

    expect(focused).toMatchObject({ name: 'query', value: 'mili', focused: true });
    expect(choices).toEqual([{ name: 'Who pays the militias?', value: 'c01' }]);
  });

  test('a message menu delivers the whole message, though the bot may not read messages', async () => {
    let content: unknown;
    bot.onInteraction(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      content = interaction.targetMessage.content;
      await interaction.reply(card('Checked'));
    });
    const written = await mia.write('The mayor was paid by the harbour.');

    await mia.menu('Check this post', written.id);
    const general = await bot.client.channels.fetch(sandboxIds.general);
    const fetched = general?.isTextBased()
      ? await general.messages.fetch({ message: written.id, force: true })
      : undefined;

    expect(content).toBe('The mayor was paid by the harbour.');
    expect(fetched?.content).toBe('');
  });

  test('a deferral shows a loading message that the edit replaces, and follow-ups can be edited and deleted', async () => {
    bot.onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.deferReply({ withResponse: true });
      expect(response.interaction.responseMessageLoading).toBe(true);
      await interaction.editReply({ ...card('Done', false), flags });
      const extra = await interaction.followUp(card('One more thing'));
      await interaction.webhook.editMessage(extra.id, { ...card('Another thing'), flags });
      const third = await interaction.followUp(card('Never mind'));
      await interaction.webhook.deleteMessage(third.id);
      await interaction.fetchReply();
      await extraDone();
    });
    const { promise, resolve: extraDone } = Promise.withResolvers<void>();

    const answer = await mia.slash('claim lookup', { query: 'slow' });
    const loading = (answer.message?.flags ?? 0) & MessageFlags.Loading;
    const settled = await answer.settled();
    await promise;

    expect(answer.kind).toBe('deferred');
    expect(loading).toBe(MessageFlags.Loading);
    expect(settled.kind).toBe('message');
    expect(settled.ephemeral).toBe(false);
    expect(textOf(settled.message)).toBe('Done');
    expect(answer.followUps().map(textOf)).toEqual(['Another thing']);
    expect((settled.message?.flags ?? 0) & MessageFlags.Loading).toBe(0);
  });

  test('an uploaded file is kept, shown by its component and served from the same origin', async () => {
    bot.onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({
        components: [{ type: 13, file: { url: 'attachment://post.txt' } }],
        files: [{ attachment: Buffer.from('the whole post'), name: 'post.txt' }],
        flags,
        allowedMentions,
      });
    });

    const { message } = await mia.slash('claim lookup', { query: 'file' });
    const [attachment] = message?.attachments ?? [];
    const served = await fetch(attachment?.url ?? '');

    expect(attachment).toMatchObject({ filename: 'post.txt', size: 14 });
    expect(attachment?.url.startsWith(`${loopback.origin}/sandbox/attachments/`)).toBe(true);
    expect(await served.text()).toBe('the whole post');
    expect(served.headers.get('content-disposition')).toContain('attachment');
    expect(componentsIn(message?.components)[0]?.component).toMatchObject({ name: 'post.txt', size: 14 });
  });

  test('the bot posts in a channel once per nonce, edits and deletes its message', async () => {
    const general = await bot.client.channels.fetch(sandboxIds.general);
    if (!general?.isSendable()) throw new Error('cannot write');
    const body = { ...card('Posted', false), flags, nonce: 'outbox-1', enforceNonce: true };

    const first = await general.send(body);
    const again = await general.send(body);
    await first.edit({ ...card('Edited', false), flags });
    const shown = textOf(loopback.world.messages.get(first.id)?.message);
    await first.delete();

    expect(again.id).toBe(first.id);
    expect(shown).toBe('Edited');
    expect(loopback.world.messages.get(first.id)).toBeUndefined();
  });

  test('a thread opened at a message is a place to write in', async () => {
    const general = await bot.client.channels.fetch(sandboxIds.general);
    if (general?.type !== 0) throw new Error('not a text channel');
    loopback.world.setBotPermissions(general.id, loopback.world.permissions(sandboxIds.mia, general.id));

    const thread = await general.threads.create({ name: 'Sources' });
    const sent = await thread.send({ ...card('In the thread', false), flags });
    loopback.world.setBotPermissions(general.id, null);

    expect(loopback.world.channel(thread.id)?.parentId).toBe(general.id);
    expect(loopback.world.messages.get(sent.id)?.message.channel_id).toBe(thread.id);
  });

  test('members, roles and the bot itself can be asked for', async () => {
    const guild = await bot.client.guilds.fetch({ guild: sandboxIds.guild, force: true });

    const max = await guild.members.fetch({ user: sandboxIds.max, force: true });
    const roles = await guild.roles.fetch();
    const application = await bot.client.application.fetch();
    const channels = await guild.channels.fetch();
    const threads = await guild.channels.fetchActiveThreads();

    expect(max.permissions.has('ManageMessages')).toBe(true);
    expect(roles.some(({ name }) => name === 'Moderators')).toBe(true);
    expect(application.name).toBe('Footnote');
    expect([...channels.keys()]).toContain(sandboxIds.news);
    expect(threads.threads.has(sandboxIds.thread)).toBe(true);
  });

  test('after a cut the client resumes and gets what it missed', async () => {
    bot.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('Still here'));
    });
    const resumed = new Promise<number>((resolve) =>
      bot.client.once(Events.ShardResume, (_shard, replayed) => resolve(replayed)),
    );
    const wentOffline = new Promise<void>((resolve) => {
      const stop = loopback.onBotChange((online) => {
        if (online) return;
        stop();
        resolve();
      });
    });

    loopback.faults.dropSockets();
    await wentOffline;
    const answer = await mia.slash('claim lookup', { query: 'missed' });

    expect(await resumed).toBeGreaterThan(0);
    expect(answer.kind).toBe('message');
    expect(textOf(answer.message)).toBe('Still here');
  });

  test('a wrong token is refused at the REST interface and closes the Gateway with 4004', async () => {
    const stranger = new Client({ intents: [], rest: { api: loopback.apiUrl, version: '10' } });
    const socket = new WebSocket(`${loopback.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    const closed = new Promise<number>((resolve) => {
      socket.onclose = ({ code }) => resolve(code);
    });
    socket.onopen = () =>
      socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }));

    const login = stranger.login('wrong');

    await expect(login).rejects.toThrow('An invalid token was provided.');
    expect(await closed).toBe(4004);
    await stranger.destroy();
  });
});

function reasonModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('why')
    .setTitle('A reason')
    .addLabelComponents((label) =>
      label
        .setLabel('Why')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('reason').setStyle(TextInputStyle.Paragraph).setMinLength(3),
        ),
    );
}
