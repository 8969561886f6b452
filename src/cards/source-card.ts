import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ClaimId, DossierId } from '../core/ids.ts';
import { hostOf, webAddressChars } from '../core/web-address.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { SourceProposal } from '../services/editor/propose-source.ts';
import type { Words } from '../words/words.ts';
import { writtenField } from './form-fields.ts';
import { escapedExcerpt, escapeMarkdown, link, smallPrint } from './markdown.ts';
import { button, frame, linesOf, makeCard, makeModal, row, text } from './parts.ts';

/** The field in which a source's address is pasted. */
export const addressField = 'address';

/** Asks where a source is. */
export function sourceAddressModal(
  seen: { readonly dossierId: DossierId; readonly revision: number; readonly claimId: ClaimId },
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('edit.source-read', seen.dossierId, String(seen.revision), seen.claimId),
    title: words.say('edit.add-source'),
    components: [
      writtenField(
        addressField,
        { label: words.say('edit.field.url'), hint: words.say('source.hint') },
        { maxChars: webAddressChars + 500, required: true, lines: 'one' },
      ),
    ],
  });
}

/** The newest copy of a page in the Internet Archive's Wayback Machine, whose addresses take the page's own as it is. */
function archivedCopy(url: string): string {
  return `https://web.archive.org/web/${url}`;
}

/** What a page says of itself, for a moderator to look at before they write the note. */
export function sourceProposalCard(
  { answer, url, dossierId, claimId, form }: SourceProposal,
  words: Words,
): Card {
  const { publisher, title, date } =
    answer.found === 'page' ? answer.facts : { publisher: null, title: null, date: null };
  const fact = (key: 'publisher' | 'headline' | 'date', value: string | null) =>
    `**${words.say(`edit.field.${key}`)}** ${value === null ? words.say('source.unknown') : escapedExcerpt(value, 500, 650)}`;
  return makeCard([
    frame([
      text(
        linesOf([
          `### ${words.say(answer.found === 'page' ? 'source.found' : `source.${answer.found}`)}`,
          ...(answer.found === 'page'
            ? [
                fact('publisher', publisher),
                fact('headline', title),
                fact('date', date === null ? null : words.date(date)),
              ]
            : []),
          link(escapeMarkdown(words.say('source.page', { host: hostOf(url) })), url),
          link(escapeMarkdown(words.say('source.archived')), archivedCopy(url)),
          smallPrint(words.say('source.look')),
        ]),
      ),
    ]),
    row(
      button(words.say('source.write'), encodeRoute('edit.again', form.draft), { style: 'main' }),
      button(words.say('edit.back-to-claim'), encodeRoute('edit.claim-again', dossierId, claimId)),
    ),
  ]);
}
