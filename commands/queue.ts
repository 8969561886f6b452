import { SlashCommandBuilder } from '@discordjs/builders';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Command } from '../src/command.ts';
import {
  type QueueAssignee,
  type QueueState,
  queueAssignees,
  queueStates,
} from '../src/services/cases/list-cases.ts';
import { inOtherLocales, words } from '../src/words/words.ts';
import {
  closeCase,
  confirmDossier,
  giveBackCase,
  linkCase,
  linkedCase,
  reopenCase,
  takeCase,
  takeNoAction,
  takeOverCase,
  tookNoAction,
} from './actions/act-on-case.ts';
import { makeDraft, withdrawDossiers } from './actions/draft-dossier.ts';
import { markBadFaith, openReports, turnReports } from './actions/judge-reports.ts';
import { openCase, showCase, turnQueue } from './actions/open-case.ts';
import { contextActions } from './actions/post-context.ts';
import { describe, guildOnly } from './parts/definition.ts';
import { queueReply } from './parts/queue-reply.ts';

/** `/queue`, and everything moderators do on the card of a case. */
export const queue: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('queue'), 'command.queue'))
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
      .addStringOption((option) =>
        describe(option.setName('state'), 'command.queue.state').addChoices(queueStates.map(stateChoice)),
      )
      .addStringOption((option) =>
        describe(option.setName('assignee'), 'command.queue.assignee').addChoices(
          queueAssignees.map(assigneeChoice),
        ),
      )
      .toJSON(),
  where: 'guild',
  access: 'moderator',
  actions: [
    takeCase,
    takeOverCase,
    giveBackCase,
    reopenCase,
    closeCase,
    confirmDossier,
    linkCase,
    linkedCase,
    takeNoAction,
    tookNoAction,
    showCase,
    openCase,
    turnQueue,
    openReports,
    turnReports,
    markBadFaith,
    ...contextActions,
    makeDraft,
    withdrawDossiers,
  ],

  run(call, services, words) {
    const state = queueStates.find((known) => known === call.options.string('state')) ?? 'active';
    const assignee = queueAssignees.find((known) => known === call.options.string('assignee')) ?? 'anyone';
    return queueReply(call, { state, assignee, page: 1 }, services, words);
  },
};

function stateChoice(value: QueueState) {
  const key = `command.queue.state.${value}` as const;
  return { name: words('en-US').say(key), name_localizations: inOtherLocales(key), value };
}

function assigneeChoice(value: QueueAssignee) {
  const key = `command.queue.assignee.${value}` as const;
  return { name: words('en-US').say(key), name_localizations: inOtherLocales(key), value };
}
