import {
  type AnswerPhrases,
  answerDocument,
  answerSlug,
  type WrittenAnswer,
  writtenAnswer,
} from '../../core/answer-dossier.ts';
import type { Case } from '../../core/case.ts';
import type { DossierSlug } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { takeWithDraft } from '../dossiers/draft-dossier.ts';
import { importInto } from '../dossiers/import-dossier.ts';
import { noteDrafted } from '../dossiers/note-drafted.ts';
import { freeSlug } from '../dossiers/save-from-message.ts';
import { type ActingOnGroup, nothingLeft } from './answer-group.ts';
import { casesOfGroup } from './cases-of-group.ts';
import { findGroup } from './unanswered-groups.ts';

/** The draft made as an answer to a group. */
export type DraftedAnswer = {
  readonly slug: DossierSlug;
  /** Whether there was one already; then nothing was changed. */
  readonly again: boolean;
  /** The cases the moderator now has. */
  readonly taken: readonly Case[];
  /** Those another moderator has. */
  readonly left: readonly Case[];
};

/**
 * Stores what a moderator wrote as a draft of a dossier no member sees, and has them take the cases of the group. The draft
 * holds nothing but the moderator's words; the group stays unanswered until a claim of it is published.
 *
 * @param input - `locale` is that of what everyone in the server sees
 * @throws FootnoteError `question.nothing-written`, `question.gone`, `case.taken` with the `member` when the group is
 * nothing but another's cases, `already-handled` on a second delivery
 */
export async function draftAnswer(
  deps: BoundDeps,
  {
    written,
    locale,
    phrases,
    ...acting
  }: ActingOnGroup & {
    readonly written: WrittenAnswer;
    readonly locale: string;
    readonly phrases: AnswerPhrases;
  },
): Promise<DraftedAnswer> {
  const { interactionId, guildId, memberId } = acting;
  const answer = writtenAnswer(written);
  if (answer === null) throw new FootnoteError('question.nothing-written');
  const found = await findGroup(deps, acting);
  return actOnce(deps, interactionId, async (stores) => {
    if (found === null) throw new FootnoteError('question.gone');
    const { group, inquiryIds } = found;
    const { mine, left } = await casesOfGroup(stores, guildId, group, memberId);
    if (mine.length + inquiryIds.length === 0) throw nothingLeft(left);
    const wanted = answerSlug(group);
    const before = await stores.dossiers.find(guildId, wanted);
    if (before?.status === 'draft') return { slug: wanted, again: true, taken: [], left };
    const { slug } = await freeSlug(stores, guildId, wanted, () => false);
    const document = answerDocument(slug, answer, { locale, phrases });
    await importInto(deps, stores, { document, guildId, sample: false, status: 'draft' });
    for (const each of mine) await takeWithDraft(deps, stores, { ...each, draft: slug }, memberId);
    await noteDrafted(deps, stores, slug, { guildId, actorId: memberId, caseNumber: null });
    return { slug, again: false, taken: mine, left };
  });
}
