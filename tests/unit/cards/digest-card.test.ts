import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCard, digestFileCard, digestFormats } from '../../../src/cards/digest-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { type Case, caseStates } from '../../../src/core/case.ts';
import { ClaimKey } from '../../../src/core/claim.ts';
import { type Digest, type DigestSource, digestOf } from '../../../src/core/digest.ts';
import { CaseId } from '../../../src/core/ids.ts';
import { decodeRoute } from '../../../src/routes.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase, exampleMessage } from '../../fakes/example-case.ts';
import { quietSource, totalOf } from '../../fakes/example-digest.ts';
import { strangeLine, strangeText } from '../../fakes/strange-dossier.ts';
import { customIdsOf } from './card-nodes.ts';
import { formattingIn, textsOf } from './shown.ts';
import { longSlug } from './shown-case.ts';

const speech = words('en-US');

const onDemand = { picture: null, postId: null } as const;

function textOf(digest: Digest, today = '2026-03-09', locale = 'en-US'): string {
  return textsOf(digestCard({ ...onDemand, digest, today }, words(locale)).components).join('\n');
}

describe('the digest', () => {
  it('says in one line that the week was quiet', () => {
    const { components } = digestCard(
      { ...onDemand, digest: digestOf(quietSource()), today: '2026-03-09' },
      speech,
    );

    expect(textsOf(components)).toEqual([
      '## Digest\nMarch 2, 2026 to March 8, 2026 (UTC), next to the 7 days before.',
      'A quiet week: nothing was asked, reported or resolved.',
    ]);
    expect(customIdsOf(components)).toEqual([
      '1:digest.csv:2026-03-02:2026-03-08',
      '1:digest.json:2026-03-02:2026-03-08',
    ]);
  });

  it('says so in German, of one day, and while the day goes on', () => {
    const period = { from: '2026-03-09', to: '2026-03-09', before: { from: '2026-03-08', to: '2026-03-08' } };

    const said = textOf(digestOf(quietSource({ period })), '2026-03-09', 'de');

    expect(said).toContain('9. März 2026 (UTC), neben dem Tag davor.');
    expect(said).toContain('Heute ist noch nicht vorbei.');
    expect(said).toContain('Ein ruhiger Tag: Nichts wurde gefragt');
  });

  it('puts what needs someone first, even in a quiet week, and names each case once in its menu', () => {
    const waits = { cases: [exampleCase()], total: 7 };
    const question = exampleCase({
      id: CaseId.parse('caseBBBBBBBB'),
      number: 13,
      subject: { kind: 'question', text: 'who paid?' },
    });
    const digest = digestOf(
      quietSource({ waiting: { ageing: waits, questions: { cases: [question], total: 1 } } }),
    );

    const card = digestCard({ ...onDemand, digest, today: '2026-03-09' }, speech);
    const [, waiting = ''] = textsOf(card.components);

    expect(waiting).toContain('7 cases have waited too long');
    expect(waiting).toContain('Case 12 · open · <t:1772442000:R>');
    expect(waiting).toContain('1 question put to the moderators is open');
    expect(waiting).toContain('/queue shows all of them.');
    expect(waiting).not.toContain('who paid?');
    expect(customIdsOf(card.components)).toContain('1:digest.case');
  });

  it('compares what was asked, contested and done with the time before', () => {
    const said = textOf(
      digestOf(
        quietSource({
          days: [totalOf(1, { inquiries: 3, askers: 2 }), totalOf(null)],
          daysBefore: [totalOf(1)],
          feedback: [{ claimId: totalOf(1).claimId ?? fail(), yes: 2, no: 1 }],
          feedbackSince: '2026-03-03',
          contested: [{ case: exampleCase(), reports: 4 }],
          opened: { now: 2, before: 1 },
          resolved: [
            { openedAt: 0, resolvedAt: 30 * 60_000 },
            { openedAt: 0, resolvedAt: 50 * 3_600_000 },
          ],
        }),
      ),
    );

    expect(said).toContain('4 questions (1 before) · 3 answered (75%) · 1 without a known claim\n');
    expect(said).toContain('**3×** (1 before) ferry-timetable/c1 “Quote of 1.” · 2 askers · this was it 2');
    expect(said).toContain('counted from March 3, 2026');
    expect(said).toContain('×4 · Case 12 · open · [go to the reported message](');
    expect(said).toContain('“The Iraqi Army is occupying Syria.”');
    expect(said).toContain('2 new (1 before) · 2 resolved (0 before)');
    expect(said).toContain('30 minutes in the median, nine in ten within 3 days');
  });

  it('shows what no claim answered by what it may show, and counts the rest', () => {
    const group = { askedModerators: 0, caseNumbers: [], askedByMany: true };
    const groups = Array.from({ length: 6 }, (_, index) => ({
      ...group,
      label: `why ${index}?`,
      questions: 9,
    }));
    const put = { ...group, label: '*who*?', questions: 0, askedModerators: 2, askedByMany: false };

    const said = textOf(
      digestOf(quietSource({ days: [totalOf(null)], unanswered: { groups: [put, ...groups], further: 4 } })),
    );

    expect(said).toContain('“\\*who\\*?” · put to the moderators 2 times');
    expect(said).toContain('“why 0?” · 9 questions');
    expect(said).not.toContain('why 4?');
    expect(said).toContain('2 more of these are in the files below.');
    expect(said).toContain('4 further questions are not shown');
  });

  it('says so when a claim is no longer published', () => {
    const digest = digestOf(quietSource({ days: [totalOf(1)], nameOf: () => null }));

    const card = digestCard({ ...onDemand, digest, today: '2026-03-09' }, speech);

    expect(textsOf(card.components).join()).toContain('a claim that is no longer published');
    expect(customIdsOf(card.components)).not.toContain('1:digest.claim');
  });
});

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

/** An overfull digest: quotes of 200 characters in every script, names as long as they may be, large numbers. */
const overfull: fc.Arbitrary<DigestSource> = fc
  .record({
    quotes: fc.array(strangeLine(200), { minLength: 1, maxLength: 14 }),
    texts: fc.array(strangeText(2_000), { minLength: 5, maxLength: 5 }),
    inquiries: count,
  })
  .map(({ quotes, texts, inquiries }) => {
    const waits = (first: number) => ({ cases: strangeCases(first, texts), total: inquiries });
    const days = quotes.map((_, index) => totalOf(index + 1, { inquiries, askers: inquiries }));
    return quietSource({
      days: [...days, totalOf(null, { inquiries })],
      daysBefore: days,
      feedback: days.flatMap(({ claimId }) =>
        claimId === null ? [] : [{ claimId, yes: inquiries, no: inquiries }],
      ),
      feedbackSince: '2026-03-03',
      waiting: { ageing: waits(1), questions: waits(6) },
      unanswered: {
        groups: texts.map((label) => ({
          label,
          askedByMany: true,
          questions: inquiries,
          askedModerators: inquiries,
          caseNumbers: [1],
        })),
        further: inquiries,
      },
      textsSince: '2026-03-03',
      contested: strangeCases(11, texts).map((each) => ({ case: each, reports: inquiries })),
      opened: { now: inquiries, before: inquiries },
      resolved: [{ openedAt: 0, resolvedAt: inquiries * 60_000 }],
      byState: { open: inquiries, assigned: inquiries, reopened: inquiries, resolved: inquiries },
      nameOf: (_dossier, id) => ({
        reference: { slug: longSlug, key: ClaimKey.parse(`c${1_000 + Number(id.slice(5))}`) },
        quote: quotes[Number(id.slice(5)) - 1] ?? 'x',
      }),
    });
  });

describe('an overfull digest', () => {
  it('keeps every limit, shows every mark of a quote as it is, and can be taken as a file', () => {
    fc.assert(
      fc.property(overfull, fc.constantFrom(...locales), (source, locale) => {
        const made = { digest: digestOf(source), today: '2026-03-05' };
        const { components } = digestCard({ ...onDemand, ...made }, words(locale));

        expect(complaintsOf(components)).toEqual([]);
        expect(customIdsOf(components).map(decodeRoute)).not.toContain(null);
        const lines = textsOf(components).join('\n').split('\n');
        for (const line of lines.filter((each) => each.startsWith('- ')))
          expect(['bold', 'link', 'list', 'time'], line).toEqual(
            expect.arrayContaining([...formattingIn(line)]),
          );
        for (const format of digestFormats)
          expect(complaintsOf(digestFileCard(made, format, words(locale)).components)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function fail(): never {
  throw new Error('the total names a claim');
}
