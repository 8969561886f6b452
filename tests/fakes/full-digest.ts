import type { DigestSource } from '../../src/core/digest.ts';
import { CaseId } from '../../src/core/ids.ts';
import { exampleCase, exampleMessage } from './example-case.ts';
import { changedTo, deadLinkOf, quietSource, totalOf } from './example-digest.ts';
import { exampleGroup } from './example-group.ts';

const hourMs = 3_600_000;
const question = exampleCase({
  id: CaseId.parse('caseBBBBBBBB'),
  number: 13,
  subject: { kind: 'question', text: 'Who built the pier?' },
});
const reopened = exampleCase({ id: CaseId.parse('caseCCCCCCCC'), number: 9, state: 'reopened' });

const quotes = [
  'The new timetable saves every commuter twenty minutes.',
  'It was paid for with the money meant for the lighthouse.',
  'Nobody on the island will ever trust them again.',
];

const asks = [4, 9, 0, 12, 7, 3, 5].map((count, index) => {
  const day = `2026-03-0${index + 2}`;
  return { from: day, to: day, asks: count };
});

/** A week with something of everything. */
export const busySource: DigestSource = quietSource({
  totals: [
    totalOf(1, { inquiries: 17, askers: 12, feedback: { yes: 6, no: 1 } }),
    totalOf(2, { inquiries: 9, askers: 9, feedback: { yes: 2, no: 0 } }),
    totalOf(3, { outcome: 'picked', inquiries: 4, askers: 3 }),
    totalOf(null, { inquiries: 8, askers: 7 }),
    totalOf(null, { command: 'summary', outcome: 'opened', inquiries: 5 }),
  ],
  totalsBefore: [totalOf(1, { inquiries: 11 }), totalOf(2, { inquiries: 12 }), totalOf(null)],
  asks,
  waiting: {
    ageing: { cases: [reopened, exampleCase()], total: 2 },
    questions: { cases: [question], total: 1 },
  },
  unanswered: {
    groups: [
      exampleGroup({ label: 'when does the ferry run on Sundays?', questions: 5 }, 1),
      exampleGroup({ label: 'Who built the pier?', questions: 0, askedModerators: 1, askedByMany: false }, 2),
    ],
    further: 2,
  },
  contested: [
    { case: exampleCase(), reports: 4 },
    { case: reopened, reports: 1 },
  ],
  opened: { now: 3, before: 1 },
  resolved: [
    { openedAt: 0, takenAt: 2 * hourMs, resolvedAt: 3 * hourMs },
    { openedAt: 0, takenAt: null, resolvedAt: 30 * hourMs },
  ],
  resolvedBefore: 4,
  byState: { open: 1, assigned: 1, reopened: 1, resolved: 12 },
  standings: { changed: [changedTo(2)], added: 3, withdrawn: 1 },
  modelSpend: {
    now: { answers: 12, input: 30_000, output: 4_000, embedded: 700, microDollars: 52_000 },
    before: { answers: 1, input: 900, output: 120, embedded: 0, microDollars: 900 },
  },
  links: { sources: 81, dead: [deadLinkOf(1)], unchecked: 12, blocked: 3 },
  nameOf: (dossier, id) => {
    const named = quietSource().nameOf(dossier, id);
    return named && { ...named, quote: quotes[Number(id.slice(5)) - 1] ?? 'x' };
  },
});

/** Quotes of two hundred characters: Latin, Arabic, Japanese, emoji. */
const longQuotes = [
  'The committee that was to decide on the timetable never met, '.repeat(4),
  'الجيش العراقي يحتل سوريا، ومن يدفع رواتب الميليشيات؟ '.repeat(4),
  '誰が民兵に支払うのか、そして誰がそれを決めたのか。'.repeat(8),
  '👩‍👩‍👧‍👦🇮🇶🚢😀 '.repeat(13),
  '**Bold** _claims_ with [links](https://example.org) and `code`, '.repeat(4),
].map((quote) => quote.slice(0, 200));
const longQuote = (number: number) => longQuotes[number % longQuotes.length] ?? 'x';

/** A week with more of everything than a card can hold, in several scripts. */
export const crowdedSource: DigestSource = quietSource({
  demo: true,
  totals: Array.from({ length: 25 }, (_, index) =>
    totalOf(index + 1, { inquiries: 99_999 - index, askers: 12_345, feedback: { yes: 1_234, no: 987 } }),
  ),
  totalsBefore: Array.from({ length: 25 }, (_, index) => totalOf(index + 1, { inquiries: 54_321 })),
  asks,
  waiting: {
    ageing: {
      cases: [1, 2, 3, 4, 5].map((number) =>
        exampleCase({ id: CaseId.parse(`caseAGE0000${number}`), number }),
      ),
      total: 1_234,
    },
    questions: { cases: [question], total: 321 },
  },
  unanswered: {
    groups: Array.from({ length: 25 }, (_, index) =>
      exampleGroup({ label: longQuote(index), questions: 4_321, askedModerators: 3 }, index),
    ),
    further: 5_678,
  },
  textsSince: '2026-03-04',
  contested: [0, 1, 2, 3, 4].map((index) => ({
    case: exampleCase({
      id: CaseId.parse(`caseCON0000${index}`),
      number: 100 + index,
      subject: exampleMessage({ text: longQuote(index) }),
    }),
    reports: 4_000 - index,
  })),
  opened: { now: 12_345, before: 6_789 },
  resolved: [{ openedAt: 0, takenAt: hourMs, resolvedAt: 900 * hourMs }],
  resolvedBefore: 9_876,
  byState: { open: 1_000, assigned: 2_000, reopened: 3_000, resolved: 4_000 },
  standings: {
    changed: Array.from({ length: 25 }, (_, index) => changedTo(index + 1)),
    added: 1_200,
    withdrawn: 30,
  },
  links: {
    sources: 9_999,
    dead: Array.from({ length: 25 }, (_, index) =>
      deadLinkOf(index + 1, { publisher: longQuote(index), quote: longQuote(index) }),
    ),
    unchecked: 4_000,
    blocked: 12,
  },
  nameOf: (dossier, id) => {
    const named = quietSource().nameOf(dossier, id);
    return named && { ...named, quote: longQuote(Number(id.slice(5))) };
  },
});
