import { type Interaction, MessageFlags, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { componentsIn } from '../../src/sandbox/components-in.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { allowedMentions, arranged, card, flags, textOf } from './arranged-client.ts';

describe('interactions with discord.js at the loopback Discord', () => {
  test('a slash command reaches the bot with its options and permissions, and the reply reaches the person', async () => {
    const { loopback, bot } = await arranged();
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
    const { loopback, bot, mia } = await arranged();
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
    const { bot, mia } = await arranged();
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
    const { bot, mia } = await arranged();
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
    const { bot, mia } = await arranged();
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
    const { bot, mia } = await arranged();
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
    const { bot, mia } = await arranged();
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
    const { loopback, bot, mia } = await arranged();
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
