import type { TextOrigin } from '../../core/case.ts';
import { parseClaimReference } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import {
  type ClaimInText,
  claimsInText,
  sentencesRead,
  wholeMessage,
} from '../../core/matching/claims-in-text.ts';
import { messageLink } from '../../core/message-link.ts';
import type { SeenMessage } from '../../ports/message.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';
import { fusedLookUp } from '../meaning/fused-look-up.ts';
import { textOf } from '../message-text.ts';
import { authorOptedOut, isOptedOut } from '../privacy/opt-out.ts';
import { type Asker, recordInquiry } from './record-inquiry.ts';

/** Where a checked text comes from: a part of a message, or a member who typed it off. */
export type CheckedFrom = TextOrigin | 'typed';

/** A known claim that a post makes, and where. */
export type ClaimOfPost = KnownClaim & Pick<ClaimInText, 'confidence' | 'surest'>;

/** A text that was checked, and the known claims in it. */
export type CheckedText = { readonly from: CheckedFrom; readonly text: string } & (
  | {
      readonly kind: 'claims';
      /** Surest first. */
      readonly claims: readonly [ClaimOfPost, ...(readonly ClaimOfPost[])];
    }
  | { readonly kind: 'none'; readonly claims: readonly [] }
);

/** When a text was read, in milliseconds since 1970: what happened to its message since, it does not show. */
type Read = { readonly readAt: number };

/** What is known of a post. */
export type CheckedPost =
  | { readonly kind: 'dossier'; readonly dossier: Dossier }
  | (CheckedText & Read)
  /** There is nothing to read; `attachments`: how many files it has instead. */
  | { readonly kind: 'no-text'; readonly attachments: number };

/**
 * What is known of a message: a dossier of it, else the known claims it makes. Written down as one inquiry, without a word of the
 * message, which is another's; one without text is not written down.
 *
 * @throws FootnoteError `message.own`, `message.author-opted-out`, `dossier.none` when the server has nothing to compare with,
 * `already-handled` on a second delivery
 */
export async function checkPost(
  deps: BoundDeps,
  { asker, target }: { readonly asker: Asker; readonly target: SeenMessage },
): Promise<CheckedPost> {
  const readAt = deps.clock.now();
  if (target.own) throw new FootnoteError('message.own');
  const { guildId } = asker;
  const { channelId, messageId, authorId, attachments } = target;
  const catalog = await offered(deps, asker);
  const { optedOut, made } = await deps.database.snapshot(async (stores) => ({
    optedOut: await authorOptedOut(stores, authorId),
    made: await stores.origins.ofMessage(guildId, messageId),
  }));
  if (optedOut) throw new FootnoteError('message.author-opted-out');
  const { text, textFrom } = textOf(target);
  const url = messageLink({ guildId, channelId, messageId });
  const [own] = made.flatMap(({ dossierId }) => catalog.dossiers.find(({ id }) => id === dossierId) ?? []);
  const dossier = own ?? catalog.dossierOfPost({ url, text });
  if (dossier !== null) return foundDossier(deps, asker, dossier);
  if (text === null || textFrom === null) return { kind: 'no-text', attachments };
  return foundClaims(deps, asker, catalog, { text, from: textFrom, readAt });
}

/**
 * The same for a text that a member typed off a picture.
 *
 * @throws FootnoteError `query.empty` without a letter or digit, and as `checkPost` does
 */
export async function checkText(
  deps: BoundDeps,
  { asker, text }: { readonly asker: Asker; readonly text: string },
): Promise<CheckedPost> {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new FootnoteError('query.empty');
  const catalog = await offered(deps, asker);
  const dossier = catalog.dossierOfPost({ url: '', text });
  if (dossier !== null) return foundDossier(deps, asker, dossier);
  return foundClaims(deps, asker, catalog, { text, from: 'typed', readAt: deps.clock.now() });
}

async function offered(deps: BoundDeps, { guildId }: Asker): Promise<Catalog> {
  const catalog = await deps.catalogs.of(guildId);
  if (catalog.dossiers.length === 0) throw new FootnoteError('dossier.none');
  return catalog;
}

async function foundDossier(deps: BoundDeps, asker: Asker, dossier: Dossier): Promise<CheckedPost> {
  await recordInquiry(deps, asker, { ...asked, outcome: 'opened', found: { dossier, claim: null } });
  return { kind: 'dossier', dossier };
}

async function foundClaims(
  deps: BoundDeps,
  asker: Asker,
  catalog: Catalog,
  checked: Pick<CheckedText, 'from' | 'text'> & Read,
): Promise<CheckedPost> {
  const { text, from } = checked;
  const sentences = [...new Set(sentencesRead(text, wholeMessage))];
  const isTheirs = from === 'typed' && (await isOptedOut(deps, asker));
  const closest = isTheirs ? null : await deps.meanings?.closest(asker, catalog.dossiers, sentences);
  const lookUp = fusedLookUp(catalog, closest ?? new Map());
  const [surest, ...others] = claimsInText(text, { lookUp }, wholeMessage).flatMap(
    ({ id, ...where }): readonly ClaimOfPost[] => {
      const known = catalog.claim(parseClaimReference(id));
      return known === null ? [] : [{ ...known, ...where }];
    },
  );
  const outcome = surest === undefined ? 'unanswered' : 'answered';
  await recordInquiry(deps, asker, { ...asked, outcome, found: surest ?? null });
  if (surest === undefined) return { ...checked, kind: 'none', claims: [] };
  return { ...checked, kind: 'claims', claims: [surest, ...others] };
}

/** How a check is written down. */
const asked = { command: 'post.check', text: null } as const;
