import type { Dossier } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, originLine, provenanceLine, quoteLine, sampleLine, shortStanding } from './attribution.ts';
import { limits, roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown } from './markdown.ts';
import { claimMenu } from './menus.ts';
import { pageOf } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

/** Kept free for the line that says how many claims are not listed. */
const moreClaimsRoom = 100;
/** Of the summary's block, kept free for its heading, how it was made, and where it goes on. */
const originRoom = 440;
const summaryRoom = 2_200;

/** The card of a dossier: provenance, summary, key claims with their standing, and the ways on. */
export function summaryCard(dossier: Dossier, words: Words, notice?: string): Card {
  const head = linesOf([
    sampleLine(dossier, words),
    `## ${escapedExcerpt(dossier.title, 200, 250)}`,
    provenanceLine(dossier, words),
    dossier.post.remarks === null ? null : escapedExcerpt(dossier.post.remarks, 400, 480),
  ]);
  const below = footer(dossier.slug, dossier, words);
  const room = limits.textChars - moreClaimsRoom - roomOf(`${notice ?? ''}${head}${below}`);
  const { block: summary, goesOn } = summaryBlock(dossier, words, room);
  const claims = claimLines(dossier, words, room - roomOf(summary));

  return makeCard([
    notice === undefined ? null : text(notice),
    frame([text(head), text(summary), divider, text(claims), text(below)]),
    goesOn ? row(button(words.say('summary.whole'), encodeRoute('summary.text', dossier.slug, '1'))) : null,
    claimMenu(dossier, 0, words, 'claim.menu-first'),
    row(
      button(words.say('summary.claims'), encodeRoute('claim.list', dossier.slug, '1')),
      button(words.say('summary.sources'), encodeRoute('summary.sources', dossier.slug, '1')),
      button(words.say('summary.disputes'), encodeRoute('summary.disputes', dossier.slug, '1')),
      button(words.say('summary.post'), encodeRoute('summary.post', dossier.slug, '1')),
      button(words.say('share.button'), encodeRoute('share.ask', dossier.slug)),
    ),
    row(button(words.say('problem.button'), encodeRoute('report.problem', dossier.slug))),
  ]);
}

/** The beginning of the summary and how it was made; `goesOn` when the card has no room for the rest. */
function summaryBlock(dossier: Dossier, words: Words, room: number): { block: string; goesOn: boolean } {
  const origin = originLine(dossier.summary, words);
  const whole = { plain: dossier.summary.text, show: escapeMarkdown };
  const shown = pageOf([[whole]], Math.min(summaryRoom, room - originRoom), 1);
  const goesOn = shown.count > 1;
  const more = goesOn ? `\n${words.say('summary.goes-on')}` : '';
  return { block: `### ${words.say('summary.title')}\n${shown.text}${more}\n-# ${origin}`, goesOn };
}

function claimLines(dossier: Dossier, words: Words, room: number): string {
  if (dossier.claims.length === 0) return words.say('summary.no-claims');
  const lines = [`### ${words.say('summary.key-claims', { count: dossier.claims.length })}`];
  let left = room - roomOf(lines.join('\n'));
  for (const claim of dossier.claims) {
    const line = `**${claim.key}** ${quoteLine(claim.quote, 72, words)} – ${shortStanding(claim, words)}`;
    left -= roomOf(`\n${line}`);
    if (left < 0) break;
    lines.push(line);
  }
  const hidden = dossier.claims.length - (lines.length - 1);
  if (hidden > 0) lines.push(words.say('summary.more-claims', { count: hidden }));
  return lines.join('\n');
}
