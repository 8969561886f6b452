import type { DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { ChannelId, GuildId, InquiryId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import { type Asker, recordInquiry } from './record-inquiry.ts';

/** The dossier asked for, or the ones to choose from when it is not clear which. */
type SummaryAnswer =
  | { readonly kind: 'dossier'; readonly dossier: Dossier }
  | { readonly kind: 'choose'; readonly dossiers: readonly Dossier[]; readonly inquiryId: InquiryId };

type Where = {
  /** Null for what every server is offered. */
  readonly guildId: GuildId | null;
  /** Where to look for a pin: the thread first, then its channel. */
  readonly pinnedIn: readonly ChannelId[];
};

/**
 * The dossier named, else the one pinned here, else the server's only one, else a choice.
 *
 * The question is written down as one inquiry.
 *
 * @throws FootnoteError `dossier.unknown` for a name that is not known here, `dossier.none` when there is none at all
 */
export async function showSummary(
  deps: BoundDeps,
  input: Where & { readonly name: string | null; readonly asker: Asker },
): Promise<SummaryAnswer> {
  const catalog = await deps.catalogs.of(input.guildId);
  const dossier =
    input.name === null ? await defaultDossier(deps, catalog, input) : named(catalog, input.name);

  const question = { command: 'summary', text: null } as const;
  if (dossier !== null) {
    await recordInquiry(deps, input.asker, {
      ...question,
      outcome: 'opened',
      found: { dossier, claim: null },
    });
    return { kind: 'dossier', dossier };
  }
  const inquiryId = await recordInquiry(deps, input.asker, {
    ...question,
    outcome: 'ambiguous',
    found: null,
  });
  return { kind: 'choose', dossiers: catalog.dossiers, inquiryId };
}

/**
 * The dossier named, else the one that belongs here; null when it is not clear which. Writes nothing.
 *
 * @throws FootnoteError `dossier.unknown` for a name that is not known here, `dossier.none` when there is none at all
 */
export async function pickDossier(
  deps: BoundDeps,
  input: Where & { readonly name: string | null },
): Promise<Dossier | null> {
  const catalog = await deps.catalogs.of(input.guildId);
  return input.name === null ? defaultDossier(deps, catalog, input) : named(catalog, input.name);
}

function named(catalog: Catalog, name: string): Dossier {
  const wanted = name.trim().toLowerCase();
  const dossier =
    catalog.dossier(wanted) ?? catalog.dossiers.find((candidate) => candidate.title.toLowerCase() === wanted);
  if (!dossier) throw new FootnoteError('dossier.unknown', { dossier: name.slice(0, 100).toWellFormed() });
  return dossier;
}

/** The dossier of the first pin that leads to a published one; an archived one does not hide the next. */
async function pinnedDossier(
  deps: BoundDeps,
  catalog: Catalog,
  { guildId, pinnedIn }: Where,
): Promise<Dossier | null> {
  if (guildId === null) return null;
  return deps.database.snapshot(async ({ dossiers }) => {
    for (const channelId of pinnedIn) {
      const id = await dossiers.pinned(guildId, channelId);
      const dossier = id === null ? null : catalog.dossier(id);
      if (dossier !== null) return dossier;
    }
    return null;
  });
}

async function defaultDossier(deps: BoundDeps, catalog: Catalog, where: Where): Promise<Dossier | null> {
  const pinned = await pinnedDossier(deps, catalog, where);
  const [first, ...others] = catalog.dossiers;
  if (first === undefined) throw new FootnoteError('dossier.none');
  return pinned ?? (others.length === 0 ? first : null);
}

/**
 * A dossier by its slug.
 *
 * @throws FootnoteError `dossier.unknown` when this server has none of that slug
 */
export async function showDossier(
  deps: BoundDeps,
  { guildId, slug }: { readonly guildId: GuildId; readonly slug: DossierSlug },
): Promise<Dossier> {
  return named(await deps.catalogs.of(guildId), slug);
}
