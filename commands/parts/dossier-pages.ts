import { z } from 'zod';
import { type Action, action, type GuildCall, replyWith } from '../../src/command.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import type { Card } from '../../src/ports/message.ts';
import type { Words } from '../../src/words/words.ts';
import { PageArgument } from './arguments.ts';

/** An action that shows a page of one of a dossier's cards in place of the card the button is on. */
export function pageOfDossier(
  route: string,
  card: (dossier: Dossier, page: number, words: Words) => Card,
): Action {
  return action({
    route,
    args: z.tuple([DossierSlug, PageArgument]),
    access: 'member',
    answers: 'update',

    async run(call, [slug, page], { showDossier }, words) {
      return replyWith(card(await showDossier({ guildId: call.guildId, slug }), page, words));
    },
  });
}

/**
 * The dossier chosen in a menu.
 *
 * @throws FootnoteError `dossier.unknown` when the value is no slug
 */
export function chosenSlug(call: GuildCall): DossierSlug {
  const chosen = call.values[0] ?? '';
  const { data: slug } = DossierSlug.safeParse(chosen);
  if (slug === undefined) throw new FootnoteError('dossier.unknown', { dossier: chosen });
  return slug;
}
