import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimCard } from '../../../src/cards/claim-card.ts';
import { claimListCard } from '../../../src/cards/claim-list-card.ts';
import { disputesCard, postCard, sourcesCard } from '../../../src/cards/dossier-pages.ts';
import { dossierPickerCard } from '../../../src/cards/dossier-picker-card.ts';
import { choicesCard, unansweredCard } from '../../../src/cards/lookup-cards.ts';
import { notesCard } from '../../../src/cards/notes-card.ts';
import { askModal } from '../../../src/cards/plain-cards.ts';
import { confirmShareCard, sharedCard } from '../../../src/cards/share-cards.ts';
import { summaryCard } from '../../../src/cards/summary-card.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import type { Card } from '../../../src/ports/message.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { strangeDossier } from '../../fakes/strange-dossier.ts';
import { controlOf } from './card-nodes.ts';
import { shownBy, textsOf } from './shown.ts';

const speech = words('en-US');
const inquiryId = 'abcdefghijkl';
const member = '123456789012345678';
const dossier = exampleDossier();
const [first, second] = dossier.claims;
if (first === undefined || second === undefined) throw new RangeError('the example has two claims');

const read = ({ components }: Card) => shownBy(components);

describe('every note', () => {
  it('is shown in full on the pages of its claim, whatever it says', () => {
    const short = fc.record({ dossier: strangeDossier(300), locale: fc.constantFrom(...locales) });
    const letters = (text: string) => text.replace(/[\s\u2066-\u2069]/g, '');

    fc.assert(
      fc.property(short, ({ dossier: strange, locale }) => {
        const [claim] = strange.claims;
        fc.pre(claim !== undefined && claim.notes.length < 12);
        const view = { dossier: strange, claim, inquiryId: null };
        const pages = new Set(
          Array.from({ length: 60 }, (_, index) => notesCard(view, index + 1, words(locale)))
            .map(({ components }) => textsOf(components).at(-2) ?? '')
            .map((content) => letters(shownBy([{ content }]))),
        );
        const said = [...pages].join('');

        for (const { text } of claim.notes) expect(said).toContain(letters(text));
      }),
      { numRuns: 12 },
    );
  });

  it('stands under its stance, sources first, disputes last', () => {
    const said = read(notesCard({ dossier, claim: first, inquiryId: null }, 1, speech));

    expect(said).toMatch(
      /Supports it \(1\)[\s\S]*Harbour[\s\S]*Contradicts it \(1\)[\s\S]*Union[\s\S]*disputed \(1\)[\s\S]*still to be checked/,
    );
  });

  it('of a source is listed once on the card of sources, with the claims it is cited for', () => {
    const twice = exampleDossier({ claims: [first, { ...second, notes: first.notes }] });

    expect(read(sourcesCard(twice, 1, speech)).match(/Harbour Office/g)).toHaveLength(1);
    expect(read(sourcesCard(twice, 1, speech))).toMatch(/c01 and c02[\s\S]*Harbour Office/);
    expect(read(disputesCard(dossier, 1, speech))).toMatch(
      /c01[\s\S]*north pier[\s\S]*c02[\s\S]*council\.example/,
    );
  });
});

describe('other cards', () => {
  it('mark a sample as one, and only a sample', () => {
    const sample = exampleDossier({ sample: true });
    const [claim = first] = sample.claims;
    const cardsOf = (of: Dossier): Card[] => [
      summaryCard(of, 1, speech),
      claimListCard(of, 1, speech),
      sourcesCard(of, 1, speech),
      postCard(of, 1, speech),
      claimCard({ dossier: of, claim, inquiryId: null }, speech),
      notesCard({ dossier: of, claim, inquiryId: null }, 1, speech),
      sharedCard({ dossier: of, claim: null }, member, speech),
      choicesCard([{ dossier: of, claim }], inquiryId, speech),
    ];

    for (const card of cardsOf(sample)) expect(read(card)).toContain('Sample dossier');
    for (const card of cardsOf(dossier)) expect(read(card)).not.toContain('Sample dossier');
  });

  it('list every claim of a dossier by key with its standing', () => {
    expect(read(claimListCard(dossier, 1, speech))).toMatch(
      /c01[\s\S]*mixed[\s\S]*c02[\s\S]*unsourced[\s\S]*ferry-timetable/,
    );
  });

  it('give the post word for word, as a file too when it is long', () => {
    const long = exampleDossier({ post: { ...dossier.post, text: 'A line.\n\n'.repeat(900) } });

    expect(read(postCard(dossier, 1, speech))).toContain(dossier.post.text);
    expect(postCard(dossier, 1, speech).files).toEqual([]);
    expect(postCard(long, 1, speech).files).toMatchObject([
      { name: 'ferry-timetable.txt', content: long.post.text },
    ]);
  });

  it('of a shared claim have version, date, the sharer, details, latest and remove', () => {
    const { components } = sharedCard({ dossier, claim: first }, member, speech);

    expect(textsOf(components).join('\n')).toMatch(new RegExp(`version 1[\\s\\S]*2026[\\s\\S]*<@${member}>`));
    for (const route of ['share.details', 'share.latest', 'share.remove'])
      expect(controlOf(components, `1:${route}:`)).toBeDefined();
    expect(read(confirmShareCard({ dossier, claim: first }, member, speech))).toContain(
      'your name will be visible',
    );
  });

  it('offer “none of these” with choices, and say honestly that no claim is known', () => {
    const choices = dossier.claims.map((claim) => ({ dossier, claim }));

    expect(controlOf(choicesCard(choices, inquiryId, speech).components, '1:claim.none')).toBeDefined();
    expect(
      read(
        unansweredCard(
          { reason: 'unanswered', inquiryId: 'abcdefghijkl', watch: 'possible' },
          [dossier],
          speech,
        ),
      ),
    ).toContain('says nothing about whether it is true');
    expect(
      read(
        dossierPickerCard(
          [dossier, exampleDossier({ slug: DossierSlug.parse('second') })],
          { for: 'summary', inquiryId },
          1,
          speech,
        ),
      ),
    ).toContain('2 dossiers');
    expect(askModal(speech).title.length).toBeLessThanOrEqual(45);
  });
});
