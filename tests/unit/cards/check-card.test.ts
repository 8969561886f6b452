import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedCard } from '../../../src/cards/check-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { analyzeExtractively } from '../../../src/core/analysis/analyze.ts';
import { claimKinds, DossierSlug } from '../../../src/core/claim.ts';
import { DraftId } from '../../../src/core/ids.ts';
import type { ClaimOfPost } from '../../../src/services/asking/check-post.ts';
import type { DescribedPost } from '../../../src/services/asking/describe-checked.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { strangeDossier, strangeLine, strangeText } from '../../fakes/strange-dossier.ts';
import { customIdsOf } from './card-nodes.ts';
import { shownBy } from './shown.ts';

const english = words('en-US');
const draftId = DraftId.parse('draftAAAAAAA');
const bridge =
  'The mayor said: “The bridge costs 40 million euros.” The council approved it in March 2024 by nine votes to four. ' +
  'The eastern pier stands 3 metres deep in the mud.';

const reasons = ['not-configured', 'not-consented', 'over-budget', 'unreachable', 'ungrounded'] as const;
const longSlug = DossierSlug.parse('a'.repeat(48));

/** Known claims as strange as a dossier may hold them, found in sentences as strange as a message. */
const strangeClaims: fc.Arbitrary<readonly ClaimOfPost[]> = fc
  .tuple(strangeDossier(600), fc.array(strangeLine(600), { minLength: 1, maxLength: 10 }))
  .map(([dossier, sentences]) => {
    const own = { ...dossier, slug: longSlug };
    return sentences.flatMap((sentence, nth) => {
      const claim = own.claims[nth];
      if (claim === undefined) return [];
      const surest = { sentence, words: sentence.split(' ').filter((_, at) => at % 2 === 0) };
      return [{ dossier: own, claim, confidence: 0.9, surest }];
    });
  });

const strangeDescribed = (claims: readonly ClaimOfPost[]): fc.Arbitrary<DescribedPost> =>
  fc
    .record({
      sentences: fc.array(strangeText(1_000), { maxLength: 5 }),
      quotes: fc.array(strangeText(500), { maxLength: 20 }),
      kind: fc.constantFrom(...claimKinds),
      model: fc.option(strangeLine(200), { nil: null }),
      provider: strangeLine(200),
      without: fc.constantFrom(...reasons),
      dropped: fc.nat(30),
    })
    .map(({ sentences, quotes, kind, model, provider, without, dropped }) => ({
      analysis: {
        analyst: model === null ? { by: 'extractive' } : { by: 'model', model },
        summary: sentences.map((text) => ({ text, start: null, end: null })),
        claims: [],
      },
      without: model === null ? without : null,
      dropped,
      provider,
      keyClaims: quotes.map((quote, nth) => ({
        ...{ quote, kind, start: 0, end: quote.length, checkWorthiness: 0.8, gist: null },
        known: claims[nth] ?? null,
      })),
    }));

const strangeView = strangeClaims.chain((claims) =>
  fc.record({
    claims: fc.constant(claims),
    described: fc.option(strangeDescribed(claims), { nil: null }),
    draftId: fc.constantFrom(null, draftId),
    from: fc.constantFrom('content', 'forward', 'embed', 'typed'),
  } as const),
);

function describedAs(change: Partial<DescribedPost> = {}): DescribedPost {
  const analysis = analyzeExtractively(bridge);
  const keyClaims = analysis.claims.map((claim) => ({ ...claim, known: null }));
  return { analysis, keyClaims, without: 'not-configured', dropped: 0, provider: null, ...change };
}

const noClaims = { kind: 'none', from: 'content', text: bridge, claims: [] } as const;

describe('the card of a checked post', () => {
  it.each(locales)('fits into a message whatever was posted, found and made of it, in %s', (locale) => {
    fc.assert(
      fc.property(strangeView, ({ claims: [first, ...others], described, draftId: draft, from }) => {
        const common = { from, text: 'x' } as const;
        const checked =
          first === undefined
            ? ({ kind: 'none', ...common, claims: [] } as const)
            : ({ kind: 'claims', ...common, claims: [first, ...others] } as const);

        const { components } = checkedCard({ checked, described, draftId: draft }, words(locale));

        expect(complaintsOf(components)).toEqual([]);
        if (described === null) return;
        const said = shownBy(components);
        expect(said).toContain(words(locale).say('check.unreviewed'));
        if (described.analysis.summary.length > 0) expect(said).toContain(words(locale).say('summary.title'));
        if (described.keyClaims.length > 0) expect(said).toContain(words(locale).say('check.key-claims'));
      }),
      { numRuns: 200 },
    );
  });

  it('quotes the post as its own summary, and says by what it was made and that nobody has reviewed it', () => {
    const said = shownBy(
      checkedCard({ checked: noClaims, described: describedAs(), draftId: null }, english).components,
    );

    expect(said).toContain('In the post’s own words: “The mayor said: “The bridge costs 40 million euros.””');
    expect(said).toContain(
      '“The council approved it in March 2024 by nine votes to four.” – statement of fact',
    );
    expect(said).toContain('Made by rules from the post’s own sentences. Nobody has reviewed it.');
  });

  it('names the model, who runs it, and how much of what it said was left out', () => {
    const analysis = {
      analyst: { by: 'model', model: 'writer-1' },
      summary: [{ text: 'The post says the bridge is dear.', start: null, end: null }],
      claims: [],
    } as const;
    const described = describedAs({ analysis, without: null, dropped: 2, provider: 'models.example' });

    const said = shownBy(checkedCard({ checked: noClaims, described, draftId: null }, english).components);

    expect(said).toContain('The post says the bridge is dear.');
    expect(said).not.toContain('own words');
    expect(said).toContain('Proposed by the model writer-1 of models.example');
    expect(said).toContain('2 statements of the model that the post does not make were left out.');
  });

  it.each([
    {
      without: 'not-consented',
      why: 'nobody wanted the model',
      says: 'Made by rules from the post’s own sentences. ',
    },
    { without: 'unreachable', why: 'the model failed', says: 'because it cannot be reached right now' },
  ] as const)('tells members that there is no model in it where $why', ({ without, says }) => {
    const described = describedAs({ without });

    const said = shownBy(checkedCard({ checked: noClaims, described, draftId: null }, english).components);

    expect(said).toContain(says);
  });

  it('leads from a claim to the known claim that it is', () => {
    const dossier = exampleDossier();
    const [claim] = dossier.claims;
    if (claim === undefined) throw new Error('the example has claims');
    const known: ClaimOfPost = { dossier, claim, confidence: 0.9, surest: { sentence: bridge, words: [] } };
    const checked = { ...noClaims, kind: 'claims', claims: [known] } as const;
    const described = describedAs();
    const keyClaims = described.keyClaims.map((one, nth) => ({ ...one, known: nth === 0 ? known : null }));

    const { components } = checkedCard(
      { checked, described: { ...described, keyClaims }, draftId: null },
      english,
    );

    expect(shownBy(components)).toMatch(/→ ferry-timetable\/c01$/m);
  });

  it('offers the dossier of it where there is something to make it from', () => {
    const ids = (draft: DraftId | null) =>
      customIdsOf(checkedCard({ checked: noClaims, described: null, draftId: draft }, english).components);

    expect(ids(draftId)).toContain('1:check.draft:draftAAAAAAA');
    expect(ids(null).join()).not.toContain('check.draft');
  });
});
