import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimCard } from '../../../src/cards/claim-card.ts';
import { claimListCard } from '../../../src/cards/claim-list-card.ts';
import { disputesCard, postCard, sourcesCard, wholeSummaryCard } from '../../../src/cards/dossier-pages.ts';
import { dossierPickerCard } from '../../../src/cards/dossier-picker-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { choicesCard, unansweredCard } from '../../../src/cards/lookup-cards.ts';
import { notesCard } from '../../../src/cards/notes-card.ts';
import { confirmShareCard, sharedCard } from '../../../src/cards/share-cards.ts';
import { summaryCard } from '../../../src/cards/summary-card.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { readDossierDocument } from '../../../src/core/dossier-document.ts';
import { toDocument } from '../../../src/core/dossier-export.ts';
import type { Card } from '../../../src/ports/message.ts';
import { decodeRoute } from '../../../src/routes.ts';
import { locales, type Words, words } from '../../../src/words/words.ts';
import { cpuMs } from '../../cpu-time.ts';
import { strangeDossier } from '../../fakes/strange-dossier.ts';
import { controlOf, customIdsOf } from './card-nodes.ts';
import { formattingIn, linksIn, textsOf } from './shown.ts';

const member = '12345678901234567890';
const inquiryId = 'abcdefghijkl';
const notice = 'n'.repeat(300);
const strange = fc.record({ dossier: strangeDossier(), speech: fc.constantFrom(...locales).map(words) });

const paged: readonly { name: string; card: (dossier: Dossier, page: number, speech: Words) => Card }[] = [
  { name: 'the key claims below the summary', card: summaryCard },
  { name: 'the claims', card: claimListCard },
  { name: 'the sources', card: sourcesCard },
  { name: 'the disputes', card: disputesCard },
  { name: 'the post', card: postCard },
  { name: 'the whole summary', card: wholeSummaryCard },
];

function claimCardsOf(dossier: Dossier, speech: Words): Card[] {
  return dossier.claims
    .slice(0, 4)
    .flatMap((claim) => [
      claimCard({ dossier, claim, inquiryId: null }, speech),
      claimCard({ dossier, claim, inquiryId, feedback: 'no', notice }, speech),
      notesCard({ dossier, claim, inquiryId }, 1, speech),
      sharedCard({ dossier, claim }, member, speech),
      confirmShareCard({ dossier, claim }, member, speech),
    ]);
}

function cardsOf(dossier: Dossier, speech: Words): Card[] {
  const choices = dossier.claims.slice(0, 5).map((claim) => ({ dossier, claim }));
  return [
    summaryCard(dossier, 1, speech, notice),
    ...paged.map(({ card }) => card(dossier, 1, speech)),
    ...claimCardsOf(dossier, speech),
    ...(choices.length === 0 ? [] : [choicesCard(choices, inquiryId, speech, notice)]),
    unansweredCard({ reason: 'unanswered', inquiryId, watch: 'possible' }, [dossier], speech),
    dossierPickerCard(sixtyLike(dossier), { for: 'summary', inquiryId }, 2, speech),
    dossierPickerCard(sixtyLike(dossier), { for: 'claims' }, 3, speech),
    sharedCard({ dossier, claim: null }, member, speech),
    confirmShareCard({ dossier, claim: null }, member, speech),
  ];
}

/** Sixty dossiers that differ in their slug alone, as a server's do. */
function sixtyLike(dossier: Dossier): Dossier[] {
  return Array.from({ length: 60 }, (_, index) => ({
    ...dossier,
    slug: DossierSlug.parse(`${dossier.slug.slice(0, 44)}-${index}`.replaceAll('--', '-')),
  }));
}

/** The first pages of a card, by pressing "next" until it is disabled, and the last one. */
function pagesOf(open: (page: number) => Card): readonly Card[] {
  const pages = [open(1)];
  for (let next = nextPage(pages[0]); next !== null && pages.length < 6; next = nextPage(pages.at(-1))) {
    expect(next).toBe(pages.length + 1);
    pages.push(open(next));
  }
  const last = open(9_999);
  expect(nextPage(last)).toBeNull();
  return [...pages, last];
}

function nextPage(card: Card | undefined): number | null {
  const ids = customIdsOf(card?.components ?? []).filter((id) => /:\d+$/.test(id) && !id.includes('share'));
  const turning = ids.filter((id, index) => ids.some((other, at) => at !== index && sameButPage(id, other)));
  const last = turning.at(-1);
  if (last === undefined || controlOf(card?.components ?? [], last)?.['disabled'] === true) return null;
  return Number(decodeRoute(last)?.args.at(-1));
}

const sameButPage = (a: string, b: string) => a.replace(/\d+$/, '') === b.replace(/\d+$/, '');

describe('cards of the longest and strangest dossiers', () => {
  it('are made of dossiers that the format allows', () => {
    fc.assert(
      fc.property(strangeDossier(), (dossier) => {
        readDossierDocument(toDocument(dossier));
      }),
      { numRuns: 20 },
    );
  });

  it('keep every limit of Discord, with custom_ids that can be read back', () => {
    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        for (const { components } of cardsOf(dossier, speech)) {
          expect(complaintsOf(components)).toEqual([]);
          expect(customIdsOf(components).map(decodeRoute)).not.toContain(null);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(paged)('turn to every page of $name, and each keeps the limits', ({ card }) => {
    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        for (const { components } of pagesOf((page) => card(dossier, page, speech)))
          expect(complaintsOf(components)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('turn to every page of the notes of a claim, and each keeps the limits', () => {
    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        for (const claim of dossier.claims.slice(0, 2))
          for (const { components } of pagesOf((page) =>
            notesCard({ dossier, claim, inquiryId: null }, page, speech),
          ))
            expect(complaintsOf(components)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('show a post of 100,000 characters within a second', () => {
    const [dossier] = fc.sample(strangeDossier(1_000), { numRuns: 1, seed: 1 });
    if (dossier === undefined) throw new RangeError('no sample');
    const long = {
      ...dossier,
      post: {
        ...dossier.post,
        text: '誰が*民兵*に\n\n支払う😀[のか](x)\n \n'.repeat(4_000).slice(0, 100_000),
      },
    };

    const shownAs = () => postCard(long, 50, words('de'));
    const tookMs = cpuMs(shownAs);

    expect(tookMs).toBeLessThan(1_000);
    expect(complaintsOf(shownAs().components)).toEqual([]);
  });

  it('stay within 600 characters when they are shared', () => {
    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        for (const claim of [null, ...dossier.claims.slice(0, 3)]) {
          const texts = textsOf(sharedCard({ dossier, claim }, member, speech).components);
          expect(texts.join('\n').length).toBeLessThanOrEqual(600);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a dossier says in a card', () => {
  it('formats nothing: only our own headings, small print, quotes, bold words, links and mentions do', () => {
    const own = ['heading', 'subtext', 'quote', 'bold', 'link', 'user', 'channel'];

    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        for (const card of cardsOf(dossier, speech))
          for (const source of textsOf(card.components))
            expect(formattingIn(source).filter((kind) => !own.includes(kind))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('links to nothing but the addresses of its sources and of the post', () => {
    fc.assert(
      fc.property(strange, ({ dossier, speech }) => {
        const notes = dossier.claims.flatMap((claim) => claim.notes);
        const urls = [dossier.post.url, ...notes.map(({ url }) => url)];
        const known = urls.flatMap((url) => (url === null ? [] : [address(url)]));

        for (const card of cardsOf(dossier, speech))
          for (const source of textsOf(card.components))
            for (const href of linksIn(source)) expect(known).toContain(href);
      }),
      { numRuns: 8 },
    );
  });
});

const address = (url: string) => new URL(url.replaceAll('(', '%28').replaceAll(')', '%29')).href;
