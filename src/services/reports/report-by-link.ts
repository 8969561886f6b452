import type { RoleId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { linkedMessage, placeOfLink } from '../linked-message.ts';
import type { Receipt, Reporting } from './file-report.ts';
import { readReported } from './read-reported.ts';
import { fileMessage, type ReportForm } from './report-message.ts';

/**
 * Files the report of the message a link leads to.
 *
 * @throws FootnoteError as `placeOfLink`, `linkedMessage`, `readReported` and `fileReport` do
 */
export async function reportByLink(
  deps: BoundDeps,
  {
    link,
    form,
    roles,
    ...reporting
  }: Reporting & {
    readonly link: string;
    readonly form: Omit<ReportForm, 'statement'>;
    /** The member's, which tell whether they see the channel. */
    readonly roles: readonly RoleId[];
  },
): Promise<Receipt> {
  const { guildId, memberId } = reporting;
  const place = placeOfLink(guildId, link);
  await deps.reportCoolDown.check(reporting);
  const readAt = deps.clock.now();
  const linked = await linkedMessage(deps, place, { id: memberId, roles });
  const { subject } = await readReported(deps, { guildId, memberId, ...linked });
  return fileMessage(deps, reporting, { ...form, statement: null }, { subject, readAt });
}
