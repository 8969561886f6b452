import { z } from 'zod';
import { disputesCard, postCard, sourcesCard, wholeSummaryCard } from '../../src/cards/dossier-pages.ts';
import { dossierPickerCard } from '../../src/cards/dossier-picker-card.ts';
import { summaryCard } from '../../src/cards/summary-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { PageArgument } from '../parts/arguments.ts';
import { chosenSlug, pageOfDossier } from '../parts/dossier-pages.ts';

/** Goes back to the summary. */
export const openSummary = action({
  route: 'summary.open',
  args: z.tuple([DossierSlug]),
  access: 'member',
  answers: 'update',

  async run(call, [slug], { showDossier }, words) {
    return replyWith(summaryCard(await showDossier({ guildId: call.guildId, slug }), 1, words));
  },
});

/** Ends the question "which post?" with the dossier picked. */
export const pickDossier = action({
  route: 'summary.pick',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId], { completeWithDossier }, words) {
    const slug = chosenSlug(call);
    const { id: interactionId, guildId, member } = call;
    const picking = { interactionId, guildId, memberId: member.id, inquiryId, slug };
    return replyWith(summaryCard(await completeWithDossier(picking), 1, words));
  },
});

/** Shows another page of the dossiers to pick from. */
export const turnDossiers = action({
  route: 'summary.picker',
  args: z.tuple([InquiryId, PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId, page], { listDossiers }, words) {
    const dossiers = await listDossiers({ guildId: call.guildId });
    if (dossiers.length === 0) throw new FootnoteError('dossier.none');
    return replyWith(dossierPickerCard(dossiers, { for: 'summary', inquiryId }, page, words));
  },
});

/** A page of the key claims below the summary. */
export const turnKeyClaims = pageOfDossier('summary.page', summaryCard);

/** A page of the summary, where it is longer than a card. */
export const turnSummary = pageOfDossier('summary.text', wholeSummaryCard);

/** A page of the dossier's sources. */
export const turnSources = pageOfDossier('summary.sources', sourcesCard);

/** A page of what is disputed. */
export const turnDisputes = pageOfDossier('summary.disputes', disputesCard);

/** A page of the post, word for word. */
export const turnPost = pageOfDossier('summary.post', postCard);
