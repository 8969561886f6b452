import type { DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import { type DossierDiff, diffOf, isEmptyDiff } from '../../core/dossier-diff.ts';
import { unchangedRevision } from '../../core/edit-revision.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { DossierId, GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';

/** A dossier on a moderator's desk. */
export type EditState = {
  /** As it is being changed; its version is the one the changes were begun from. */
  readonly dossier: Dossier;
  /** As it is stored, and as members see it where it is published. */
  readonly stored: Dossier;
  /** Names this state: it grows with every change, with every version, and when changes are discarded. */
  readonly revision: number;
  /** What publishing would change for members; null when nothing differs. */
  readonly diff: DossierDiff | null;
  /** What became of the stored one since the changes were begun, where something did: by an import, say. */
  readonly overtaken: DossierDiff | null;
};

/**
 * What a server's moderators have made of a dossier so far, within a transaction.
 *
 * @param named - by its id or its slug; shared dossiers cannot be edited
 * @throws FootnoteError `dossier.unknown`, `dossier.shared` when only a shared one has that slug
 */
export async function editState(
  { dossiers, edits }: Stores,
  guildId: GuildId,
  named: { readonly id: DossierId } | { readonly slug: DossierSlug },
): Promise<EditState> {
  const stored =
    'id' in named ? await dossiers.findOwn(guildId, named.id) : await dossiers.find(guildId, named.slug);
  if (stored === null) {
    if ('slug' in named && (await dossiers.find(null, named.slug)) !== null)
      throw new FootnoteError('dossier.shared', { dossier: named.slug });
    throw new FootnoteError('dossier.unknown', { dossier: 'slug' in named ? named.slug : '?' });
  }
  const edit = await edits.latest(guildId, stored.id);
  const unchanged = unchangedRevision(stored.version);
  if (edit === null) return { dossier: stored, stored, revision: unchanged, diff: null, overtaken: null };

  const { dossier, revision } = edit;
  const isCurrent = dossier.version === stored.version;
  const begun = isCurrent
    ? stored
    : (await dossiers.history(guildId, stored.id)).find(({ version }) => version === dossier.version)
        ?.dossier;
  // Changes that were all taken back, or discarded, are none: what is stored holds.
  if (begun !== undefined && isEmptyDiff(diffOf(begun, dossier))) {
    const now = isCurrent ? revision : Math.max(revision, unchanged);
    return { dossier: stored, stored, revision: now, diff: null, overtaken: null };
  }
  const diff = diffOf(stored, dossier);
  return {
    dossier,
    stored,
    revision,
    diff: isEmptyDiff(diff) ? null : diff,
    overtaken: isCurrent || begun === undefined ? null : diffOf(begun, stored),
  };
}

/** Whether publishing would change what members see. */
export function isNews({ stored, diff }: Pick<EditState, 'stored' | 'diff'>): boolean {
  return stored.status === 'draft' || (stored.status === 'published' && diff !== null);
}

/** What is on the desk under the number that members see it by once it is published; as it is stored where there is nothing to publish. */
export function asPublished({ dossier, stored, diff }: EditState): Dossier {
  if (!isNews({ stored, diff })) return stored;
  return { ...dossier, status: 'published', version: stored.version + 1 };
}
