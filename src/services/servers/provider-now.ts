import type { BoundDeps } from '../deps.ts';
import { textHash } from '../meaning/text-hash.ts';

/**
 * Who runs the models now, with a code that a button can carry: a host may be longer than a custom_id. So an admin consents to whom
 * the panel named, also when it was opened before another was chosen. Null while there are no models.
 */
export function providerNow({
  installation: { models },
}: Pick<BoundDeps, 'installation'>): { readonly name: string; readonly code: string } | null {
  if (models === null) return null;
  return { name: models.provider, code: textHash(models.provider) };
}
