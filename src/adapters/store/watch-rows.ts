import { z } from 'zod';
import { ClaimKey, DossierSlug } from '../../core/claim.ts';
import { ClaimId, DossierId, GuildId, UserId, WatcherId, WatchId } from '../../core/ids.ts';
import type { StandingLabel } from '../../core/standing.ts';
import type { Watch, WatchedClaim, Watcher } from '../../core/watch.ts';
import type { WatchColumns, WatcherColumns } from './tables.ts';

const standings = [
  'not-checkable',
  'unsourced',
  'mixed',
  'supported',
  'contradicted',
] as const satisfies readonly StandingLabel[];

const ClaimFacts = z.object({
  standing: z.enum(standings),
  quote: z.string(),
  gist: z.string(),
  notes: z.record(z.string(), z.string()),
});
const inJson = z.string().transform((text): unknown => JSON.parse(text));
const absent = z.null();

const claimOfRow = { dossier_id: DossierId, claim_id: ClaimId, slug: DossierSlug, claim_key: ClaimKey };

const WatchRow = z.union([
  z.object({
    id: WatchId,
    kind: z.literal('claim'),
    ...claimOfRow,
    seen: inJson.pipe(ClaimFacts),
    telling: z.union([absent, inJson.pipe(z.union([ClaimFacts, z.literal('gone')]))]),
  }),
  z.object({
    id: WatchId,
    kind: z.literal('question'),
    ...claimOfRow,
    text: z.string(),
    telling: z.union([absent, inJson.pipe(z.literal(true))]),
  }),
  z.object({ id: WatchId, kind: z.literal('question'), claim_id: absent, text: z.string(), telling: absent }),
]);

const WatcherRow = z.object({
  id: WatcherId,
  guild_id: GuildId,
  member_id: UserId,
  locale: z.string(),
  batch: z.string().nullable(),
  waiting_since: z.union([absent, z.coerce.number()]),
});

const OwnerRow = z.object({ watcher_id: WatcherId });

/** Whose watch a row of `watches` is. */
export function ownerFromRow(row: unknown): WatcherId {
  return OwnerRow.parse(row).watcher_id;
}

/** Reads a row of `watches`. */
export function watchFromRow(row: unknown): Watch {
  const found = WatchRow.parse(row);
  if (found.kind === 'claim')
    return { kind: 'claim', id: found.id, claim: claimFrom(found), seen: found.seen, telling: found.telling };
  const { id, text } = found;
  const answer = found.claim_id === null ? null : claimFrom(found);
  return { kind: 'question', id, text, answer, telling: found.telling !== null };
}

function claimFrom(row: z.infer<z.ZodObject<typeof claimOfRow>>): WatchedClaim {
  const { dossier_id: dossierId, claim_id: claimId, slug, claim_key: key } = row;
  return { dossierId, claimId, reference: { slug, key } };
}

/** Reads a row of `watchers`. */
export function watcherFromRow(row: unknown): Watcher {
  const { guild_id, member_id, waiting_since, ...same } = WatcherRow.parse(row);
  return { ...same, guildId: guild_id, memberId: member_id, waitingSince: waiting_since };
}

/** What a row of `watchers` holds. */
export function rowOfWatcher(watcher: Watcher): WatcherColumns {
  const { guildId, memberId, waitingSince, ...same } = watcher;
  return { ...same, guild_id: guildId, member_id: memberId, waiting_since: waitingSince };
}

/** What a row of `watches` holds besides whose it is. */
export function rowOfWatch(watch: Watch): Omit<WatchColumns, 'watcher_id' | 'guild_id'> {
  const { id, kind } = watch;
  if (watch.kind === 'claim') {
    const { claim, seen, telling } = watch;
    return { id, kind, text: null, ...columnsOfClaim(claim), seen: json(seen), telling: json(telling) };
  }
  const { text, answer, telling } = watch;
  return { id, kind, text, ...columnsOfClaim(answer), seen: null, telling: telling ? json(true) : null };
}

/** The columns that name a claim. */
export function columnsOfClaim(
  claim: WatchedClaim | null,
): Pick<WatchColumns, 'dossier_id' | 'claim_id' | 'slug' | 'claim_key'> {
  return {
    dossier_id: claim?.dossierId ?? null,
    claim_id: claim?.claimId ?? null,
    slug: claim?.reference.slug ?? null,
    claim_key: claim?.reference.key ?? null,
  };
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
