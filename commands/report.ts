import { SlashCommandBuilder } from '@discordjs/builders';
import { myReportsCard } from '../src/cards/my-reports-card.ts';
import { receiptCard } from '../src/cards/receipt-card.ts';
import { type Command, type GuildCall, type Reply, replyWith } from '../src/command.ts';
import { reportLimits, reportReasons } from '../src/core/report.ts';
import type { Services } from '../src/services/services.ts';
import { inOtherLocales, type Words, words as wordsIn } from '../src/words/words.ts';
import { turnMyReports } from './actions/my-reports.ts';
import { ReportReason } from './parts/arguments.ts';
import { describe, guildOnly } from './parts/definition.ts';
import { reportingOf } from './parts/reporting.ts';

/** `/report link` and `/report mine`. */
export const report: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('report'), 'command.report'))
      .addSubcommand((link) =>
        describe(link.setName('link'), 'command.report.link')
          .addStringOption((option) =>
            describe(option.setName('message'), 'command.report.link.message')
              .setRequired(true)
              .setMaxLength(200),
          )
          .addStringOption((option) =>
            describe(option.setName('reason'), 'command.report.link.reason')
              .setRequired(true)
              .setChoices(reasonChoices()),
          )
          .addStringOption((option) =>
            describe(option.setName('details'), 'command.report.link.details').setMaxLength(
              reportLimits.detailsChars,
            ),
          )
          .addBooleanOption((option) => describe(option.setName('tell-me'), 'command.report.link.tell-me')),
      )
      .addSubcommand((mine) => describe(mine.setName('mine'), 'command.report.mine'))
      .toJSON(),
  where: 'guild',
  access: 'member',
  actions: [turnMyReports],

  async run(call, services, words) {
    if (call.command === 'report link') return link(call, services, words);
    const { guildId, member } = call;
    return replyWith(
      myReportsCard(await services.listMyReports({ guildId, memberId: member.id, page: 1 }), words),
    );
  },
};

function reasonChoices() {
  return reportReasons.map((value) => {
    const key = `report.reason.${value}` as const;
    return { name: wordsIn('en-US').say(key), value, name_localizations: inOtherLocales(key) };
  });
}

async function link(call: GuildCall, { reportByLink }: Services, words: Words): Promise<Reply> {
  const { options } = call;
  // Discord sends one of the offered reasons; what another client sends instead is a reason like any other.
  const reason = ReportReason.catch('other').parse(options.string('reason'));
  const receipt = await reportByLink({
    ...reportingOf(call),
    roles: call.member.roles,
    link: options.string('message') ?? '',
    form: {
      reason,
      details: options.string('details'),
      wantsOutcome: options.boolean('tell-me') === true,
    },
  });
  return replyWith(receiptCard(receipt, 'link', words));
}
