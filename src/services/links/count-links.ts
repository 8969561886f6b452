import type { LinkCounts } from '../../ports/link-stores.ts';
import type { BoundDeps } from '../deps.ts';

/** How the links of the sources of all published dossiers stand. */
export function countLinks({ database }: BoundDeps): Promise<LinkCounts> {
  return database.snapshot(({ links }) => links.counts());
}
