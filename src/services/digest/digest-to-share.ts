import { askersFloor } from '../../core/askers-floor.ts';
import { type DigestForEveryone, digestForEveryone } from '../../core/digest-for-everyone.ts';
import type { WantedPeriod } from '../../core/digest-period.ts';
import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { type MadeDigest, makeDigest } from './make-digest.ts';

/** A digest as everyone may read it. */
export type DigestToShare = MadeDigest & { readonly digest: DigestForEveryone };

/**
 * What everyone in a server may read of a period.
 *
 * @throws FootnoteError as `makeDigest` does
 */
export async function digestToShare(
  deps: Pick<BoundDeps, 'database' | 'catalogs' | 'clock'>,
  input: { readonly guildId: GuildId; readonly wanted: WantedPeriod },
): Promise<DigestToShare> {
  const made = await makeDigest(deps, input);
  const { claims, period } = made.digest;
  const claimIds = claims.map(({ claimId }) => claimId);
  const byMany = await deps.database.snapshot(({ inquiries }) =>
    inquiries.askedByMany(input.guildId, period, claimIds, askersFloor),
  );
  return { ...made, digest: digestForEveryone(made.digest, byMany) };
}
