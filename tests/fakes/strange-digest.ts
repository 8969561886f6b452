import fc from 'fast-check';
import { type Case, caseStates } from '../../src/core/case.ts';
import { ClaimKey } from '../../src/core/claim.ts';
import type { DigestSource } from '../../src/core/digest.ts';
import { CaseId } from '../../src/core/ids.ts';
import type { DeadLink } from '../../src/core/source-links.ts';
import { longSlug } from '../unit/cards/shown-case.ts';
import { exampleCase, exampleMessage } from './example-case.ts';
import { changedTo, deadLinkOf, quietSource, totalOf } from './example-digest.ts';
import { exampleGroup } from './example-group.ts';
import { strangeLine, strangeText } from './strange-dossier.ts';

const count = fc.constantFrom(1, 9_999_999);

function strangeCases(first: number, texts: readonly string[]): readonly Case[] {
  return texts.map((text, index) =>
    exampleCase({
      id: CaseId.parse(`case${String(first + index).padStart(8, '0')}`),
      number: 999_990 + index,
      state: caseStates[index % caseStates.length] ?? 'open',
      subject: exampleMessage({ text }),
    }),
  );
}

/** A dead link of a claim with the longest name, at an address of up to 2,000 characters. */
function strangeLink(publisher: string, index: number): DeadLink {
  const url = `https://harbour.example/${'%D8%A7'.repeat(index * 27)}`;
  const reference = { slug: longSlug, key: ClaimKey.parse(`d${1_000 + index}`) };
  return deadLinkOf(1, { publisher, url, reference, quote: publisher });
}

/** An overfull digest: quotes of 200 characters in every script, names as long as they may be, large numbers. */
export const overfullSource: fc.Arbitrary<DigestSource> = fc
  .record({
    quotes: fc.array(strangeLine(200), { minLength: 1, maxLength: 25 }),
    publishers: fc.array(strangeLine(200), { minLength: 12, maxLength: 12 }),
    texts: fc.array(strangeText(2_000), { minLength: 5, maxLength: 5 }),
    inquiries: count,
  })
  .map(({ quotes, publishers, texts, inquiries }) => {
    const waits = (first: number) => ({ cases: strangeCases(first, texts), total: inquiries });
    const feedback = { yes: inquiries, no: inquiries };
    const totals = quotes.map((_, index) => totalOf(index + 1, { inquiries, askers: inquiries, feedback }));
    return quietSource({
      totals: [...totals, totalOf(null, { inquiries })],
      totalsBefore: totals,
      waiting: { ageing: waits(1), questions: waits(6) },
      unanswered: {
        groups: texts.map((label, index) => {
          const counts = { questions: inquiries, askedModerators: inquiries, waitingToBeTold: inquiries };
          return exampleGroup({ label, ...counts, caseNumbers: [1] }, index);
        }),
        further: inquiries,
      },
      textsSince: '2026-03-03',
      contested: strangeCases(11, texts).map((each) => ({ case: each, reports: inquiries })),
      opened: { now: inquiries, before: inquiries },
      resolved: [{ openedAt: 0, takenAt: 0, resolvedAt: inquiries * 60_000 }],
      demo: true,
      standings: {
        changed: quotes.map((_, index) => changedTo(index + 1)),
        added: inquiries,
        withdrawn: inquiries,
      },
      links: {
        sources: inquiries,
        dead: publishers.map(strangeLink),
        unchecked: inquiries,
        blocked: inquiries,
      },
      byState: { open: inquiries, assigned: inquiries, reopened: inquiries, resolved: inquiries },
      modelSpend: { now: spend(inquiries), before: spend(inquiries) },
      nameOf: (_dossier, id) => ({
        reference: { slug: longSlug, key: ClaimKey.parse(`c${1_000 + Number(id.slice(5))}`) },
        quote: quotes[Number(id.slice(5)) - 1] ?? 'x',
      }),
    });
  });

function spend(count: number) {
  return { answers: count, input: count, output: count, embedded: count, microDollars: count };
}
