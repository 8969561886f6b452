import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { DossierSlug } from '../core/claim.ts';
import type { InquiryId } from '../core/ids.ts';
import { reportLimits, reportReasons } from '../core/report.ts';
import { encodeRoute } from '../routes.ts';
import type { ReportDraft } from '../services/reports/report-message.ts';
import type { WordKey, Words } from '../words/words.ts';
import { chosenField, writtenField } from './form-fields.ts';
import { linesOf, makeModal, text } from './parts.ts';

/** The names of the fields of these forms. */
export const reportFields = {
  reason: 'reason',
  statement: 'statement',
  details: 'details',
  question: 'question',
  tellMe: 'tell-me',
} as const;
/** What a form sends for the answers to “tell me”. */
export const tellMeAnswers = { yes: 'yes', no: 'no' } as const;

/** The longest question a form takes, in UTF-16 code units: as much of it is kept. */
const questionChars = 500;

/** The form in which a message is reported. */
export function reportModal(draft: ReportDraft, words: Words): APIModalInteractionResponseCallbackData {
  const { draftId, statement, hasText, inPrivateThread } = draft;
  const note = [
    words.say('report.note'),
    hasText ? null : words.say('report.note-unread'),
    hasText && inPrivateThread ? words.say('report.note-private') : null,
  ];
  return makeModal({
    custom_id: encodeRoute('report.send', draftId),
    title: words.say('report.title'),
    components: [
      text(linesOf(note)),
      chosenField(
        reportFields.reason,
        { label: words.say('report.reason'), placeholder: words.say('report.reason-menu') },
        reportReasons.map((value) => ({ value, label: words.say(`report.reason.${value}`) })),
      ),
      ...(statement === null ? [] : [statementField('report.statement', statement, words)]),
      writtenField(
        reportFields.details,
        { label: words.say('report.details'), hint: words.say('report.details-hint') },
        { maxChars: reportLimits.detailsChars, required: false },
      ),
      tellMeField('report.tell-me', words),
    ],
  });
}

/** The form in which a question is put to the moderators. */
export function askModeratorsModal(
  inquiryId: InquiryId,
  question: string,
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('report.asked', inquiryId),
    title: words.say('moderators.ask'),
    components: [
      text(words.say('moderators.note')),
      writtenField(
        reportFields.question,
        {
          label: words.say('moderators.question'),
          hint: words.say('moderators.question-hint'),
          value: question,
        },
        { maxChars: questionChars, required: true },
      ),
      tellMeField('moderators.tell-me', words),
    ],
  });
}

/** The form in which a problem with a summary is told. */
export function summaryProblemModal(
  slug: DossierSlug,
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('report.problem-sent', slug),
    title: words.say('problem.title'),
    components: [
      text(words.say('problem.note')),
      writtenField(
        reportFields.details,
        { label: words.say('problem.what'), hint: words.say('problem.what-hint') },
        { maxChars: reportLimits.detailsChars, required: true },
      ),
      statementField('problem.passage', '', words),
      tellMeField('report.tell-me', words),
    ],
  });
}

function statementField(
  key: 'report.statement' | 'problem.passage',
  value: string,
  words: Words,
): APILabelComponent {
  return writtenField(
    reportFields.statement,
    { label: words.say(key), hint: words.say(`${key}-hint`), value },
    { maxChars: reportLimits.statementChars, required: false },
  );
}

/** Whether to tell what came of it; no, unless the member says yes. */
function tellMeField(label: WordKey, words: Words): APILabelComponent {
  return chosenField(
    reportFields.tellMe,
    { label: words.say(label), hint: words.say('report.tell-me-hint'), placeholder: words.say(label) },
    [
      { value: tellMeAnswers.no, label: words.say('report.tell-me-no'), chosen: true },
      { value: tellMeAnswers.yes, label: words.say('report.tell-me-yes') },
    ],
  );
}
