import type { Case } from '../../core/case.ts';
import { CaseId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** A case that nobody has looked at yet and that begins to wait now. */
export function newCase(
  deps: BoundDeps,
  about: Pick<Case, 'guildId' | 'subject' | 'locale'>,
): Omit<Case, 'number'> {
  const nowMs = deps.clock.now();
  return {
    ...about,
    id: CaseId.parse(deps.newId()),
    state: 'open',
    assigneeId: null,
    resolution: null,
    openedAt: nowMs,
    waitsSince: nowMs,
    takenAt: null,
    resolvedAt: null,
    alertedAt: null,
    draft: null,
    card: null,
  };
}
