import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, quoteLine, sampleLine, shortStanding } from './attribution.ts';
import { escapedExcerpt } from './markdown.ts';
import { claimMenu, pager } from './menus.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

const perPage = 10;

/** Every claim of a dossier with its standing, paged, and a menu to open one. */
export function claimListCard(dossier: Dossier, wanted: number, words: Words): Card {
  const count = Math.max(1, Math.ceil(dossier.claims.length / perPage));
  const page = { number: Math.min(Math.max(1, wanted), count), count };
  const first = (page.number - 1) * perPage;
  const lines = dossier.claims
    .slice(first, first + perPage)
    .map(
      (claim) =>
        `**${formatClaimReference(referenceTo(dossier, claim))}** ${quoteLine(claim.quote, 110, words)}\n${shortStanding(claim, words)}`,
    );
  const head = [
    sampleLine(dossier, words),
    `## ${words.say('list.title', { count: dossier.claims.length })}`,
    escapedExcerpt(dossier.title, 200, 250),
  ];

  return makeCard([
    frame([
      text(linesOf(head)),
      divider,
      text(lines.length === 0 ? words.say('summary.no-claims') : lines.join('\n')),
      text(footer(dossier.slug, dossier, words)),
    ]),
    claimMenu(dossier, first + perPage / 2, words, 'claim.menu-first'),
    pager(page, (number) => encodeRoute('claim.list', dossier.slug, number), words),
    row(button(words.say('summary.back'), encodeRoute('summary.open', dossier.slug))),
  ]);
}
