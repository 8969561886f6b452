import type { Analysis } from '../../core/analysis/analysis.ts';
import {
  type AnalysisPhrases,
  proposedClaims,
  proposedSummary,
} from '../../core/analysis/proposed-dossier.ts';
import { DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import { changed } from '../../core/dossier-edit.ts';
import { FootnoteError } from '../../core/errors.ts';
import { ClaimId, DossierId, type GuildId, type InteractionId, type UserId } from '../../core/ids.ts';
import type { NewPost } from '../../core/new-post.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { noteDrafted } from '../dossiers/note-drafted.ts';
import { type EditState, editState } from './edit-state.ts';

/** How a dossier is named that nobody named: `post-1`, or the next number that is free. */
const unnamed = 'post';

/** A post, by whom it is added, and what an analysis proposes for it. */
type Proposed = {
  readonly memberId: UserId;
  readonly added: NewPost;
  readonly analysis: Analysis;
  readonly phrases: AnalysisPhrases;
};

/**
 * Stores a post as a draft with what an analysis proposes; no member sees it.
 *
 * @throws FootnoteError `dossier.slug-taken` when the server has a dossier of that name, `already-handled` on a second delivery
 */
export function addDossier(
  deps: BoundDeps,
  input: Proposed & { readonly interactionId: InteractionId; readonly guildId: GuildId },
): Promise<EditState> {
  const { interactionId, guildId, ...proposed } = input;
  return actOnce(deps, interactionId, async (stores) => {
    const { id } = await storeDraft(deps, stores, { ...proposed, guildId, caseNumber: null });
    return editState(stores, guildId, { id });
  });
}

/**
 * `addDossier` within a transaction.
 *
 * @param input - `caseNumber`: the case of the message the post was, for the audit
 */
export async function storeDraft(
  deps: BoundDeps,
  stores: Stores,
  {
    guildId,
    memberId,
    added,
    analysis,
    phrases,
    caseNumber,
  }: Proposed & { readonly guildId: GuildId; readonly caseNumber: number | null },
): Promise<Dossier> {
  const taken = new Set((await stores.dossiers.listOwn(guildId)).map(({ slug }) => slug));
  if (added.slug !== null && taken.has(added.slug))
    throw new FootnoteError('dossier.slug-taken', { dossier: added.slug });
  const slug = added.slug ?? firstFree(taken);
  const { title, language, post } = added;
  const bare: Dossier = {
    id: DossierId.parse(deps.newId()),
    guildId,
    sample: false,
    slug,
    title,
    language,
    status: 'draft',
    version: 1,
    changedAt: deps.clock.now(),
    post,
    summary: proposedSummary(analysis, phrases),
    claims: [],
  };
  const claims = proposedClaims(analysis, phrases);
  const dossier = changed(bare, { do: 'add-claims', claims }, () => ClaimId.parse(deps.newId()));
  await stores.dossiers.save(dossier);
  await noteDrafted(deps, stores, slug, { guildId, actorId: memberId, caseNumber });
  return dossier;
}

function firstFree(taken: ReadonlySet<DossierSlug>): DossierSlug {
  for (let number = 1; ; number += 1) {
    const slug = DossierSlug.parse(`${unnamed}-${number}`);
    if (!taken.has(slug)) return slug;
  }
}
