import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  FileBuilder,
  LabelBuilder,
  ModalBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { sandboxIds } from '../../src/sandbox/plan.ts';

/** The claims that the bot offers. */
export const claims = ['Who pays the militias', 'When the fund was set up', 'Nobody audits the fund'];

const text = (content: string) => new TextDisplayBuilder().setContent(content);
const button = (label: string, customId: string, style = ButtonStyle.Secondary) =>
  new ButtonBuilder()
    .setLabel(label)
    .setCustomId(customId)
    .setStyle(style as ButtonStyle.Secondary);

/** A card with a menu, a section, a file and every style of button. */
export function summaryCard(): ContainerBuilder {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('open')
    .setPlaceholder('Open a claim')
    .addOptions(
      claims.map((label, index) => ({ label, value: `c0${index + 1}`, description: `Claim ${index + 1}` })),
    );
  return new ContainerBuilder()
    .setAccentColor(0x2f7d6b)
    .addTextDisplayComponents(
      text('## A contested post\nPosted by **unknown** · [link](https://example.org/post)'),
    )
    .addTextDisplayComponents(
      text('The post says that the ministry pays the militias, and that nobody audits it.'),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text('**c01** Who pays the militias\n-# mixed: 3 support · 2 contradict'))
        .setButtonAccessory(button('Open', 'open-c01')),
    )
    .addFileComponents(new FileBuilder().setURL('attachment://post.txt'))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('Sources', 'sources', ButtonStyle.Primary),
        button('Share', 'share', ButtonStyle.Success),
        button('Withdraw', 'silent', ButtonStyle.Danger),
        button('Report a problem', 'report'),
        new ButtonBuilder().setLabel('Website').setURL('https://example.org/').setStyle(ButtonStyle.Link),
      ),
    );
}

/** A card of a text and the way back. */
export function claimCard(title: string): ContainerBuilder {
  return new ContainerBuilder()
    .addTextDisplayComponents(text(`### ${title}\n> “The ministry pays them every month.”`))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button('Back', 'back')));
}

/** A form with a menu of its own options and a text to write. */
export function reportModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('report')
    .setTitle('Report a problem')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Which part')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('part')
            .setPlaceholder('A part')
            .addOptions({ label: 'The summary', value: 'summary' }, { label: 'A claim', value: 'claim' }),
        ),
      new LabelBuilder()
        .setLabel('What is wrong')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setMinLength(10),
        ),
    );
}

/** A card with the menus that Discord fills, one of them with something chosen before. */
export function choosingCard(): ContainerBuilder {
  const row = (menu: UserSelectMenuBuilder | RoleSelectMenuBuilder | ChannelSelectMenuBuilder) =>
    new ActionRowBuilder<typeof menu>().addComponents(menu);
  return new ContainerBuilder()
    .addTextDisplayComponents(
      text(`## Choose\n<@${sandboxIds.noor}> <@&${sandboxIds.moderatorRole}> <#${sandboxIds.news}>`),
    )
    .addActionRowComponents(
      row(new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Who').setMinValues(0)),
    )
    .addActionRowComponents(
      row(
        new RoleSelectMenuBuilder()
          .setCustomId('roles')
          .setPlaceholder('Roles')
          .setMinValues(1)
          .setMaxValues(2),
      ),
    )
    .addActionRowComponents(
      row(
        new ChannelSelectMenuBuilder()
          .setCustomId('where')
          .setPlaceholder('Where')
          .setChannelTypes(ChannelType.GuildText)
          .setDefaultChannels(sandboxIds.news),
      ),
    )
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button('In a form', 'form')));
}

/** A form with the menus that Discord fills. */
export function choosingModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('chosen')
    .setTitle('Choose in a form')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Moderators’ channel')
        .setChannelSelectMenuComponent(
          new ChannelSelectMenuBuilder()
            .setCustomId('where')
            .setChannelTypes(ChannelType.GuildText)
            .setDefaultChannels(sandboxIds.general),
        ),
      new LabelBuilder()
        .setLabel('Roles')
        .setRoleSelectMenuComponent(
          new RoleSelectMenuBuilder().setCustomId('roles').setMinValues(0).setMaxValues(2).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Who')
        .setUserSelectMenuComponent(
          new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('A member'),
        ),
    );
}
