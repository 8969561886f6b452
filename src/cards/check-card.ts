import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { CheckedPost, ClaimOfPost } from '../services/asking/check-post.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, shortStanding } from './attribution.ts';
import { writtenField } from './form-fields.ts';
import { limits, roomOf } from './limits.ts';
import { blockQuote, escapeMarkdown, safeCut, smallPrint } from './markdown.ts';
import { button, divider, frame, linesOf, makeCard, makeModal, menu, row, text } from './parts.ts';

/** The field of the form in which the text of a picture is typed. */
export const typedField = 'post';

/** The longest text that form takes, in UTF-16 code units: as long as a message. */
const typedChars = 4_000;

/** How much of a sentence and of a claim is shown, from full to scarce: the first that fits a card. */
const sizes = [
  { sentence: 400, quote: 200 },
  { sentence: 160, quote: 100 },
  { sentence: 80, quote: 60 },
] as const;
type Size = (typeof sizes)[number];

type Checked = Extract<CheckedPost, { readonly kind: 'claims' | 'none' }>;

/** The known claims that a post makes, each with the words of the post it was found in; or that it makes none. */
export function checkedCard(checked: Checked, words: Words): Card {
  const from = smallPrint(words.say(`check.from.${checked.from}`));
  if (checked.kind === 'none')
    return makeCard([
      frame([text(linesOf([`### ${words.say('check.none-title')}`, words.say('check.none'), from]))]),
      row(button(words.say('check.ask'), encodeRoute('claim.ask'))),
    ]);
  const { claims } = checked;
  const head = linesOf([`### ${words.say('check.title', { count: claims.length })}`, from]);
  const foot = smallPrint(words.say('check.meaning'));
  return makeCard([
    frame([
      text(head),
      ...blocksThatFit(claims, limits.textChars - roomOf(head) - roomOf(foot), words).flatMap((block) => [
        divider,
        text(block),
      ]),
      divider,
      text(foot),
    ]),
    row(
      menu(
        encodeRoute('check.claim'),
        words.say('check.open'),
        claims.map(({ dossier, claim }) => {
          const name = formatClaimReference(referenceTo(dossier, claim));
          return {
            label: `${claim.key} · ${claim.quote}`,
            value: name,
            description: shortStanding(claim, words),
          };
        }),
      ),
    ),
  ]);
}

function blocksThatFit(claims: readonly ClaimOfPost[], room: number, words: Words): readonly string[] {
  for (const size of sizes) {
    const blocks = claims.map((claim) => claimBlock(claim, size, words));
    if (roomOf(blocks.join('')) <= room) return blocks;
  }
  throw new RangeError('the claims of a post do not fit a card');
}

function claimBlock({ dossier, claim, surest }: ClaimOfPost, size: Size, words: Words): string {
  const name = formatClaimReference(referenceTo(dossier, claim));
  return linesOf([
    blockQuote(markedSentence(surest, size.sentence)),
    `**${name}** ${quoteLine(claim.quote, size.quote, words)}`,
    smallPrint(shortStanding(claim, words)),
  ]);
}

/** The sentence of the post, the words that the claim answers to in bold. */
function markedSentence({ sentence, words }: ClaimOfPost['surest'], chars: number): string {
  const end = sentence.length <= chars ? sentence.length : safeCut(sentence, chars - 1);
  const shown = sentence.slice(0, end);
  const matched = new Set(words.map((word) => word.toLowerCase()));
  const marked = shown
    .split(/([\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}\p{M}])/u)
    .map((part) => (matched.has(part.toLowerCase()) ? `**${escapeMarkdown(part)}**` : escapeMarkdown(part)))
    .join('');
  return end < sentence.length ? `${marked}…` : marked;
}

/** Says that a message holds nothing to read, and offers to type what a picture says. */
export function noTextCard(attachments: number, words: Words): Card {
  return makeCard([
    frame([text(words.say('check.no-text', { files: attachments }))]),
    row(button(words.say('check.type'), encodeRoute('check.type'), { style: 'main' })),
  ]);
}

/** The form in which the text of a picture is typed. */
export function typePostModal(words: Words): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('check.typed'),
    title: words.say('check.type-title'),
    components: [
      writtenField(
        typedField,
        { label: words.say('check.typed'), hint: words.say('check.typed-hint') },
        { maxChars: typedChars, required: true },
      ),
    ],
  });
}
