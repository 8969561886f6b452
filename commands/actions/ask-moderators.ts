import { z } from 'zod';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { askModeratorsModal, reportFields } from '../../src/cards/report-modals.ts';
import { action, replyWith } from '../../src/command.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { reportingOf, wantsOutcome } from '../parts/reporting.ts';

/** Opens the form in which a question that no claim answers is put to the moderators. */
export const openQuestion = action({
  route: 'report.ask',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'modal',

  async run(call, [inquiryId], { askedQuestion }, words) {
    const question = await askedQuestion({ guildId: call.guildId, inquiryId });
    return { kind: 'modal', modal: askModeratorsModal(inquiryId, question, words) };
  },
});

/** Puts the question written in that form to the moderators. */
export const sendQuestion = action({
  route: 'report.asked',
  form: true,
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'reply',

  async run(call, [inquiryId], { askModerators }, words) {
    const question = call.fields[reportFields.question] ?? '';
    const receipt = await askModerators({
      ...reportingOf(call),
      inquiryId,
      question,
      wantsOutcome: wantsOutcome(call),
    });
    return replyWith(receiptCard(receipt, 'form', words));
  },
});
