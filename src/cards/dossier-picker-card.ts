import type { Dossier } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { limits } from './limits.ts';
import { pager } from './menus.ts';
import { pageOfList } from './pages.ts';
import { frame, makeCard, menu, row, text } from './parts.ts';

/** What the dossier is picked for: its summary, which ends the question `inquiryId`, or the list of its claims. */
export type PickPurpose =
  | { readonly for: 'summary'; readonly inquiryId: string }
  | { readonly for: 'claims' };

/** Which dossier is meant, when the server has several; paged. */
export function dossierPickerCard(
  dossiers: readonly Dossier[],
  purpose: PickPurpose,
  wanted: number,
  words: Words,
  notice?: string,
): Card {
  const page = pageOfList(dossiers, limits.selectOptions, wanted);
  const options = page.items.map((dossier) => ({
    label: dossier.title,
    value: dossier.slug,
    description: words.say('picker.entry', {
      count: dossier.claims.length,
      date: words.day(dossier.changedAt),
    }),
  }));
  const hint = words.say('picker.hint', { count: dossiers.length });
  const { pick, turn } = routesOf(purpose);

  return makeCard([
    notice === undefined ? null : text(notice),
    frame([text(`### ${words.say('picker.title')}\n${hint}`)]),
    row(menu(pick, words.say(purpose.for === 'summary' ? 'picker.menu' : 'picker.list-menu'), options)),
    pager(page, turn, words),
  ]);
}

function routesOf(purpose: PickPurpose): { pick: string; turn: (page: string) => string } {
  if (purpose.for === 'claims')
    return { pick: encodeRoute('claim.list-pick'), turn: (page) => encodeRoute('claim.list-picker', page) };
  const { inquiryId } = purpose;
  return {
    pick: encodeRoute('summary.pick', inquiryId),
    turn: (page) => encodeRoute('summary.picker', inquiryId, page),
  };
}
