import { createHash } from 'node:crypto';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, InquiryId } from '../../core/ids.ts';
import { sameQuestion } from '../../core/matching/same-question.ts';
import { redact } from '../../core/redaction.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { fileReport, type Receipt, type Reporting } from './file-report.ts';

/** The question a member asked before, as far as it is kept; empty otherwise. */
export async function askedQuestion(
  deps: BoundDeps,
  { guildId, inquiryId }: { readonly guildId: GuildId; readonly inquiryId: InquiryId },
): Promise<string> {
  const asked = await deps.database.snapshot(({ inquiries }) => inquiries.find(guildId, inquiryId));
  return asked?.text ?? '';
}

/**
 * Puts a question that no known claim answers to the moderators. Askers of one question, however they spell it, share a
 * case.
 *
 * The report names its member, and the inquiry holds the code of everything the member asked that day. Both tell the
 * same question: the inquiry is therefore detached from the code, lest one file join the member to claims they asked about.
 *
 * @param input - `inquiryId` is the question as it was asked at first
 * @throws FootnoteError `query.empty` without a word, and as `fileReport` does
 */
export async function askModerators(
  deps: BoundDeps,
  {
    inquiryId,
    question,
    wantsOutcome,
    ...reporting
  }: Reporting & {
    readonly inquiryId: InquiryId;
    readonly question: string;
    readonly wantsOutcome: boolean;
  },
): Promise<Receipt> {
  const text = redact(question);
  const words = sameQuestion(text);
  if (words === '') throw new FootnoteError('query.empty');
  const { guildId } = reporting;
  const detach = ({ inquiries }: Stores) => inquiries.detach(guildId, inquiryId);
  const filed = fileReport(deps, reporting, {
    subject: { kind: 'question', text },
    // A hash, so that nothing of the question is left once its text is forgotten.
    key: createHash('sha256').update(words).digest('base64url'),
    reason: null,
    statement: null,
    details: null,
    wantsOutcome,
    alongside: detach,
  });
  return filed.catch(async (error: unknown) => {
    // What is refused as asked before is with the moderators under the same name.
    if (error instanceof FootnoteError && error.code === 'report.again')
      await deps.database.transaction(detach);
    throw error;
  });
}
