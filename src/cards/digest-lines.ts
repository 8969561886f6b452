import { formatClaimReference } from '../core/claim.ts';
import type { AskedClaim, Digest, NamedClaim } from '../core/digest.ts';
import { type DayRange, daysIn, spanOf } from '../core/digest-period.ts';
import { shareAnswered } from '../core/inquiry-counts.ts';
import { retention } from '../core/retention.ts';
import type { UnansweredGroup } from '../core/unanswered-group.ts';
import type { MadeDigest } from '../services/digest/make-digest.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import type { DigestSize } from './digest-size.ts';
import { smallPrint } from './markdown.ts';
import { linesOf } from './parts.ts';
import { askedFacts } from './question-group-card.ts';

/** The days of a digest, and how they compare. */
export function periodLines({ digest: { period, demo }, today }: MadeDigest, words: Words): string {
  const days = daysIn(period);
  const { from, to } = dayNames(period, words);
  return linesOf([
    `## ${words.say('digest.title')}`,
    demo ? words.say('digest.demo') : null,
    days === 1 ? words.say('digest.one-day', { day: from }) : words.say('digest.period', { from, to, days }),
    period.from <= today && today <= period.to ? smallPrint(words.say('digest.today')) : null,
  ]);
}

/** The first and the last day as people read them. */
export function dayNames(range: DayRange, words: Words): { readonly from: string; readonly to: string } {
  const { fromMs, untilMs } = spanOf(range);
  return { from: words.day(fromMs), to: words.day(untilMs - 1) };
}

/** What members asked, and how it ended. */
export function askedLines({ questions, summaries, feedback }: Digest, words: Words): string {
  const { yes, no } = feedback;
  return linesOf([
    `**${words.say('digest.asked')}**`,
    questionsLine(questions, words),
    summaries.now + summaries.before === 0
      ? null
      : words.say('digest.summaries', { count: summaries.now, before: summaries.before }),
    yes + no === 0 ? null : words.say('digest.feedback', { yes, no }),
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

/** A claim by its name, with the beginning of its quote. */
export function claimName(named: NamedClaim | null, words: Words, chars: number): string {
  if (named === null) return words.say('digest.claim-gone');
  return `${formatClaimReference(named.reference)} ${quoteLine(named.quote, chars, words)}`;
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
  const claim = claimName(named, words, chars);
  const line = words.say('digest.claim', { count: asks.now, before: asks.before, claim, askers });
  const { yes, no } = feedback;
  return yes + no === 0 ? line : `${line} · ${words.say('digest.claim-feedback', { yes, no })}`;
}

/** What nobody could answer; null when there is nothing to show. */
export function unansweredLines(digest: Digest, words: Words, size: DigestSize): string | null {
  const { groups, further, since } = digest.unanswered;
  if (groups.length + further === 0) return null;
  const shown = groups.slice(0, size.lines);
  const left = groups.length - shown.length;
  return linesOf([
    `**${words.say('digest.unanswered')}**`,
    ...shown.map((group) => `- ${groupLine(group, words, size.chars)}`),
    left === 0 ? null : words.say(size.forEveryone ? 'digest.left-out' : 'digest.left', { count: left }),
    further === 0 ? null : words.say('digest.groups-further', { count: further }),
    since === null
      ? null
      : smallPrint(
          words.say('digest.texts-since', { days: retention.questionTextDays, since: dayName(since, words) }),
        ),
  ]);
}

/** The question comes last: a line that begins with one in Arabic would be read from right to left. */
function groupLine(group: UnansweredGroup, words: Words, chars: number): string {
  return `${askedFacts(group, words)} · ${quoteLine(group.label, chars, words)}`;
}
