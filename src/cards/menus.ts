import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import { encodeRoute } from '../routes.ts';
import type { WordKey, Words } from '../words/words.ts';
import { shortStanding } from './attribution.ts';
import { limits } from './limits.ts';
import { button, menu, row } from './parts.ts';

/** A menu that opens one of the dossier's claims: the 25 around `position`, so that every claim can be reached. */
export function claimMenu(
  dossier: Dossier,
  position: number,
  words: Words,
  placeholder: WordKey = 'claim.menu',
) {
  const first = Math.max(
    0,
    Math.min(position - Math.floor(limits.selectOptions / 2), dossier.claims.length - limits.selectOptions),
  );
  const claims = dossier.claims.slice(first, first + limits.selectOptions);
  if (claims.length === 0) return null;
  return row(
    menu(
      encodeRoute('claim.menu', dossier.slug),
      words.say(placeholder),
      claims.map((claim) => ({
        label: `${claim.key} · ${claim.quote}`,
        value: formatClaimReference(referenceTo(dossier, claim)),
        description: shortStanding(claim, words),
      })),
    ),
  );
}

/** Buttons to the page before and after; null when there is only one page. */
export function pager(
  page: { readonly number: number; readonly count: number },
  routeTo: (page: string) => string,
  words: Words,
) {
  if (page.count === 1) return null;
  const place = { page: page.number, pages: page.count };
  return row(
    button(words.say('page.previous', place), routeTo(String(page.number - 1)), {
      disabled: page.number === 1,
    }),
    button(words.say('page.next', place), routeTo(String(page.number + 1)), {
      disabled: page.number === page.count,
    }),
  );
}
