import { channelMention, TimestampStyles, time, userMention } from '@discordjs/formatters';
import type { MessageFate, Resolution, Subject } from '../core/case.ts';
import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import { messageLink } from '../core/message-link.ts';
import type { Report } from '../core/report.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { KnownClaim } from '../services/dossiers/catalog.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, shortStanding } from './attribution.ts';
import { blockQuote, escapedExcerpt, link } from './markdown.ts';

/** How much of a claim's quote stands behind its name. */
const claimChars = 80;

/** A moment as Discord writes it for each reader: "2 hours ago". */
export function ago(ms: number): string {
  return time(Math.floor(ms / 1000), TimestampStyles.RelativeTime);
}

/** "Case 12 · open · high priority · ageing" */
export function headingOf({ case: shown, priority, ageing }: ShownCase, words: Words): string {
  const parts = [
    words.say('case.name', { number: shown.number }),
    words.say(`case.state.${shown.state}`),
    shown.state === 'resolved' ? null : words.say(`case.priority.${priority}`),
    ageing ? words.say('case.ageing') : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "×3 reports · first 2 hours ago", and what of them counts; without any, since when there is the case. */
export function timesLine({ case: shown, tally }: ShownCase, words: Words): string {
  if (tally.reports === 0) return words.say('case.unreported', { when: ago(shown.openedAt) });
  const { kind } = shown.subject;
  const times = { count: tally.reports, when: ago(shown.openedAt) };
  const independent = Math.round(tally.independent * 10) / 10;
  const parts = [
    words.say(`case.times.${kind}`, times),
    independent === tally.reports ? null : words.say('case.independent', { count: independent }),
    tally.badFaith === 0 ? null : words.say('case.bad-faith', { count: tally.badFaith }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Who has taken the case, when it came back, or what became of it; null where the heading says it all. */
export function statusLine({ case: shown, answer }: ShownCase, words: Words): string | null {
  const { assigneeId, openedAt, waitsSince, resolution, resolvedAt, draft } = shown;
  if (resolution === null) {
    const when = ago(waitsSince);
    if (assigneeId !== null) return words.say('case.taken', { member: userMention(assigneeId), when });
    return waitsSince === openedAt ? null : words.say('case.waiting', { when });
  }
  const said = words.say(`case.resolved.${resolution.kind}`, {
    member: userMention(resolution.by),
    when: ago(resolvedAt ?? waitsSince),
    claim: answer === null ? nameOf(resolution) : claimLine(answer, words),
    dossier: draft ?? '',
  });
  const { url } = resolution;
  const lines = [
    url === null ? said : `${said} ${link(words.say('case.resolved.link'), url)}`,
    answer === null || resolution.kind === 'linked' ? null : claimLine(answer, words),
    resolution.note === null ? null : blockQuote(escapedExcerpt(resolution.note, 500, 800)),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** The claim that answers a case, as it was called then: it may be gone by now. */
function nameOf({ claim }: Resolution): string {
  return claim === null ? '' : formatClaimReference(claim);
}

/** A claim by name, with the beginning of its quote and its standing in a few words. */
export function claimLine({ dossier, claim }: KnownClaim, words: Words): string {
  const name = formatClaimReference(referenceTo(dossier, claim));
  return `**${name}** ${quoteLine(claim.quote, claimChars, words)} · ${shortStanding(claim, words)}`;
}

/** Where the reported message is, who wrote it, and whether its text is what it says now. */
export function placeLines(shown: ShownCase, words: Words): readonly string[] {
  const { guildId, subject } = shown.case;
  if (subject.kind !== 'message') return [];
  const { channelId, authorId, reach, fate, attachments } = subject;
  const place = words.say('case.place', {
    channel: channelMention(channelId),
    author: authorId === null ? words.say('case.no-author') : userMention(authorId),
  });
  const jump = link(words.say('case.jump'), messageLink({ guildId, ...subject }));
  const lines = [
    fate === 'deleted' ? place : `${place} · ${jump}`,
    reach === 'private-thread' ? words.say('case.private-thread') : null,
    fate === 'there' ? null : fateLine(fate, shown, words),
    attachments === 0 ? null : words.say('case.attachments', { count: attachments }),
  ];
  return lines.filter((line) => line !== null);
}

/** What became of the message, and whether its text is still to be read in a dossier. */
function fateLine(
  fate: Exclude<MessageFate, 'there'>,
  { stillShown }: Pick<ShownCase, 'stillShown'>,
  words: Words,
): string {
  if (fate !== 'deleted' || stillShown.length === 0) return words.say(`case.fate.${fate}`);
  return words.say('case.still-shown', { count: stillShown.length, dossiers: stillShown.join(', ') });
}

/** What a case is about, attributed and quoted from the beginning; `maxRoom` as in `escapedExcerpt`. */
export function subjectLines(
  subject: Subject,
  words: Words,
  maxChars: number,
  maxRoom: number,
): readonly string[] {
  if (subject.kind === 'summary') return [words.say('case.summary', { dossier: subject.slug })];
  if (subject.text === null) return nothingKept(subject, words);
  const intro =
    subject.kind === 'question' ? 'case.asked' : (`case.says.${subject.textFrom ?? 'content'}` as const);
  return [words.say(intro), blockQuote(escapedExcerpt(subject.text, maxChars, maxRoom))];
}

/** A deleted message has its own sentence in `placeLines`. */
function nothingKept(subject: Exclude<Subject, { kind: 'summary' }>, words: Words): readonly string[] {
  if (subject.kind === 'question') return [words.say('case.question-gone')];
  return subject.fate === 'deleted' ? [] : [words.say('case.no-text')];
}

/** What a case is about, in one short line for a list. */
export function subjectExcerpt(
  shown: Pick<ShownCase, 'case' | 'stillShown'>,
  words: Words,
  maxChars: number,
): string {
  const { subject } = shown.case;
  if (subject.kind === 'summary') return words.say('case.summary-short', { dossier: subject.slug });
  if (subject.text !== null)
    return words.say('quote', { text: escapedExcerpt(subject.text, maxChars, maxChars * 1.25) });
  if (subject.kind === 'question') return words.say('case.question-gone');
  return subject.fate === 'deleted' ? fateLine('deleted', shown, words) : words.say('queue.no-text');
}

/** "**Reporter 2** · disputed facts · 1 hour ago" and what the reporter wrote, quoted. */
export function reportLines(
  report: Report,
  position: number,
  words: Words,
  room: { readonly chars: number; readonly room: number },
): readonly string[] {
  const { reason, statement, details, reportedAt } = report;
  const head = [
    `**${words.say('case.reporter', { number: position })}**`,
    reason === null ? null : words.say(`report.reason.${reason}`),
    ago(reportedAt),
  ];
  const quoted = (plain: string) => escapedExcerpt(plain, room.chars, room.room);
  return [
    head.filter((part) => part !== null).join(' · '),
    ...(statement === null ? [] : [blockQuote(words.say('quote', { text: quoted(statement) }))]),
    ...(details === null ? [] : [blockQuote(quoted(details))]),
  ];
}
