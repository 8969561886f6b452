import { parseClaimReference } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, InquiryId } from '../../core/ids.ts';
import type { Match } from '../../core/matching/claim-index.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';
import { fusedLookUp } from '../meaning/fused-look-up.ts';
import type { ClosestClaims } from '../meaning/meanings.ts';
import { isOptedOut } from '../privacy/opt-out.ts';
import { type Asker, recordInquiry } from './record-inquiry.ts';

/** The longest question Discord lets a member type, in UTF-16 code units. */
const maxQueryChars = 6_000;
/** How many claims are offered for one question. */
export const maxChoices = 5;

/** A claim that matched, and how sure the match is (0 to 1). */
export type FoundClaim = KnownClaim & Omit<Match, 'id'>;

/** What a question led to. */
export type LookupAnswer =
  | { readonly outcome: 'answered'; readonly inquiryId: InquiryId; readonly found: FoundClaim }
  | { readonly outcome: 'ambiguous'; readonly inquiryId: InquiryId; readonly choices: readonly FoundClaim[] }
  | { readonly outcome: 'unanswered'; readonly inquiryId: InquiryId };

/**
 * Finds the claim a member asks about and writes one inquiry, whatever the outcome.
 *
 * @throws FootnoteError `query.empty` without a letter or digit, `query.too-long`, `dossier.none` when the
 * server has nothing to ask about, `already-handled` on a second delivery
 */
export async function lookUpClaim(
  deps: BoundDeps,
  { asker, text }: { readonly asker: Asker; readonly text: string },
): Promise<LookupAnswer> {
  const catalog = await catalogFor(deps, asker.guildId, text);
  const closest = catalog.claimNamed(text) === null ? await closestTo(deps, asker, catalog, text) : noneClose;
  const { outcome, matches } = search(catalog, text, maxChoices, closest);
  const [first] = matches;
  const found = outcome === 'answered' ? (first ?? null) : null;
  const inquiryId = await recordInquiry(deps, asker, { command: 'claim.lookup', outcome, found, text });
  deps.log.debug({ guildId: asker.guildId, claims: catalog.index.size }, 'claim looked up');
  if (found !== null) return { outcome: 'answered', inquiryId, found };
  return outcome === 'ambiguous'
    ? { outcome, inquiryId, choices: matches }
    : { outcome: 'unanswered', inquiryId };
}

/**
 * What a question finds; nothing is written down.
 *
 * @param input - `guildId` null searches what every server is offered
 * @throws FootnoteError as `lookUpClaim` does
 */
export async function searchClaims(
  deps: BoundDeps,
  {
    guildId,
    text,
    limit,
  }: { readonly guildId: GuildId | null; readonly text: string; readonly limit: number },
): Promise<Search> {
  return search(await catalogFor(deps, guildId, text), text, limit, noneClose);
}

async function catalogFor(deps: BoundDeps, guildId: GuildId | null, text: string): Promise<Catalog> {
  if (text.length > maxQueryChars) throw new FootnoteError('query.too-long', { max: maxQueryChars });
  if (!/[\p{L}\p{N}]/u.test(text)) throw new FootnoteError('query.empty');
  const catalog = await deps.catalogs.of(guildId);
  if (catalog.dossiers.length === 0) throw new FootnoteError('dossier.none');
  return catalog;
}

type Search = { outcome: LookupAnswer['outcome']; matches: readonly FoundClaim[] };

/** What the claims that are close in meaning are, where the server, the member and the model let that be asked. */
async function closestTo(
  deps: BoundDeps,
  asker: Asker,
  { dossiers }: Catalog,
  text: string,
): Promise<ClosestClaims> {
  if (deps.meanings === null || (await isOptedOut(deps, asker))) return noneClose;
  return deps.meanings.closest(asker, dossiers, [text]);
}

const noneClose: ClosestClaims = new Map();

/** What `text` finds in a catalog: a claim named by its id, or the best matches. */
function search(catalog: Catalog, text: string, limit: number, closest: ClosestClaims): Search {
  const named = catalog.claimNamed(text);
  if (named !== null)
    return { outcome: 'answered', matches: [{ ...named, score: 0, confidence: 1, words: [] }] };

  const { outcome, matches } = fusedLookUp(catalog, closest)(text, limit);
  return { outcome, matches: matches.flatMap((match) => known(catalog, match)) };
}

function known(catalog: Catalog, match: Match): FoundClaim[] {
  const claim = catalog.claim(parseClaimReference(match.id));
  if (claim === null) return [];
  const { score, confidence, words } = match;
  return [{ ...claim, score, confidence, words }];
}
