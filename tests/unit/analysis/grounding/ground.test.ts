import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeExtractively } from '../../../../src/core/analysis/analyze.ts';
import { ground, isTooLittle } from '../../../../src/core/analysis/ground.ts';
import { corpusPosts, judgeCorpus } from '../../../fixtures/grounding/corpus.ts';
import { mutationsOfCorpus } from '../../../fixtures/grounding/mutations.ts';

const post =
  'On 17 May 2017 the council said: “We paid 1,000 euros” to Keith Barlow. Barlow did not thank them. The council paid 1,000 euros again…';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

function quoted(quote: string) {
  return ground(post, { summary: [], claims: [{ quote, gist: '', kind: 'factual' }] });
}

function summed(sentence: string) {
  return ground(post, { summary: [sentence], claims: [] });
}

function codes(sentence: string) {
  return summed(sentence).dropped.map(({ code }) => code);
}

describe('what is quoted', () => {
  it.each([
    ['said: "We paid 1,000 euros"', 'said: “We paid 1,000 euros”'],
    ['Barlow  did not\nthank them...', 'Barlow did not thank them'],
    ['barlow did not thank them.', 'Barlow did not thank them.'],
  ])('%j is found in other spaces, marks and capitals', (typed, found) => {
    expect(quoted(typed).claims[0]?.quote).toBe(found);
  });

  it.each(['Barlow did thank them', 'We paid 1,000 euro', '000 euros', '…', ''])(
    '%j is no quote of it',
    (typed) => {
      expect(quoted(typed).claims).toEqual([]);
    },
  );

  it('twice is found at two places', () => {
    const claim = { quote: 'paid 1,000 euros', gist: '', kind: 'factual' as const };

    const { claims } = ground(post, { summary: [], claims: [claim, claim, claim] });

    expect(claims.map(({ start }) => start)).toEqual([
      post.indexOf(claim.quote),
      post.lastIndexOf(claim.quote),
    ]);
  });
});

describe('a sentence', () => {
  it.each([
    'The post says the council paid a thousand euros on May 17, 2017.',
    'According to the post, Keith Barlow did not thank the council.',
  ])('%j passes', (sentence) => {
    expect(codes(sentence)).toEqual([]);
  });

  it.each([
    ['The council paid 1,000 euros.', 'unattributed'],
    ['The post says the council paid 2,000 euros.', 'number.invented'],
    ['The post says the council paid 1,000 dollars.', 'unit.changed'],
    ['The post says the council paid 1,000 euros in June.', 'date.invented'],
    ['The post says the council paid 1,000 euros to Maria Stone.', 'name.invented'],
    ['The post says Barlow did thank the council.', 'negation.lost'],
    ['The post says the council did not pay 1,000 euros.', 'negation.added'],
    ['The post falsely says the council paid 1,000 euros.', 'verdict'],
    ['The post says the council paid; share this now.', 'order-to-reader'],
    ['Der Beitrag sagt, dass der Rat nicht gezahlt hat.', 'other-language'],
    ['The post says whales sing in deep oceans.', 'off-topic'],
  ])('%j is dropped: %s', (sentence, code) => {
    const { dropped, complaints } = summed(sentence);

    expect(dropped.map((one) => one.code)).toContain(code);
    expect(complaints.length).toBe(dropped.length);
  });

  it('may use what a cited note says', () => {
    const sentence = 'The post says the council paid Maria Stone.';

    const { summary } = ground(post, { summary: [sentence], claims: [] }, [
      'Maria Stone was paid by the council.',
    ]);

    expect(summary).toHaveLength(1);
  });
});

describe('a sentence about several people', () => {
  const interview =
    'Ruth Okell runs the Callen Harbour office. One man was led away by deputies after shouting at clerks. Dev Marrin told Callen Radio the gate was shut "to keep people safe". A doctor in the ward said the beds had run out on Saturday. The council paid 46 guards. Forty boys marched.';
  const codesOf = (sentence: string) =>
    ground(interview, { summary: [sentence], claims: [] }).dropped.map(({ code }) => code);

  it.each([
    'According to the post, Ruth Okell runs the Callen Harbour office.',
    'According to the post, Dev Marrin said the gate was shut "to keep people safe".',
    'The post says that a doctor said the beds had run out on Saturday.',
  ])('%j passes', (sentence) => {
    expect(codesOf(sentence)).toEqual([]);
  });

  it.each([
    ['The post says that Dev Marrin was led away by deputies after shouting at clerks.', 'actors.swapped'],
    ['The post says that Ruth Okell said the gate was shut "to keep people safe".', 'actors.swapped'],
    ['According to the post, the boys said the beds had run out on Saturday.', 'actors.swapped'],
    ['The post says that Ruth Marrin runs the Callen Harbour office.', 'name.invented'],
    ['According to the post, Zubrik runs the Callen Harbour office.', 'name.invented'],
    ['The post says that the council paid forty guards.', 'number.invented'],
    ['The post says that the gate was not shut.', 'negation.added'],
    ['The post says that the gate was shut because the guards wanted money.', 'cause.added'],
  ])('%j is dropped: %s', (sentence, code) => {
    expect(codesOf(sentence)).toContain(code);
  });
});

describe('a proposal', () => {
  it('keeps a claim without its gist where only the quote is faithful', () => {
    const { claims } = ground(post, {
      summary: [],
      claims: [{ quote: 'Barlow did not thank them.', gist: 'Barlow is rude.', kind: 'factual' }],
    });

    expect(claims[0]?.gist).toBeNull();
  });

  it('of which less than half is left is too little', () => {
    const proposal = { summary: ['The council paid.', 'Whales sing.'], claims: [] };

    expect(isTooLittle(ground(post, proposal), proposal)).toBe(true);
  });

  it('never throws, and every offset is exact, whatever the texts', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 3 }),
        fc.array(fc.tuple(text, text), { maxLength: 3 }),
        (said, summary, pairs) => {
          const claims = pairs.map(([quote, gist]) => ({ quote, gist, kind: 'factual' as const }));

          const grounded = ground(said, {
            summary,
            claims: [...claims, { quote: said.slice(3, 40), gist: said, kind: 'factual' }],
          });

          for (const { quote, start, end } of grounded.claims) expect(said.slice(start, end)).toBe(quote);
        },
      ),
    );
  });
});

describe('what the rules find', () => {
  const attributions = new Map([
    ['ar', 'يقول المنشور:'],
    ['de', 'Der Beitrag sagt:'],
    ['en', 'The post says:'],
    ['es', 'El mensaje dice:'],
    ['fr', 'Le message dit :'],
    ['it', 'Il post dice:'],
  ]);

  /** The sentences and quotes that the extractive analysis takes from a post, attributed word for word. */
  function proposalFrom(said: string, language = 'en') {
    const says = attributions.get(language) ?? '';
    const { summary, claims } = analyzeExtractively(said);
    return {
      summary: summary.map(({ text: sentence }) => `${says} “${sentence}”`),
      claims: claims.map(({ quote, kind }) => ({ quote, gist: `${says} “${quote}”`, kind })),
    };
  }

  it.each(corpusPosts())('in $id passes', ({ post: said, language }) => {
    const { summary, claims } = proposalFrom(said, language);

    const grounded = ground(said, { summary, claims });

    expect(grounded.dropped).toEqual([]);
    expect(grounded.claims.map(({ quote }) => quote)).toEqual(claims.map(({ quote }) => quote));
  });

  it('in any text is found again at its place', () => {
    fc.assert(
      fc.property(text, (said) => {
        const { claims } = proposalFrom(said);

        const grounded = ground(said, { summary: [], claims });

        expect(grounded.claims.map(({ quote }) => quote)).toEqual(claims.map(({ quote }) => quote));
      }),
    );
  });
});

/**
 * Floors, a little below what is reached; `node bench/analysis/grounding.ts` tells it by kind. The errors on the first five series
 * were read. Those on the sixth and seventh were not, and they are what a post gets that nobody has seen: 119 of 157 faithful texts
 * pass and 183 of 240 wrong ones, which are worded close to their posts, are rejected.
 */
describe('the corpus', () => {
  const judged = judgeCorpus();
  const rightly = (isFaithful: boolean, series: readonly number[]) => {
    const own = judged.filter((one) => one.isFaithful === isFaithful && series.includes(one.series));
    return own.filter(({ passed }) => passed === isFaithful).length / own.length;
  };

  it.each([
    ['passes faithful texts of the first two series', true, [1, 2], 0.97],
    ['rejects wrong texts of the first two series', false, [1, 2], 0.93],
    ['passes faithful texts of the third series', true, [3], 0.92],
    ['rejects wrong texts of the third series', false, [3], 0.96],
    ['passes faithful texts of the fourth series', true, [4], 0.84],
    ['rejects wrong texts of the fourth series', false, [4], 0.69],
    ['passes faithful texts of the fifth series', true, [5], 0.64],
    ['rejects wrong texts of the fifth series', false, [5], 0.59],
    ['passes faithful texts of the sixth and seventh series', true, [6, 7], 0.74],
    ['rejects wrong texts of the sixth and seventh series', false, [6, 7], 0.74],
  ])('%s', (_, isFaithful, series, least) => {
    expect(rightly(isFaithful, series)).toBeGreaterThanOrEqual(least);
  });

  it('is rejected where a machine changed a number or a name', () => {
    const mutations = mutationsOfCorpus().filter(({ kind }) => kind === 'number' || kind === 'other-name');

    const rejected = mutations.filter(
      ({ postText, text: wrong }) => ground(postText, { summary: [wrong], claims: [] }).summary.length === 0,
    );

    expect(rejected.length / mutations.length).toBeGreaterThanOrEqual(0.92);
  });
});
