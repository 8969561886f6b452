import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import type { DraftId } from '../core/ids.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { CheckedText, ClaimOfPost } from '../services/asking/check-post.ts';
import type { DescribedPost } from '../services/asking/describe-checked.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, shortStanding } from './attribution.ts';
import { describedBlocks, leastDescribedRoom } from './described-blocks.ts';
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

/** A checked post, and what else its card shows. */
export type CheckedView = {
  readonly checked: CheckedText;
  /** What an analysis says of it; null where it says too little to be described. */
  readonly described: DescribedPost | null;
  /** For moderators: what a dossier of it is made from. */
  readonly draftId: DraftId | null;
};

/** The known claims that a post makes, each with the words of the post it was found in, or that it makes none; below, what it says. */
export function checkedCard({ checked, described, draftId }: CheckedView, words: Words): Card {
  const { claims } = checked;
  const kept = described === null ? 0 : leastDescribedRoom;
  const known = checked.kind === 'none' ? [noneBlock(checked, words)] : knownBlocks(checked, kept, words);
  const room = limits.textChars - roomOf(known.join(''));
  const blocks = [...known, ...(described === null ? [] : describedBlocks(described, room, words))];
  return makeCard([
    frame(blocks.flatMap((block, nth) => (nth === 0 ? [text(block)] : [divider, text(block)]))),
    claims.length === 0 ? null : row(claimMenu(claims, words)),
    row(
      checked.kind === 'none' ? button(words.say('check.ask'), encodeRoute('claim.ask')) : null,
      draftId === null ? null : button(words.say('check.draft'), encodeRoute('check.draft', draftId)),
    ),
  ]);
}

function noneBlock({ from }: CheckedView['checked'], words: Words): string {
  const read = smallPrint(words.say(`check.from.${from}`));
  return linesOf([`### ${words.say('check.none-title')}`, words.say('check.none'), read]);
}

/** The claims with what was read above and what that means below. Those that do not fit are in the menu. */
function knownBlocks(
  { claims, from }: CheckedView['checked'],
  kept: number,
  words: Words,
): readonly string[] {
  const head = linesOf([
    `### ${words.say('check.title', { count: claims.length })}`,
    smallPrint(words.say(`check.from.${from}`)),
  ]);
  const foot = smallPrint(words.say('check.meaning'));
  const room = limits.textChars - kept - roomOf(head) - roomOf(foot);
  return [head, ...blocksThatFit(claims, room, words), foot];
}

function claimMenu(claims: readonly ClaimOfPost[], words: Words) {
  return menu(
    encodeRoute('check.claim'),
    words.say('check.open'),
    claims.map(({ dossier, claim }) => ({
      label: `${claim.key} · ${claim.quote}`,
      value: formatClaimReference(referenceTo(dossier, claim)),
      description: shortStanding(claim, words),
    })),
  );
}

function blocksThatFit(claims: readonly ClaimOfPost[], room: number, words: Words): readonly string[] {
  let blocks: readonly string[] = [];
  for (const size of sizes) {
    blocks = claims.map((claim) => claimBlock(claim, size, words));
    if (roomOf(blocks.join('')) <= room) return blocks;
  }
  const more = (count: number) => smallPrint(words.say('check.more-claims', { count }));
  let left = room - roomOf(more(claims.length));
  const shown = blocks.filter((block) => {
    left -= roomOf(block);
    return left >= 0;
  });
  return [...shown, more(claims.length - shown.length)];
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
