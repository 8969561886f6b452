import type { Case } from '../core/case.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type AskedClaim, type ContestedCase, type Digest, shareAnswered } from '../core/digest.ts';
import { addressOf } from '../core/digest-files.ts';
import { type DayRange, daysIn, spanOf } from '../core/digest-period.ts';
import { retention } from '../core/retention.ts';
import type { UnansweredGroup } from '../core/unanswered-group.ts';
import type { MadeDigest } from '../services/digest/make-digest.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { ago, subjectExcerpt } from './case-lines.ts';
import { link, smallPrint } from './markdown.ts';
import { linesOf } from './parts.ts';

/** How much a digest shows: lines of each kind, and UTF-16 code units of each quote. */
export type DigestSize = { readonly claims: number; readonly cases: number; readonly chars: number };

/** The days of a digest, and how they compare. */
export function periodLines({ digest: { period }, today }: MadeDigest, words: Words): string {
  const days = daysIn(period);
  const { from, to } = dayNames(period, words);
  return linesOf([
    `## ${words.say('digest.title')}`,
    days === 1 ? words.say('digest.one-day', { day: from }) : words.say('digest.period', { from, to, days }),
    period.from <= today && today <= period.to ? smallPrint(words.say('digest.today')) : null,
  ]);
}

/** The first and the last day as people read them. */
export function dayNames(range: DayRange, words: Words): { readonly from: string; readonly to: string } {
  const { fromMs, untilMs } = spanOf(range);
  return { from: words.day(fromMs), to: words.day(untilMs - 1) };
}

/** What needs someone now; null when nothing does. */
export function waitingLines({ waiting }: Digest, words: Words, { cases }: DigestSize): string | null {
  const { ageing, questions } = waiting;
  if (ageing.total + questions.total === 0) return null;
  const listed = (some: readonly Case[]) => some.slice(0, cases).map((each) => waitingLine(each, words));
  return linesOf([
    `**${words.say('digest.waiting')}**`,
    ...(ageing.total === 0
      ? []
      : [words.say('digest.ageing', { count: ageing.total }), ...listed(ageing.cases)]),
    ...(questions.total === 0
      ? []
      : [words.say('digest.questions-waiting', { count: questions.total }), ...listed(questions.cases)]),
    smallPrint(words.say('digest.queue')),
  ]);
}

function waitingLine(waiting: Case, words: Words): string {
  const { number, state, waitsSince } = waiting;
  const facts = [words.say('case.name', { number }), words.say(`case.state.${state}`), ago(waitsSince)];
  return `- ${facts.join(' · ')}${jump(waiting, words)}`;
}

function jump(shown: Case, words: Words): string {
  const address = addressOf(shown);
  return address === null ? '' : ` · ${link(words.say('case.jump'), address)}`;
}

/** What members asked, and how it ended. */
export function askedLines({ questions, summaries, feedback }: Digest, words: Words): string {
  const { yes, no, since } = feedback;
  return linesOf([
    `**${words.say('digest.asked')}**`,
    questionsLine(questions, words),
    summaries.now + summaries.before === 0
      ? null
      : words.say('digest.summaries', { count: summaries.now, before: summaries.before }),
    yes + no === 0 ? null : words.say('digest.feedback', { yes, no }),
    since === null
      ? null
      : smallPrint(
          words.say('digest.feedback-since', { days: retention.inquiryDays, since: dayName(since, words) }),
        ),
  ]);
}

function questionsLine({ now, before }: Digest['questions'], words: Words): string {
  const share = shareAnswered(now);
  if (share === null) return words.say('digest.no-questions', { before: before.asked });
  const { answered, unanswered, undecided } = now;
  const facts = [
    words.say('digest.questions', { count: now.asked, before: before.asked }),
    words.say('digest.answered', { count: answered, percent: Math.round(share * 100) }),
    unanswered === 0 ? null : words.say('digest.without-claim', { count: unanswered }),
    undecided === 0 ? null : words.say('digest.undecided', { count: undecided }),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function dayName(day: string, words: Words): string {
  return dayNames({ from: day, to: day }, words).from;
}

/** The most asked claims; null when none was asked about. */
export function claimLines(digest: Digest, words: Words, { claims, chars }: DigestSize): string | null {
  if (digest.claims.length === 0) return null;
  const shown = digest.claims.slice(0, claims);
  const further = digest.claims.length - shown.length + digest.furtherClaims;
  return linesOf([
    `**${words.say('digest.claims')}**`,
    ...shown.map((claim) => `- ${claimLine(claim, words, chars)}`),
    further === 0 ? null : words.say('digest.claims-further', { count: further }),
    smallPrint(words.say('digest.askers')),
  ]);
}

function claimLine({ named, asks, askers, feedback }: AskedClaim, words: Words, chars: number): string {
  const claim =
    named === null
      ? words.say('digest.claim-gone')
      : `${formatClaimReference(named.reference)} ${quoteLine(named.quote, chars, words)}`;
  const line = words.say('digest.claim', { count: asks.now, before: asks.before, claim, askers });
  const { yes, no } = feedback;
  return yes + no === 0 ? line : `${line} · ${words.say('digest.claim-feedback', { yes, no })}`;
}

/** What nobody could answer; null when there is nothing to show. */
export function unansweredLines(digest: Digest, words: Words, { cases, chars }: DigestSize): string | null {
  const { groups, further, since } = digest.unanswered;
  if (groups.length + further === 0) return null;
  const shown = groups.slice(0, cases);
  const left = groups.length - shown.length;
  return linesOf([
    `**${words.say('digest.unanswered')}**`,
    ...shown.map((group) => `- ${groupLine(group, words, chars)}`),
    left === 0 ? null : words.say('digest.groups-left', { count: left }),
    further === 0 ? null : words.say('digest.groups-further', { count: further }),
    since === null
      ? null
      : smallPrint(
          words.say('digest.texts-since', { days: retention.questionTextDays, since: dayName(since, words) }),
        ),
  ]);
}

function groupLine(group: UnansweredGroup, words: Words, chars: number): string {
  const { label, questions, askedModerators } = group;
  const facts = [
    quoteLine(label, chars, words),
    questions === 0 ? null : words.say('digest.group', { count: questions }),
    askedModerators === 0 ? null : words.say('digest.group-asked', { count: askedModerators }),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

/** The messages with the most reports; null when none was reported. */
export function contestedLines(digest: Digest, words: Words, size: DigestSize): string | null {
  if (digest.contested.length === 0) return null;
  return linesOf([
    `**${words.say('digest.contested')}**`,
    ...digest.contested.slice(0, size.cases).map((each) => contestedLine(each, words, size.chars)),
  ]);
}

function contestedLine({ case: shown, reports }: ContestedCase, words: Words, chars: number): string {
  const { number, state } = shown;
  const facts = [`×${reports}`, words.say('case.name', { number }), words.say(`case.state.${state}`)];
  const excerpt = subjectExcerpt({ case: shown, stillShown: [] }, words, chars);
  return `- ${facts.join(' · ')}${jump(shown, words)} ${excerpt}`;
}

/** What became of cases, and how many there are now. */
export function caseLines({ cases, waiting }: Digest, words: Words): string {
  const { opened, resolved, byState, handling } = cases;
  return linesOf([
    `**${words.say('digest.cases')}**`,
    words.say('digest.cases-changed', {
      opened: opened.now,
      openedBefore: opened.before,
      resolved: resolved.now,
      resolvedBefore: resolved.before,
    }),
    handling === null
      ? null
      : words.say('digest.handling', {
          median: duration(handling.medianMs, words),
          p90: duration(handling.p90Ms, words),
        }),
    words.say('digest.cases-now', { ...byState, ageing: waiting.ageing.total }),
  ]);
}

const minuteMs = 60_000;

/** A length of time in its largest unit of which there are two or more, rounded up. */
function duration(ms: number, words: Words): string {
  const units = [
    ['days', 24 * 60 * minuteMs],
    ['hours', 60 * minuteMs],
  ] as const;
  const [unit, unitMs] = units.find(([, size]) => ms >= 2 * size) ?? (['minutes', minuteMs] as const);
  return words.say(`digest.${unit}`, { count: Math.max(1, Math.ceil(ms / unitMs)) });
}
