import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { DossierHistory, PastVersion } from '../services/editor/dossier-history.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt } from './markdown.ts';
import { pager } from './menus.ts';
import { pageOfList } from './pages.ts';
import { frame, makeCard, menu, row, text } from './parts.ts';

const onPage = 15;

/** What became of a dossier: its versions, newest first, each leading to what it changed. */
export function historyCard({ stored, versions }: DossierHistory, wanted: number, words: Words): Card {
  const page = pageOfList(versions, onPage, wanted);
  const shown = page.items;
  return makeCard([
    frame([
      text(`## ${words.say('history.title', { dossier: stored.slug, count: versions.length })}`),
      text(escapedExcerpt(stored.title, 160, 220)),
      text(shown.map((past) => versionLine(past, words)).join('\n')),
      row(
        menu(
          encodeRoute('history.version', stored.id),
          words.say('history.open'),
          shown.map((past) => ({
            label: versionName(past, words),
            value: String(past.dossier.version),
            description: whatChanged(past, words),
          })),
        ),
      ),
    ]),
    pager(page, (number) => encodeRoute('history.page', stored.id, number), words),
  ]);
}

function versionLine(past: PastVersion, words: Words): string {
  return `**${versionName(past, words)}** · ${whatChanged(past, words)}`;
}

function versionName({ dossier }: PastVersion, words: Words): string {
  const { version, changedAt, status } = dossier;
  return words.say('history.version', {
    version,
    date: words.day(changedAt),
    status: words.say(`history.${status}`),
  });
}

/** "3 claims added, summary changed", or that it was the first. */
function whatChanged({ diff }: PastVersion, words: Words): string {
  if (diff === null) return words.say('history.first');
  const { facts, summary, claims } = diff;
  const counts = [
    ['added', claims.added.length],
    ['removed', claims.removed.length],
    ['changed', claims.changed.length],
    ['facts', facts.length],
  ] as const;
  const parts = [
    ...counts
      .filter(([, number]) => number > 0)
      .map(([what, number]) => words.say(`history.count.${what}`, { count: number })),
    ...(summary === null ? [] : [words.say('history.summary')]),
  ];
  return parts.length === 0 ? words.say('history.nothing') : words.list(parts);
}
