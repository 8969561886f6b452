import { z } from 'zod';
import { claimListCard } from '../../src/cards/claim-list-card.ts';
import { dossierPickerCard } from '../../src/cards/dossier-picker-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { PageArgument } from '../parts/arguments.ts';
import { chosenSlug, pageOfDossier } from '../parts/dossier-pages.ts';

/** A page of a dossier's claims. */
export const turnClaims = pageOfDossier('claim.list', claimListCard);

/** Lists the claims of the dossier picked. */
export const pickList = action({
  route: 'claim.list-pick',
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  async run(call, _args, { showDossier }, words) {
    const dossier = await showDossier({ guildId: call.guildId, slug: chosenSlug(call) });
    return replyWith(claimListCard(dossier, 1, words));
  },
});

/** Shows another page of the dossiers to pick from. */
export const turnLists = action({
  route: 'claim.list-picker',
  args: z.tuple([PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [page], { listDossiers }, words) {
    const dossiers = await listDossiers({ guildId: call.guildId });
    if (dossiers.length === 0) throw new FootnoteError('dossier.none');
    return replyWith(dossierPickerCard(dossiers, { for: 'claims' }, page, words));
  },
});
