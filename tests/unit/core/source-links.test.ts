import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/core/dossier.ts';
import type { ShownLink } from '../../../src/core/link-check.ts';
import type { PartialDate } from '../../../src/core/partial-date.ts';
import { sourceLinks } from '../../../src/core/source-links.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

/** The example with the links of its two sources as given, and seen by a person or not. */
function withLinks(
  links: readonly [ShownLink | undefined, ShownLink | undefined],
  lastChecked: PartialDate | null,
): Dossier {
  const dossier = exampleDossier();
  let next = 0;
  return {
    ...dossier,
    claims: dossier.claims.map((claim) => ({
      ...claim,
      notes: claim.notes.map((note) => {
        if (note.type !== 'source') return note;
        const link = links[next++];
        return link === undefined ? { ...note, lastChecked } : { ...note, lastChecked, link };
      }),
    })),
  };
}

describe('the links of sources', () => {
  it('names what is dead, for longest first', () => {
    const [older, newer] = [1_000, 2_000];
    const dossiers = [
      withLinks(
        [
          { state: 'dead', since: newer },
          { state: 'alive', checkedAt: 1 },
        ],
        null,
      ),
      withLinks([undefined, { state: 'dead', since: older }], null),
    ];

    const { sources, dead } = sourceLinks(dossiers);

    expect(sources).toBe(4);
    expect(dead).toEqual([
      {
        reference: { slug: 'ferry-timetable', key: 'c01' },
        quote: 'the new timetable saves every commuter twenty minutes',
        url: 'https://union.example/fridays',
        publisher: 'Commuters’ Union',
        since: older,
      },
      expect.objectContaining({ url: 'https://harbour.example/survey', since: newer }),
    ]);
  });

  it.each([
    { why: 'nobody looked', links: [undefined, undefined], by: null, unchecked: 2, blocked: 0 },
    { why: 'a person looked', links: [undefined, undefined], by: '2026-03', unchecked: 0, blocked: 0 },
    {
      why: 'the link check looked, as far as it may',
      links: [{ state: 'alive', checkedAt: 1 }, { state: 'blocked' }],
      by: null,
      unchecked: 1,
      blocked: 1,
    },
    {
      why: 'what is dead was looked at',
      links: [{ state: 'dead', since: 1 }, undefined],
      by: null,
      unchecked: 1,
      blocked: 0,
    },
  ] as const)('counts those nobody has seen: $why', ({ links, by, unchecked, blocked }) => {
    const found = sourceLinks([withLinks([...links], by as PartialDate | null)]);

    expect([found.unchecked, found.blocked]).toEqual([unchecked, blocked]);
  });
});
