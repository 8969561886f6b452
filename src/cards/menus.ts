import { type Claim, formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import { encodeRoute } from '../routes.ts';
import type { WordKey, Words } from '../words/words.ts';
import { shortStanding } from './attribution.ts';
import { limits } from './limits.ts';
import { button, menu, row } from './parts.ts';

/** The claims that a menu has room for: the 25 around `position`, so that every claim can be reached. */
export function claimsAround({ claims }: Dossier, position: number): readonly Claim[] {
  const first = Math.min(
    position - Math.floor(limits.selectOptions / 2),
    claims.length - limits.selectOptions,
  );
  return claims.slice(Math.max(0, first)).slice(0, limits.selectOptions);
}

/** A menu that opens one of the dossier's claims around `position`. */
export function claimMenu(
  dossier: Dossier,
  position: number,
  words: Words,
  placeholder: WordKey = 'claim.menu',
) {
  const claims = claimsAround(dossier, position);
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

/** Buttons to the page before and after, and between them which page this is; null when there is only one page. */
export function pager(
  page: { readonly number: number; readonly count: number },
  routeTo: (page: string) => string,
  words: Words,
) {
  if (page.count === 1) return null;
  return row(
    button(words.say('page.previous'), routeTo(String(page.number - 1)), { disabled: page.number === 1 }),
    button(words.say('page.place', { page: page.number, pages: page.count }), routeTo(String(page.number)), {
      disabled: true,
    }),
    button(words.say('page.next'), routeTo(String(page.number + 1)), {
      disabled: page.number === page.count,
    }),
  );
}
