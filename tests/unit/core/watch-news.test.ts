import { describe, expect, it } from 'vitest';
import { parseClaimReference } from '../../../src/core/claim.ts';
import { ClaimId, DossierId, WatchId } from '../../../src/core/ids.ts';
import type { ClaimFacts, ClaimWatch, QuestionWatch } from '../../../src/core/watch.ts';
import {
  afterTelling,
  beginTelling,
  claimChange,
  newsBeingTold,
  notTold,
} from '../../../src/core/watch-news.ts';

const seen: ClaimFacts = {
  standing: 'unsourced',
  quote: 'quote',
  gist: 'gist',
  notes: { one: 'a', two: 'b' },
};
const claim = {
  dossierId: DossierId.parse('AAAAAAAAAAAA'),
  claimId: ClaimId.parse('BBBBBBBBBBBB'),
  reference: parseClaimReference('ferry/c01'),
};
const watched: ClaimWatch = {
  kind: 'claim',
  id: WatchId.parse('CCCCCCCCCCCC'),
  claim,
  seen,
  telling: null,
};
const asked: QuestionWatch = {
  kind: 'question',
  id: WatchId.parse('DDDDDDDDDDDD'),
  text: 'who pays the ferry',
  answer: null,
  telling: false,
};
const unchanged = {
  became: 'other',
  standing: null,
  notes: { added: 0, withdrawn: 0, edited: 0 },
  quote: false,
  gist: false,
};

describe('what changed of a claim', () => {
  it('is nothing when all that is known of it is the same, in whatever order its notes stand', () => {
    expect(claimChange(seen, { ...seen, notes: { two: 'b', one: 'a' } })).toBeNull();
  });

  it('is nothing when a note was taken away and put back word for word', () => {
    expect(claimChange(seen, { ...seen, notes: { one: 'a', three: 'b' } })).toBeNull();
    expect(claimChange(seen, { ...seen, notes: { one: 'a', three: 'b', four: 'b' } })).toMatchObject({
      notes: { added: 1, withdrawn: 0, edited: 0 },
    });
  });

  it.each([
    {
      what: 'its standing',
      now: { ...seen, standing: 'mixed' as const },
      change: { standing: { from: 'unsourced', to: 'mixed' } },
    },
    {
      what: 'a note that was added',
      now: { ...seen, notes: { ...seen.notes, three: 'c' } },
      change: { notes: { added: 1, withdrawn: 0, edited: 0 } },
    },
    {
      what: 'a note that was withdrawn',
      now: { ...seen, notes: { one: 'a' } },
      change: { notes: { added: 0, withdrawn: 1, edited: 0 } },
    },
    {
      what: 'a note that was edited',
      now: { ...seen, notes: { one: 'a', two: 'c' } },
      change: { notes: { added: 0, withdrawn: 0, edited: 1 } },
    },
    {
      what: 'one note in place of another',
      now: { ...seen, notes: { one: 'a', three: 'c' } },
      change: { notes: { added: 1, withdrawn: 1, edited: 0 } },
    },
    { what: 'its quote', now: { ...seen, quote: 'other' }, change: { quote: true } },
    { what: 'its gist', now: { ...seen, gist: 'other' }, change: { gist: true } },
  ])('is $what', ({ now, change }) => {
    expect(claimChange(seen, now)).toEqual({ ...unchanged, ...change });
  });

  it('is that it is gone', () => {
    expect(claimChange(seen, 'gone')).toEqual({ became: 'gone' });
  });
});

describe('the telling of a claim', () => {
  const now: ClaimFacts = { ...seen, standing: 'mixed' };

  it('begins with what has changed, and only then', () => {
    expect(beginTelling(watched, seen)).toBeNull();
    expect(beginTelling(watched, now)).toEqual({ ...watched, telling: now });
  });

  it('tells what was decided on when it began', () => {
    expect(newsBeingTold(watched)).toBeNull();
    expect(newsBeingTold({ ...watched, telling: now })).toEqual({
      about: 'claim',
      watchId: watched.id,
      reference: claim.reference,
      change: { ...unchanged, standing: { from: 'unsourced', to: 'mixed' } },
    });
  });

  it('goes on from there once it was told', () => {
    expect(afterTelling({ ...watched, telling: now })).toEqual({ ...watched, seen: now });
    expect(afterTelling(watched)).toBe(watched);
  });

  it('ends with the claim', () => {
    expect(afterTelling({ ...watched, telling: 'gone' })).toBeNull();
  });

  it('is to be done anew when it was not told', () => {
    expect(notTold({ ...watched, telling: now })).toEqual(watched);
  });
});

describe('the telling of an answer', () => {
  const answered: QuestionWatch = { ...asked, answer: claim };

  it('begins once there is one', () => {
    expect(beginTelling(asked, 'gone')).toBeNull();
    expect(beginTelling(answered, 'gone')).toEqual({ ...answered, telling: true });
  });

  it('tells the claim, and ends the watch', () => {
    const telling = { ...answered, telling: true };

    expect(newsBeingTold(answered)).toBeNull();
    expect(newsBeingTold(telling)).toEqual({
      about: 'question',
      watchId: asked.id,
      text: asked.text,
      answer: claim,
    });
    expect(afterTelling(telling)).toBeNull();
    expect(afterTelling(answered)).toBe(answered);
    expect(notTold(telling)).toEqual(answered);
  });
});
