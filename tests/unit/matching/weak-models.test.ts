import { describe, expect, it } from 'vitest';
import { type StandIn, standIns } from '../../../bench/matching/fusion/stand-ins.ts';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { closeClaims } from '../../../src/core/matching/close-claims.ts';
import { centreOf, neutralTexts } from '../../../src/core/matching/closeness.ts';
import { embeddedText } from '../../../src/core/matching/embedded-text.ts';
import { fuse } from '../../../src/core/matching/fuse.ts';
import type { Lookup } from '../../../src/core/matching/match.ts';
import { packVectors } from '../../../src/core/matching/packed-vectors.ts';
import { heldOutOffTopicQuestions, heldOutQuestions } from './held-out-questions.ts';
import { offTopicQuestions, readerQuestions } from './reader-questions.ts';
import { sampleClaims } from './sample-dossier.ts';

const claims = sampleClaims();
const index = buildClaimIndex(claims);
const onTopic = [...readerQuestions, ...heldOutQuestions];
const offTopic = [...offTopicQuestions, ...heldOutOffTopicQuestions];

/** What words and a model find together in the shipped dossier. */
function finder({ over }: StandIn): (text: string) => Lookup {
  const vectorOf = over({ claims: claims.map(embeddedText), meant: new Map() });
  const centre = centreOf(neutralTexts.map(vectorOf));
  const vectors = claims.map((claim) => ({ id: claim.id, vector: vectorOf(embeddedText(claim)) }));
  const pack = packVectors(vectors, centre);
  return (text) =>
    fuse(index.lookUp(text, 5), index.rank(text, 20), closeClaims([pack], vectorOf(text), centre) ?? [], 5);
}

/** How many questions show their claim first, are answered wrong, and are told that no claim is known. */
function countsOf(find: (text: string) => Lookup) {
  const found = onTopic.map(({ ask, claim }) => ({ ...find(ask), claim }));
  const isFirst = ({ matches: [first], claim }: (typeof found)[number]) =>
    first?.id.endsWith(`/${claim}`) ?? false;
  return {
    first: found.filter(isFirst).length,
    wrong: found.filter((one) => one.outcome === 'answered' && !isFirst(one)).length,
    offTopicShown: offTopic.filter((text) => find(text).outcome !== 'unanswered').length,
  };
}

describe('a model that knows nothing beside words', () => {
  const { weak, crowded, random } = standIns;

  it.each([
    { why: 'alike are words that keep the same company', standIn: weak },
    { why: 'every cosine is between .7 and .9', standIn: crowded },
    { why: 'every text has a vector drawn at random', standIn: random },
  ])('takes nothing away where $why', ({ standIn }) => {
    const words = countsOf((text) => index.lookUp(text, 5));

    const fused = countsOf(finder(standIn));

    expect(fused.first).toBeGreaterThanOrEqual(words.first);
    expect(fused.wrong).toBeLessThanOrEqual(words.wrong);
    // One in twenty for a claim alone, and as much for several together: see `standingOut`.
    expect(fused.offTopicShown - words.offTopicShown).toBeLessThanOrEqual(offTopic.length / 10);
  });
});
