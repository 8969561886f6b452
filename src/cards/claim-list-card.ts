import type { Dossier } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, sampleLine } from './attribution.ts';
import { claimEntries } from './claim-entries.ts';
import { escapedExcerpt } from './markdown.ts';
import { claimMenu, pager } from './menus.ts';
import { pageOfList } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

const perPage = 10;
const quoteChars = 110;

/** Every claim of a dossier with its standing, paged, and a menu to open one. */
export function claimListCard(dossier: Dossier, wanted: number, words: Words): Card {
  const page = pageOfList(dossier.claims, perPage, wanted);
  const entries = claimEntries(page.items, quoteChars, words);
  const head = [
    sampleLine(dossier, words),
    `## ${words.say('list.title', { count: dossier.claims.length })}`,
    escapedExcerpt(dossier.title, 200, 250),
  ];

  return makeCard([
    frame([
      text(linesOf(head)),
      divider,
      ...(entries.length === 0 ? [words.say('summary.no-claims')] : entries).map(text),
      text(footer(dossier.slug, dossier, words)),
    ]),
    pager(page, (number) => encodeRoute('claim.list', dossier.slug, number), words),
    claimMenu(dossier, page.first, words, 'claim.menu-first'),
    row(button(words.say('summary.back'), encodeRoute('summary.open', dossier.slug))),
  ]);
}
