import { caseStates, messageFates, resolutionKinds } from '../core/case.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt } from './markdown.ts';

/** The most that is shown of what has no words of its own; the export holds the whole. */
const plainChars = 80;

/**
 * What the audit holds before or after an act, in words: a case's state (`resolved no-action`), a message's fate, a
 * number of reports (`reports 2`). Anything else, such as the name of a claim, as it stands.
 */
export function plainStatus(status: string, words: Words): string {
  const [first = '', second] = status.split(' ');
  const state = caseStates.find((known) => known === first);
  const kind = resolutionKinds.find((known) => known === second);
  if (state !== undefined && kind !== undefined)
    return words.say('audit.resolved', { resolution: words.say(`audit.resolution.${kind}`) });
  if (state !== undefined) return words.say(`case.state.${state}`);
  const fate = messageFates.find((known) => known === status);
  if (fate !== undefined) return words.say(`audit.fate.${fate}`);
  const count = first === 'reports' ? Number(second) : Number.NaN;
  if (Number.isSafeInteger(count)) return words.say('audit.reports', { count });
  return escapedExcerpt(status, plainChars, plainChars * 2);
}
