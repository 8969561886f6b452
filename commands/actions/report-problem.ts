import { z } from 'zod';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { reportFields, summaryProblemModal } from '../../src/cards/report-modals.ts';
import { action, replyWith } from '../../src/command.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import { reportingOf, wantsOutcome } from '../parts/reporting.ts';

/** Opens the form in which a problem with a summary is told. */
export const openProblem = action({
  route: 'report.problem',
  args: z.tuple([DossierSlug]),
  access: 'member',
  answers: 'modal',

  async run(call, [slug], { showDossier }, words) {
    const dossier = await showDossier({ guildId: call.guildId, slug });
    return { kind: 'modal', modal: summaryProblemModal(dossier.slug, words) };
  },
});

/** Tells the moderators what was written in that form. */
export const sendProblem = action({
  route: 'report.problem-sent',
  form: true,
  args: z.tuple([DossierSlug]),
  access: 'member',
  answers: 'reply',

  async run(call, [slug], { reportSummary }, words) {
    const receipt = await reportSummary({
      ...reportingOf(call),
      slug,
      passage: call.fields[reportFields.statement] ?? null,
      problem: call.fields[reportFields.details] ?? null,
      wantsOutcome: wantsOutcome(call),
    });
    return replyWith(receiptCard(receipt, 'form', words));
  },
});
