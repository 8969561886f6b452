import { SlashCommandBuilder } from '@discordjs/builders';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { anyone, auditCard } from '../src/cards/audit-card.ts';
import { type Command, replyWith } from '../src/command.ts';
import { auditActs } from '../src/core/audit.ts';
import { inOtherLocales, words as wordsIn } from '../src/words/words.ts';
import { exportAudit, turnAudit } from './actions/read-audit.ts';
import { FilterArguments, filterOf } from './parts/audit-filter.ts';
import { describe, guildOnly } from './parts/definition.ts';

const acts = auditActs.map((act) => ({
  name: wordsIn('en-US').say(`audit.act.${act}`),
  name_localizations: inOtherLocales(`audit.act.${act}`),
  value: act,
}));

/** `/audit`: who did what and when, and what it changed. */
export const audit: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('audit'), 'command.audit'))
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
      .addUserOption((who) => describe(who.setName('who'), 'command.audit.who'))
      .addStringOption((act) => describe(act.setName('act'), 'command.audit.act').addChoices(...acts))
      .addIntegerOption((number) =>
        describe(number.setName('case'), 'command.audit.case').setMinValue(1).setMaxValue(9_999_999_999),
      )
      .toJSON(),
  where: 'guild',
  access: 'admin',
  actions: [turnAudit, exportAudit],

  async run({ guildId, options }, { listAudit }, words) {
    const given = ['who', 'act', 'case'].map((name) => options.string(name) ?? anyone);
    const filter = filterOf(z.tuple(FilterArguments).parse(given));
    return replyWith(auditCard(await listAudit({ guildId, filter, page: 1 }), words));
  },
};
