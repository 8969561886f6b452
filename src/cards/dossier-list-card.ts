import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { ListedDossier } from '../services/editor/open-edit.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';
import { pager } from './menus.ts';
import { pageOfList } from './pages.ts';
import { frame, linesOf, makeCard, menu, row, text } from './parts.ts';

const onPage = 10;

/** A server's dossiers as moderators see them: drafts and archived ones, too. */
export function dossierListCard(listed: readonly ListedDossier[], wanted: number, words: Words): Card {
  const page = pageOfList(listed, onPage, wanted);
  const shown = page.items;
  const own = shown.filter(({ dossier }) => dossier.guildId !== null);
  return makeCard([
    frame([
      text(`## ${words.say('dossiers.title', { count: listed.length })}`),
      text(
        shown.length === 0
          ? words.say('dossiers.none')
          : shown.map((one) => listedLines(one, words)).join('\n'),
      ),
      own.length === 0
        ? null
        : row(
            menu(
              encodeRoute('dossier.open'),
              words.say('dossiers.open'),
              own.map(({ dossier }) => ({
                label: dossier.title,
                value: dossier.id,
                description: words.say(`edit.status.${dossier.status}`, { version: dossier.version }),
              })),
            ),
          ),
    ]),
    pager(page, (number) => encodeRoute('dossier.list', number), words),
  ]);
}

function listedLines({ dossier, underWay }: ListedDossier, words: Words): string {
  const { slug, title, status, version, changedAt, guildId, claims } = dossier;
  const facts = [
    guildId === null ? words.say('dossiers.shared') : words.say(`edit.status.${status}`, { version }),
    words.say('dossiers.claims', { count: claims.length }),
    words.day(changedAt),
    ...(underWay ? [words.say('edit.unpublished')] : []),
  ];
  return linesOf([`**${slug}** ${escapedExcerpt(title, 120, 160)}`, smallPrint(facts.join(' · '))]);
}
