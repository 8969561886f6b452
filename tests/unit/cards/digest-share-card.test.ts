import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedDigestCard } from '../../../src/cards/digest-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { type Digest, digestOf } from '../../../src/core/digest.ts';
import { digestForEveryone } from '../../../src/core/digest-for-everyone.ts';
import { UserId } from '../../../src/core/ids.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { changedTo, claimId, deadLinkOf, quietSource, totalOf } from '../../fakes/example-digest.ts';
import { exampleGroup } from '../../fakes/example-group.ts';
import { overfullSource } from '../../fakes/strange-digest.ts';
import { customIdsOf } from './card-nodes.ts';
import { textsOf } from './shown.ts';

const sharer = UserId.parse('1290000000000000303');
const picture = { png: new Uint8Array([1]), alt: 'One claim, asked once.' };

const shared = (digest: Digest, locale = 'en-US') =>
  sharedDigestCard(
    {
      digest: digestForEveryone(digest, new Set([claimId(1)])),
      today: '2026-03-09',
      picture,
    },
    sharer,
    words(locale),
  );

const waiting = { cases: [exampleCase()], total: 1 };
const busy = quietSource({
  totals: [totalOf(1, { inquiries: 3, askers: 3 }), totalOf(4, { inquiries: 2, askers: 2 }), totalOf(null)],
  waiting: { ageing: waiting, questions: waiting },
  contested: [{ case: exampleCase(), reports: 4 }],
  opened: { now: 5, before: 0 },
  resolved: [{ openedAt: 0, takenAt: 0, resolvedAt: 1 }],
  unanswered: {
    groups: [
      exampleGroup(
        { label: 'asked by many?', questions: 7, askedModerators: 5, waitingToBeTold: 4, askedByMany: true },
        1,
      ),
      exampleGroup({ label: 'put alone?', questions: 2, askedModerators: 1, askedByMany: false }, 2),
    ],
    further: 3,
  },
  standings: { changed: [changedTo(2)], added: 0, withdrawn: 0 },
  links: { sources: 4, dead: [deadLinkOf(3)], unchecked: 1, blocked: 0 },
});

describe('a digest for everyone', () => {
  it('holds what was asked and what stands otherwise, with its picture and who shared it', () => {
    const { components, files } = shared(digestOf(busy));
    const said = textsOf(components).join('\n');

    expect(said).toContain('6 questions (0 before) · 5 answered (83%)');
    expect(said).toContain('**3×** (0 before) ferry-timetable/c1');
    expect(said).toContain('ferry-timetable/c2 “Quote of 2.”: was contradicted');
    expect(said).toContain(`Shared by <@${sharer}>`);
    expect(files.map(({ name }) => name)).toEqual(['digest.png']);
    expect(customIdsOf(components)).toEqual([`1:digest.unshare:2026-03-02:2026-03-08:${sharer}`]);
  });

  it('names a claim only where enough members asked about it on one day, and counts the others', () => {
    const said = textsOf(shared(digestOf(busy)).components).join('\n');

    expect(said).toContain('1 more claim was asked about.');
    expect(said).not.toContain('ferry-timetable/c4');
  });

  it('holds no case, no report, no link to a message and nothing put to the moderators', () => {
    const said = textsOf(shared(digestOf(busy)).components).join('\n');

    for (const word of [
      'Case',
      'case',
      'report',
      'moderator',
      'discord.com',
      'Iraqi Army',
      'dead',
      'put alone?',
    ])
      expect(said).not.toContain(word);
  });

  it('names a question only where three asked it on one day, and counts all others', () => {
    const said = textsOf(shared(digestOf(busy)).components).join('\n');

    expect(said).toContain('- 7 questions · “asked by many?”\n');
    expect(said).toContain('5 further questions are not shown');
  });

  it('says of a quiet week that it was one', () => {
    const said = textsOf(shared(digestOf(quietSource()), 'de').components).join('\n');

    expect(said).toContain('Eine ruhige Woche: Nichts wurde gefragt');
  });

  it('keeps every limit, however full it is', () => {
    fc.assert(
      fc.property(overfullSource, fc.constantFrom(...locales), (source, locale) => {
        expect(complaintsOf(shared(digestOf(source), locale).components)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
