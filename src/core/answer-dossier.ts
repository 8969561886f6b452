import { DossierSlug } from './claim.ts';
import { contextClaimKey, languageOf } from './context-dossier.ts';
import type { DossierDocument } from './dossier-document.ts';
import type { UnansweredGroup } from './unanswered-group.ts';

/** The longest title and claim a moderator may write, in UTF-16 code units: what a title and a gist hold. */
export const answerLimits = { titleChars: 200, claimChars: 300 } as const;

/** What a moderator wrote as the answer to a question. */
export type WrittenAnswer = { readonly title: string; readonly claim: string };

/** What a dossier drafted as an answer says besides it, in the server's language. */
export type AnswerPhrases = { readonly remarks: string; readonly summary: string };

/**
 * How the dossier drafted for a group is named. It says nothing of a question that fewer than three members asked: those are
 * with the moderators, and named by their case.
 */
export function answerSlug({ key, caseNumbers }: Pick<UnansweredGroup, 'key' | 'caseNumbers'>): DossierSlug {
  const [first] = caseNumbers;
  return DossierSlug.parse(`question-${first ?? key.slice(0, 8)}`);
}

/**
 * What a moderator wrote, each on one line and within its limit.
 *
 * @returns null when either holds no word
 */
export function writtenAnswer({ title, claim }: WrittenAnswer): WrittenAnswer | null {
  const line = (text: string, maxChars: number) =>
    text.replace(/\s+/gu, ' ').trim().slice(0, maxChars).toWellFormed().trim();
  const written = {
    title: line(title, answerLimits.titleChars),
    claim: line(claim, answerLimits.claimChars),
  };
  return written.title === '' || written.claim === '' ? null : written;
}

/** The dossier of one claim without notes, in a moderator's words, for a person to go on with. */
export function answerDocument(
  slug: DossierSlug,
  { title, claim }: WrittenAnswer,
  { locale, phrases }: { readonly locale: string; readonly phrases: AnswerPhrases },
): DossierDocument {
  return {
    slug,
    title,
    language: languageOf(locale),
    post: { text: claim, author: null, date: null, url: null, remarks: phrases.remarks },
    summary: { text: phrases.summary, madeBy: 'person' },
    claims: [
      {
        id: contextClaimKey,
        quote: claim,
        start: 0,
        end: claim.length,
        gist: claim,
        kind: 'factual',
        notes: [],
      },
    ],
  };
}
