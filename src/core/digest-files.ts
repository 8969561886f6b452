import { type Case, type CaseState, caseStates } from './case.ts';
import type { TimeTaken } from './case-times.ts';
import { formatClaimReference } from './claim.ts';
import { csvOf } from './csv.ts';
import type { AskedClaim, ChangedClaim, ContestedCase, Digest, NamedClaim } from './digest.ts';
import type { AsksOn } from './inquiry.ts';
import { shareAnswered } from './inquiry-counts.ts';
import { messageLink } from './message-link.ts';
import type { ComparedSpend, ModelSpend } from './model-spend.ts';
import type { DeadLink } from './source-links.ts';
import type { Standing } from './standing.ts';
import type { UnansweredGroup } from './unanswered-group.ts';

/** A digest as one JSON document; ARCHITECTURE.md describes it. Times are ISO 8601 in UTC, durations milliseconds. */
export function digestDocument(digest: Digest) {
  const { period, waiting, questions, summaries, claims, furtherClaims, feedback, contested } = digest;
  const { times, ...cases } = digest.cases;
  const { dead, ...links } = digest.links;
  return {
    period,
    demo: digest.demo,
    quiet: digest.quiet,
    waiting: {
      ageing: { total: waiting.ageing.total, cases: waiting.ageing.cases.map(waitingCase) },
      questions: { total: waiting.questions.total, cases: waiting.questions.cases.map(waitingCase) },
      deadLinks: dead.map(deadLink),
    },
    questions: {
      now: { ...questions.now, shareAnswered: shareAnswered(questions.now) },
      before: { ...questions.before, shareAnswered: shareAnswered(questions.before) },
    },
    summaries,
    claims: claims.map(askedClaim),
    furtherClaims,
    feedback,
    asks: digest.asks,
    unanswered: { ...digest.unanswered, groups: digest.unanswered.groups.map(unansweredGroup) },
    contested: contested.map(contestedCase),
    cases: { ...cases, resolutionTime: times.resolution, handlingTime: times.handling },
    standings: { ...digest.standings, changed: digest.standings.changed.map(changedClaim) },
    links: { ...links, dead: dead.length },
    model: { now: spend(digest.modelSpend.now), before: spend(digest.modelSpend.before) },
  };
}

function spend({ answers, input, output, embedded, microDollars }: ModelSpend) {
  return {
    answers,
    inputTokens: input,
    outputTokens: output,
    embeddedTokens: embedded,
    usDollars: microDollars / 1_000_000,
  };
}

function deadLink({ reference, url, publisher, since }: DeadLink) {
  return { claim: formatClaimReference(reference), url, publisher, since: new Date(since).toISOString() };
}

function nameAndQuote(named: NamedClaim | null) {
  return {
    claim: named === null ? null : formatClaimReference(named.reference),
    quote: named?.quote ?? null,
  };
}

function changedClaim({ named, from, to }: ChangedClaim) {
  return { ...nameAndQuote(named), from: standing(from), to: standing(to) };
}

function standing({ label, counts, openQuestions }: Standing) {
  return { standing: label, ...counts, openQuestions };
}

function waitingCase({ number, state, waitsSince }: Case) {
  return { case: number, state, waitsSince: new Date(waitsSince).toISOString() };
}

function askedClaim({ named, asks, ways, askers, feedback }: AskedClaim) {
  return { ...nameAndQuote(named), asks, ...ways, askers, feedback };
}

/** Files leave the moderators' hands: the words of what fewer than three asked, and put to them alone, stay out. */
function unansweredGroup({ key: _, label, askedByMany, ...counts }: UnansweredGroup) {
  return { question: askedByMany ? label : null, ...counts };
}

function contestedCase({ case: shown, reports }: ContestedCase) {
  return { case: shown.number, state: shown.state, reports, message: addressOf(shown) };
}

/** The address of the case's message; null once it was deleted. */
export function addressOf({ guildId, subject }: Case): string | null {
  if (subject.kind !== 'message' || subject.fate === 'deleted') return null;
  return messageLink({ guildId, ...subject });
}

/** The columns of the table, in order. */
export const digestColumns = ['section', 'item', 'text', 'measure', 'value', 'before'] as const;

/**
 * A digest as CSV: one line for each number, so that it can be sorted, filtered and put below that of another period. An
 * empty field stands for what there is not; `before` is the value of the period before.
 */
export function digestCsv(digest: Digest): string {
  const { period, waiting, questions, summaries, feedback, cases, standings, links } = digest;
  const { now, before } = questions;
  const states: readonly CaseState[] = caseStates.filter((state) => state !== 'resolved');
  return csvOf([
    digestColumns,
    line('period', { measure: 'from', value: period.from, before: period.before.from }),
    line('period', { measure: 'to', value: period.to, before: period.before.to }),
    line('period', { measure: 'demo', value: digest.demo ? 1 : 0 }),
    line('waiting', { measure: 'ageing', value: waiting.ageing.total }),
    line('waiting', { measure: 'questions', value: waiting.questions.total }),
    ...links.dead.map(deadLinkLine),
    line('questions', { measure: 'asked', value: now.asked, before: before.asked }),
    line('questions', { measure: 'answered', value: now.answered, before: before.answered }),
    line('questions', { measure: 'unanswered', value: now.unanswered, before: before.unanswered }),
    line('questions', { measure: 'undecided', value: now.undecided, before: before.undecided }),
    line('summaries', { measure: 'asked', value: summaries.now, before: summaries.before }),
    ...digest.claims.flatMap(claimLines),
    line('claims', { measure: 'further', value: digest.furtherClaims }),
    line('feedback', { measure: 'yes', value: feedback.yes }),
    line('feedback', { measure: 'no', value: feedback.no }),
    ...digest.asks.map(asksLine),
    ...digest.unanswered.groups.flatMap(groupLines),
    line('unanswered', { measure: 'further', value: digest.unanswered.further }),
    ...digest.contested.map(contestedLine),
    line('cases', { measure: 'opened', value: cases.opened.now, before: cases.opened.before }),
    line('cases', { measure: 'resolved', value: cases.resolved.now, before: cases.resolved.before }),
    ...timeLines('resolution', cases.times.resolution),
    ...timeLines('handling', cases.times.handling),
    ...states.map((state) => line('cases', { measure: state, value: cases.byState[state] })),
    ...standings.changed.flatMap(standingLines),
    line('standings', { measure: 'added', value: standings.added }),
    line('standings', { measure: 'withdrawn', value: standings.withdrawn }),
    line('links', { measure: 'sources', value: links.sources }),
    line('links', { measure: 'dead', value: links.dead.length }),
    line('links', { measure: 'unchecked', value: links.unchecked }),
    line('links', { measure: 'blocked', value: links.blocked }),
    ...modelLines(digest.modelSpend),
  ]);
}

type Cells = {
  readonly item?: string | null;
  readonly text?: string | null;
  readonly measure: string;
  readonly value: string | number | null;
  readonly before?: string | number;
};

function line(section: string, { item, text, measure, value, before }: Cells): readonly string[] {
  return [section, item, text, measure, value, before].map((cell) => String(cell ?? ''));
}

function asksLine({ from, to, asks }: AsksOn): readonly string[] {
  return line('asks', { item: from === to ? from : `${from}/${to}`, measure: 'inquiries', value: asks });
}

function claimLines({ named, asks, ways, askers, feedback }: AskedClaim): readonly (readonly string[])[] {
  const { claim: item, quote: text } = nameAndQuote(named);
  const measured = { ...ways, askers, 'feedback-yes': feedback.yes, 'feedback-no': feedback.no };
  return [
    line('claims', { item, text, measure: 'asks', value: asks.now, before: asks.before }),
    ...Object.entries(measured).map(([measure, value]) => line('claims', { item, text, measure, value })),
  ];
}

function groupLines(group: UnansweredGroup, index: number): readonly (readonly string[])[] {
  const { question: text, questions, askedModerators } = unansweredGroup(group);
  const item = `group ${index + 1}`;
  return [
    line('unanswered', { item, text, measure: 'questions', value: questions }),
    line('unanswered', { item, text, measure: 'asked-moderators', value: askedModerators }),
  ];
}

function contestedLine({ case: shown, reports }: ContestedCase): readonly string[] {
  const item = `case ${shown.number}`;
  return line('contested', { item, text: addressOf(shown), measure: 'reports', value: reports });
}

function deadLinkLine(dead: DeadLink): readonly string[] {
  const { claim: item, url: text, since: value } = deadLink(dead);
  return line('waiting', { item, text, measure: 'dead-since', value });
}

function timeLines(name: 'resolution' | 'handling', time: TimeTaken | null): readonly (readonly string[])[] {
  return [
    line('cases', { measure: `${name}-cases`, value: time?.cases ?? 0 }),
    line('cases', { measure: `${name}-median-ms`, value: time?.medianMs ?? null }),
    line('cases', { measure: `${name}-p90-ms`, value: time?.p90Ms ?? null }),
  ];
}

function modelLines({ now, before }: ComparedSpend): readonly (readonly string[])[] {
  const earlier: Readonly<Record<string, number>> = spend(before);
  const names = {
    answers: 'answers',
    inputTokens: 'input-tokens',
    outputTokens: 'output-tokens',
    embeddedTokens: 'embedded-tokens',
    usDollars: 'us-dollars',
  };
  const values: Readonly<Record<string, number>> = spend(now);
  return Object.entries(names).map(([key, measure]) =>
    line('model', { measure, value: values[key] ?? 0, before: earlier[key] ?? 0 }),
  );
}

function standingLines(changed: ChangedClaim): readonly (readonly string[])[] {
  const { claim: item, quote: text, from, to } = changedClaim(changed);
  const before: Readonly<Record<string, string | number>> = from;
  return Object.entries(to).map(([measure, value]) =>
    line('standings', { item, text, measure, value, before: before[measure] ?? '' }),
  );
}
