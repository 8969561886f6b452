import type { Case, MessageSubject, TextOrigin } from './case.ts';
import { ClaimKey, DossierSlug } from './claim.ts';
import type { WrittenContext } from './context.ts';
import type { DossierDocument } from './dossier-document.ts';
import { messageLink } from './message-link.ts';
import type { PartialDate } from './partial-date.ts';
import type { Report } from './report.ts';
import { madeOn } from './snowflake.ts';
import { hostOf } from './web-address.ts';

/**
 * What a dossier made from a message says besides the message, in the server's language. What each gives keeps to
 * the dossier format: titles are one line of at most 200 characters, gists have at most 300, notes 2,000.
 */
export type DossierPhrases = {
  /** Stands for the author, who is not named. */
  readonly member: string;
  title(text: string, day: PartialDate): string;
  /** How the text was read, where it is not what the author typed. */
  readFrom(origin: Exclude<TextOrigin, 'content'>): string;
  /** "The post says …" */
  gist(quote: string): string;
  contextSummary(context: string): string;
  contextNote(context: string): string;
  /** The text of a further source of the same context. */
  readonly citedToo: string;
  draftSummary(day: PartialDate): string;
};

/** Those of them that any dossier of a message needs. */
export type MessagePhrases = Pick<DossierPhrases, 'member' | 'title' | 'readFrom'>;

/** A message whose text is known, and the locale of its server. */
export type MessageWithText = Pick<Case, 'guildId' | 'locale'> & {
  readonly subject: Pick<MessageSubject, 'channelId' | 'messageId' | 'authorId' | 'textFrom'> & {
    readonly text: string;
  };
};

/** A case of a message whose text is known. */
export type CaseWithText = Case & { readonly subject: MessageSubject & { readonly text: string } };

/** The name of the only claim of a dossier made from context. */
export const contextClaimKey: ClaimKey = ClaimKey.parse('c01');

/** The longest publisher a note may name. */
const publisherChars = 200;

/** How the dossier of posted context is named. */
export function contextSlug({ number }: Pick<Case, 'number'>): DossierSlug {
  return DossierSlug.parse(`context-${number}`);
}

/** How the dossier drafted from a case is named. */
export function draftSlug({ number }: Pick<Case, 'number'>): DossierSlug {
  return DossierSlug.parse(`case-${number}`);
}

/**
 * The dossier of one claim in which posted context is kept: the message word for word, what is contested of it, and
 * the moderators' text with its sources, attributed to them.
 *
 * @param reports - of the case; what most of them call contested becomes the claim's quote if the message says it
 */
export function contextDocument(
  from: CaseWithText,
  reports: readonly Report[],
  context: WrittenContext,
  phrases: DossierPhrases,
): DossierDocument {
  const frame = messagePost(from, phrases);
  const { text } = frame.post;
  const quote = contestedPart(text, reports);
  const start = text.indexOf(quote);
  return {
    ...frame,
    slug: contextSlug(from),
    summary: { text: phrases.contextSummary(context.text), madeBy: 'person' },
    claims: [
      {
        id: contextClaimKey,
        quote,
        start,
        end: start + quote.length,
        gist: phrases.gist(quote),
        kind: 'factual',
        notes: notesOf(context, phrases),
      },
    ],
  };
}

/** The message word for word as a dossier that says nothing about it yet, for a person to go on with. */
export function draftDocument(from: CaseWithText, phrases: DossierPhrases): DossierDocument {
  return {
    ...messagePost(from, phrases),
    slug: draftSlug(from),
    summary: { text: phrases.draftSummary(madeOn(from.subject.messageId)), madeBy: 'person' },
    claims: [],
  };
}

/** The language of the server's locale: nothing else is known of what is written in it. */
export function languageOf(locale: string): string {
  return /^[a-z]{2,3}(?=-|$)/.exec(locale)?.[0] ?? 'en';
}

/** A message as the post of a dossier: word for word, its author unnamed, with where it was read. */
export function messagePost(
  { guildId, locale, subject }: MessageWithText,
  phrases: MessagePhrases,
): Pick<DossierDocument, 'title' | 'language' | 'post'> {
  const { channelId, messageId, authorId, textFrom } = subject;
  // Half a character cannot be stored; what replaces it is as long, so that every quote keeps its place.
  const text = subject.text.toWellFormed();
  const day = madeOn(messageId);
  return {
    title: phrases.title(text, day),
    language: languageOf(locale),
    post: {
      text,
      author: authorId === null ? null : phrases.member,
      date: day,
      url: messageLink({ guildId, channelId, messageId }),
      remarks: textFrom === null || textFrom === 'content' ? null : phrases.readFrom(textFrom),
    },
  };
}

/** What most reports call contested, of those parts the message really holds; the whole message when none does. */
function contestedPart(text: string, reports: readonly Report[]): string {
  const counts = new Map<string, number>();
  for (const { statement, badFaith } of reports) {
    const part = statement?.trim().toWellFormed() ?? '';
    if (!badFaith && part !== '' && text.includes(part)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? text;
}

function notesOf({ text, urls }: WrittenContext, phrases: DossierPhrases) {
  if (urls.length === 0)
    return [
      {
        type: 'dispute' as const,
        text: phrases.contextNote(text),
        basis: 'needs-checking' as const,
        url: null,
      },
    ];
  return urls.map((url, index) => ({
    type: 'source' as const,
    text: index === 0 ? phrases.contextNote(text) : phrases.citedToo,
    stance: 'context' as const,
    url,
    publisher: hostOf(url).slice(0, publisherChars),
    title: null,
    date: null,
    lastChecked: null,
  }));
}
