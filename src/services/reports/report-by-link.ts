import { may } from '../../core/access.ts';
import type { Reach } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { RoleId } from '../../core/ids.ts';
import { parseMessageLink } from '../../core/message-link.ts';
import type { ChannelFacts } from '../../ports/message.ts';
import type { BoundDeps } from '../deps.ts';
import type { Receipt, Reporting } from './file-report.ts';
import { readReported } from './read-reported.ts';
import { fileMessage, type ReportForm } from './report-message.ts';

/**
 * Files the report of the message a link leads to. Discord gives a bot the text of a message it fetches only with an
 * intent that Footnote does not ask for, so that the text is usually missing.
 *
 * @throws FootnoteError `report.link-malformed`, `message.not-here` for a message of another server, `message.unknown`
 * when it is gone, `message.no-access` when Footnote or the member cannot see it, and as `readReported` and `fileReport` do
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
  const place = parseMessageLink(link);
  if (place === null) throw new FootnoteError('report.link-malformed');
  if (place.guildId !== reporting.guildId) throw new FootnoteError('message.not-here');
  await deps.reportCoolDown.check(reporting);
  // A link can name this server and a channel of another: only Discord knows where the channel is.
  const channel = await deps.guilds.channel(reporting.guildId, place.channelId);
  // Nobody learns through Footnote what is in a channel they do not see.
  const seen = channel?.permissionsOf({ id: reporting.memberId, roles }) ?? 0n;
  if (channel === null || !may(seen, 'viewChannel')) throw new FootnoteError('message.no-access');
  const target = await deps.messages.look(place.channelId, place.messageId);
  if (target === 'gone') throw new FootnoteError('message.unknown');
  if (target === 'closed') throw new FootnoteError('message.no-access');

  const { guildId, memberId } = reporting;
  const { parentId } = channel;
  const pointed = { guildId, memberId, target, parentId, reach: reachOf(channel) };
  const { subject } = await readReported(deps, pointed);
  return fileMessage(deps, reporting, { ...form, statement: null }, subject);
}

function reachOf({ kind, everyoneSees }: ChannelFacts): Reach {
  if (kind === 'private-thread') return 'private-thread';
  return everyoneSees ? 'everyone' : 'some';
}
