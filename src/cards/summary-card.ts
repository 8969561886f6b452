import type { Claim } from '../core/claim.ts';
import type { Dossier } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, originLine, provenanceLine, sampleLine } from './attribution.ts';
import { claimEntries } from './claim-entries.ts';
import { limits, roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown, smallPrint } from './markdown.ts';
import { claimMenu, pager } from './menus.ts';
import { type ListPage, pageOf, pageOfList } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

/** As many claims as a phone shows at once. */
const claimsOnPage = 6;
/** How much of a quote is shown: the first that leaves the summary its least room, or else the last. */
const quoteChars = [72, 48, 24] as const;
/** What the summary's block takes of the card, in units of `roomOf`. */
const summaryRoom = { least: 700, most: 1_400 };
/** Of the summary's block, kept free for its heading, how it was made, and where it goes on. */
const originRoom = 440;

/** Which claims the card shows on a page of them. */
export function keyClaimsOn({ claims }: Dossier, wanted: number): ListPage<Claim> {
  return pageOfList(claims, claimsOnPage, wanted);
}

/**
 * The card of a dossier: provenance, summary, its first key claims with their standing, and the ways on. On the pages of the further
 * claims the summary is a button away, so that these are what one sees.
 *
 * @param wanted - page of claims as asked for; the nearest existing one is given
 */
export function summaryCard(dossier: Dossier, wanted: number, words: Words, notice?: string): Card {
  const { slug } = dossier;
  const page = keyClaimsOn(dossier, wanted);
  const isFirst = page.number === 1;
  const head = headOf(dossier, isFirst, words);
  const below = footer(slug, dossier, words);
  const room = limits.textChars - roomOf(`${notice ?? ''}${head}${below}`);
  const forClaims = isFirst ? room - summaryRoom.least : room;
  const claims = claimTexts(page, dossier.claims.length, forClaims, words);
  const summary = isFirst ? summaryBlock(dossier, words, room - roomOf(claims.join(''))) : null;
  const whole = button(words.say('summary.whole'), encodeRoute('summary.text', slug, '1'));

  return makeCard([
    notice === undefined ? null : text(notice),
    frame([
      text(head),
      summary === null ? null : text(summary.block),
      divider,
      ...claims.map(text),
      text(below),
    ]),
    pager(page, (number) => encodeRoute('summary.page', slug, number), words),
    claimMenu(dossier, page.first, words, 'claim.menu-first'),
    row(
      summary?.goesOn === false ? null : whole,
      button(words.say('summary.sources'), encodeRoute('summary.sources', slug, '1')),
      button(words.say('summary.disputes'), encodeRoute('summary.disputes', slug, '1')),
      button(words.say('summary.post'), encodeRoute('summary.post', slug, '1')),
    ),
    row(
      button(words.say('share.button'), encodeRoute('share.ask', slug)),
      button(words.say('problem.button'), encodeRoute('report.problem', slug)),
    ),
  ]);
}

/** Title, who posted it and when, and the beginning of the remarks, which stand whole above the post. */
function headOf(dossier: Dossier, hasRemarks: boolean, words: Words): string {
  const { title, post } = dossier;
  return linesOf([
    sampleLine(dossier, words),
    `## ${escapedExcerpt(title, 200, 250)}`,
    provenanceLine(dossier, words),
    post.remarks === null || !hasRemarks ? null : smallPrint(escapedExcerpt(post.remarks, 200, 240)),
  ]);
}

/** The beginning of the summary and how it was made; `goesOn` when the card has no room for the rest. */
function summaryBlock(dossier: Dossier, words: Words, room: number): { block: string; goesOn: boolean } {
  const origin = originLine(dossier.summary, words);
  const whole = { plain: dossier.summary.text, show: escapeMarkdown };
  const shown = pageOf([[whole]], Math.min(summaryRoom.most, room) - originRoom, 1);
  const goesOn = shown.count > 1;
  const more = goesOn ? `\n${words.say('summary.goes-on')}` : '';
  return { block: `### ${words.say('summary.title')}\n${shown.text}${more}\n-# ${origin}`, goesOn };
}

/** The claims of a page under their heading, a text each, so that they stand apart. */
function claimTexts(
  { items, first, count: pages }: ListPage<Claim>,
  count: number,
  room: number,
  words: Words,
): readonly string[] {
  if (count === 0) return [words.say('summary.no-claims')];
  const heading =
    pages === 1
      ? words.say('summary.key-claims', { count })
      : words.say('summary.key-claims-page', { count, range: rangeOf(first, items.length) });
  const tries = quoteChars.map((chars) => [`### ${heading}`, ...claimEntries(items, chars, words)]);
  return tries.find((texts) => roomOf(texts.join('')) <= room) ?? tries.at(-1) ?? [];
}

/** "7–12": which claims of all stand on a page. */
function rangeOf(before: number, shown: number): string {
  return shown === 1 ? String(before + 1) : `${before + 1}–${before + shown}`;
}
