import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCard, digestFileCard, digestFormats } from '../../../src/cards/digest-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { type Digest, digestOf } from '../../../src/core/digest.ts';
import { CaseId, DigestPostId } from '../../../src/core/ids.ts';
import { decodeRoute } from '../../../src/routes.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { changedTo, deadLinkOf, quietSource, totalOf } from '../../fakes/example-digest.ts';
import { exampleGroup } from '../../fakes/example-group.ts';
import { overfullSource } from '../../fakes/strange-digest.ts';
import { controlOf, customIdsOf, nodesOf } from './card-nodes.ts';
import { formattingIn, textsOf } from './shown.ts';

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
      '## Digest\nMarch 2, 2026 to March 8, 2026 (UTC), compared with the 7 days before.',
      'A quiet week: nothing was asked, reported, resolved or changed.',
    ]);
    expect(customIdsOf(components)).toEqual([
      '1:digest.csv:2026-03-02:2026-03-08:-',
      '1:digest.json:2026-03-02:2026-03-08:-',
      '1:digest.share:2026-03-02:2026-03-08:-',
    ]);
  });

  it('says so in German, of one day, and while the day goes on', () => {
    const period = { from: '2026-03-09', to: '2026-03-09', before: { from: '2026-03-08', to: '2026-03-08' } };

    const said = textOf(digestOf(quietSource({ period })), '2026-03-09', 'de');

    expect(said).toContain('9. März 2026 (UTC), verglichen mit dem Tag davor.');
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
    expect(waiting).toContain('1 question put to the moderators is open, not ageing yet');
    expect(waiting).toContain('Case 13 · question · open');
    expect(waiting).toContain('/queue shows all of them.');
    expect(waiting).not.toContain('who paid?');
    expect(customIdsOf(card.components)).toEqual(
      expect.arrayContaining(['1:digest.case', '1:digest.queue:ageing', '1:digest.queue:active']),
    );
  });

  it('compares what was asked, contested and done with the time before', () => {
    const said = textOf(
      digestOf(
        quietSource({
          totals: [totalOf(1, { inquiries: 3, askers: 2, feedback: { yes: 2, no: 1 } }), totalOf(null)],
          totalsBefore: [totalOf(1)],
          contested: [{ case: exampleCase(), reports: 4 }],
          opened: { now: 2, before: 1 },
          resolved: [
            { openedAt: 0, takenAt: 29 * 60_000, resolvedAt: 30 * 60_000 },
            { openedAt: 0, takenAt: null, resolvedAt: 50 * 3_600_000 },
          ],
        }),
      ),
    );

    expect(said).toContain('4 questions (1 before) · 3 answered (75%) · 1 without a known claim\n');
    expect(said).toContain('**3×** (1 before) ferry-timetable/c1 “Quote of 1.” · 2 askers · this was it 2');
    expect(said).toContain('4 reports · Case 12 · open · [go to the reported message](');
    expect(said).toContain('“The Iraqi Army is occupying Syria.”');
    expect(said).toContain('2 new (1 before) · 2 resolved (0 before)');
    expect(said).toContain('Resolution time of 2 cases: median 30 minutes, 90th percentile 3 days');
    expect(said).toContain('Handling time of 1 case that a moderator took: median 1 minute,');
    expect(said).toContain('Ozone, Bluesky’s moderation service, defines them so.');
  });

  it('names dead links with their address, and opens their claims', () => {
    const dead = [deadLinkOf(3), deadLinkOf(3, { url: 'https://other.example/', publisher: '*Other*' })];
    const digest = digestOf(quietSource({ links: { sources: 5, dead, unchecked: 1, blocked: 0 } }));

    const card = digestCard({ ...onDemand, digest, today: '2026-03-09' }, speech);

    const [, waiting = ''] = textsOf(card.components);
    expect(waiting).toContain('2 source links are dead');
    expect(waiting).toContain(
      'ferry-timetable/c3 · [Harbour Office](https://harbour.example/survey) · gone since March 3, 2026',
    );
    expect(waiting).toContain('[\\*Other\\*](https://other.example/)');
    expect(controlOf(card.components, '1:digest.claim')?.['options']).toEqual([
      { label: 'c3 · Quote of 3.', value: 'ferry-timetable/c3', description: 'ferry-timetable' },
    ]);
  });

  it('says what stands otherwise, what is new and gone, and how many links nobody has checked', () => {
    const said = textOf(
      digestOf(
        quietSource({
          standings: { changed: [changedTo(1)], added: 1_200, withdrawn: 1 },
          links: { sources: 5, dead: [], unchecked: 3, blocked: 2 },
        }),
      ),
    );

    expect(said).toContain(
      '- ferry-timetable/c1 “Quote of 1.”: was contradicted by the sources found (1 contradict · with 1 open question), ' +
        'is mixed (2 support · 1 contradict · with 1 open question)\n1,200 new claims · 1 claim withdrawn',
    );
    expect(said).toContain('5 sources · 0 dead · 3 never checked\n2 of these are on sites');
  });

  it('shows its picture between what was asked and what about, with words for those who do not see it', () => {
    const picture = { png: new Uint8Array([1, 2]), alt: 'One claim, asked once.' };
    const digest = digestOf(quietSource({ totals: [totalOf(1)] }));

    const card = digestCard({ digest, today: '2026-03-09', picture, postId: null }, speech);

    const gallery = nodesOf(card.components).find(({ type }) => type === 12);
    expect(gallery).toEqual({
      type: 12,
      items: [{ media: { url: 'attachment://digest.png' }, description: picture.alt }],
    });
    expect(card.files).toEqual([{ name: 'digest.png', contentType: 'image/png', content: picture.png }]);
    const order = JSON.stringify(card.components);
    const places = ['What members asked', 'digest.png', 'Most asked claims'].map((part) =>
      order.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says on top that its data was made up', () => {
    const said = textOf(digestOf(quietSource({ demo: true })));

    expect(said.split('\n').slice(0, 2)).toEqual([
      '## Digest',
      '**Made up for demonstration:** nobody asked or reported what is counted here.',
    ]);
  });

  it('can be found by the scheduled digest it is, and is shared only where somebody asked for it', () => {
    const postId = DigestPostId.parse('postAAAAAAAA');
    const digest = digestOf(quietSource());

    const card = digestCard({ digest, today: '2026-03-09', picture: null, postId }, speech);

    expect(customIdsOf(card.components)).toEqual([
      '1:digest.csv:2026-03-02:2026-03-08:postAAAAAAAA',
      '1:digest.json:2026-03-02:2026-03-08:postAAAAAAAA',
    ]);
  });

  it('shows what no claim answered by what it may show, and counts the rest', () => {
    const groups = Array.from({ length: 6 }, (_, index) =>
      exampleGroup({ label: `why ${index}?`, questions: 9 }, index),
    );
    const ask = { label: '*who*?', questions: 0, askedModerators: 2, askedByMany: false };
    const put = exampleGroup({ ...ask, waitingToBeTold: 1 }, 6);

    const said = textOf(
      digestOf(
        quietSource({ totals: [totalOf(null)], unanswered: { groups: [put, ...groups], further: 4 } }),
      ),
    );

    expect(said).toContain('put to the moderators 2 times · 1 waits to be told · “\\*who\\*?”');
    expect(said).toContain('9 questions · “why 0?”');
    expect(said).not.toContain('why 4?');
    expect(said).toContain('2 more are in the files below.');
    expect(said).toContain('4 further questions are not shown');
  });

  it('says so when a claim is no longer published', () => {
    const digest = digestOf(quietSource({ totals: [totalOf(1)], nameOf: () => null }));

    const card = digestCard({ ...onDemand, digest, today: '2026-03-09' }, speech);

    expect(textsOf(card.components).join()).toContain('a claim that is no longer published');
    expect(customIdsOf(card.components)).not.toContain('1:digest.claim');
  });
});

describe('a digest as a file', () => {
  it.each([
    { from: '2026-03-02', to: '2026-03-08', said: 'The digest of March 2, 2026 to March 8, 2026 as a file.' },
    { from: '2026-03-09', to: '2026-03-09', said: 'The digest of March 9, 2026 as a file.' },
  ])('says which days it holds, a single day once: $from to $to', ({ from, to, said }) => {
    const period = { from, to, before: { from: '2026-02-01', to: '2026-02-01' } };
    const made = { digest: digestOf(quietSource({ period })), today: '2026-03-10' };

    expect(textsOf(digestFileCard(made, 'csv', words('en-US')).components)).toContain(said);
  });
});

const picture = { png: new Uint8Array(), alt: 'x'.repeat(2_000) };

describe('an overfull digest', () => {
  it('keeps every limit, shows every mark of a quote as it is, and can be taken as a file', () => {
    fc.assert(
      fc.property(overfullSource, fc.constantFrom(...locales), (source, locale) => {
        const made = { digest: digestOf(source), today: '2026-03-05' };
        const { components } = digestCard({ ...made, picture, postId: null }, words(locale));

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
