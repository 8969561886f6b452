import { reportFields, tellMeAnswers } from '../../src/cards/report-modals.ts';
import type { GuildCall } from '../../src/command.ts';
import type { Reporting } from '../../src/services/reports/file-report.ts';

/** Who reports in this call. */
export function reportingOf(call: GuildCall): Reporting {
  return {
    interactionId: call.id,
    guildId: call.guildId,
    memberId: call.member.id,
    locale: call.locale,
    guildLocale: call.guildLocale,
  };
}

/** Whether the member said in a form that they want to hear what came of it. */
export function wantsOutcome({ choices }: GuildCall): boolean {
  return choices[reportFields.tellMe]?.[0] === tellMeAnswers.yes;
}
