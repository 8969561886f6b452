import { z } from 'zod';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { reportFields } from '../../src/cards/report-modals.ts';
import { action, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { DraftId } from '../../src/core/ids.ts';
import { ReportReason } from '../parts/arguments.ts';
import { reportingOf, wantsOutcome } from '../parts/reporting.ts';

/** Files the report written in the form. */
export const sendReport = action({
  route: 'report.send',
  form: true,
  args: z.tuple([DraftId]),
  access: 'member',
  answers: 'reply',

  async run(call, [draftId], { submitReport }, words) {
    const { data: reason } = ReportReason.safeParse(call.choices[reportFields.reason]?.[0]);
    if (reason === undefined) throw new FootnoteError('draft.gone');
    const receipt = await submitReport({
      ...reportingOf(call),
      draftId,
      form: {
        reason,
        statement: call.fields[reportFields.statement] ?? null,
        details: call.fields[reportFields.details] ?? null,
        wantsOutcome: wantsOutcome(call),
      },
    });
    return replyWith(receiptCard(receipt, 'form', words));
  },
});
