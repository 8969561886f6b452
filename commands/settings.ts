import { SlashCommandBuilder } from '@discordjs/builders';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { settingsCard } from '../src/cards/settings-card.ts';
import { type Command, replyWith } from '../src/command.ts';
import { chooseAlertCount, chooseAlertRole, dropAlertRole } from './actions/choose-alerts.ts';
import {
  chooseDigestRhythm,
  chooseDigestTime,
  chooseDigestWeekday,
  openDigestTime,
  takeUpDigests,
} from './actions/choose-digest.ts';
import {
  allowSharing,
  chooseLanguage,
  chooseSharingChannels,
  keepQuestionTexts,
} from './actions/choose-for-members.ts';
import { allowModel, chooseModelLimit } from './actions/choose-model.ts';
import {
  chooseAgeing,
  chooseChannel,
  chooseModeratorRoles,
  dropChannel,
  useOfferedChannel,
  useOpenChannel,
} from './actions/choose-moderation.ts';
import { openSettingsTab } from './actions/open-settings-tab.ts';
import { describe, guildOnly } from './parts/definition.ts';

/** `/settings`: everything a server's admins choose, on one panel. */
export const settings: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('settings'), 'command.settings'))
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
      .toJSON(),
  where: 'guild',
  access: 'admin',
  actions: [
    openSettingsTab,
    chooseChannel,
    useOfferedChannel,
    useOpenChannel,
    dropChannel,
    chooseModeratorRoles,
    chooseAgeing,
    chooseAlertRole,
    dropAlertRole,
    chooseAlertCount,
    allowSharing,
    chooseSharingChannels,
    keepQuestionTexts,
    chooseLanguage,
    chooseDigestRhythm,
    chooseDigestWeekday,
    openDigestTime,
    chooseDigestTime,
    takeUpDigests,
    allowModel,
    chooseModelLimit,
  ],

  async run({ guildId }, { readSettings }, words) {
    return replyWith(settingsCard(await readSettings({ guildId }), 'moderation', words));
  },
};
