import { describe, expect, test } from 'vitest';
import { buildClaimIndex, type IndexedClaim } from '../../../src/core/matching/claim-index.ts';

const claims: readonly IndexedClaim[] = [
  {
    id: 'dam/c01',
    quote: 'The dam was never inspected.',
    gist: 'The post says nobody inspected it.',
    title: 'The dam',
  },
  { id: 'dam/c02', quote: 'It cost nine million euros.', gist: 'The post gives a price.', title: 'The dam' },
  {
    id: 'dam/c03',
    quote: 'Villagers were not warned.',
    gist: 'The post says no warning was given.',
    title: 'The dam',
    context: 'A report by Ostrava Polytechnic found sirens in two of five villages.',
  },
  { id: 'bus/c01', quote: 'Night buses are cancelled.', gist: 'The post says so.', title: 'Bus timetable' },
];

const ids = (matches: readonly { readonly id: string }[]) => matches.map(({ id }) => id);

describe('lookUp', () => {
  const index = buildClaimIndex(claims);

  test.each([
    { text: 'did anyone inspect the dam', want: 'dam/c01', why: 'another form of the word' },
    { text: 'was the dam ever inspekted', want: 'dam/c01', why: 'a typo' },
    { text: 'what did it cost', want: 'dam/c02', why: 'the word itself' },
    { text: 'how expensive: what was the PRICE', want: 'dam/c02', why: 'the gist says it' },
    { text: 'Ostrava Polytechnic', want: 'dam/c03', why: 'only its context names them' },
    { text: 'night bus', want: 'bus/c01', why: 'a singular' },
  ])('$text finds $want: $why', ({ text, want }) => {
    expect(index.lookUp(text, 5).matches[0]?.id).toBe(want);
  });

  test('a question in a claim’s own words is answered with it', () => {
    const { outcome, matches } = index.lookUp('The dam was never inspected', 5);

    expect(outcome).toBe('answered');
    expect(matches[0]?.id).toBe('dam/c01');
    expect(matches[0]?.confidence).toBeGreaterThan(0.6);
  });

  test.each([
    { text: '', why: 'nothing is asked' },
    { text: 'is it the one that they had?', why: 'there are only stop words' },
    { text: '🤡🤡🤡', why: 'there are no words' },
    { text: 'best lasagne recipe', why: 'no claim is about that' },
  ])('"$text" is unanswered: $why', ({ text }) => {
    const { outcome, matches } = index.lookUp(text, 5);

    expect(outcome).toBe('unanswered');
    for (const match of matches) expect(match.confidence).toBeLessThan(0.2);
  });

  test('two claims that say the same are a choice, not an answer', () => {
    const twins = buildClaimIndex([
      { id: 'a', quote: 'The bridge was closed in May.', gist: '', title: 'One' },
      { id: 'b', quote: 'The bridge was closed in May.', gist: '', title: 'Two' },
      { id: 'c', quote: 'The ferry sails on Sundays.', gist: '', title: 'Three' },
    ]);

    const { outcome, matches } = twins.lookUp('was the bridge closed', 5);

    expect(outcome).toBe('ambiguous');
    expect(ids(matches)).toEqual(['a', 'b']);
  });

  test('a match names the words it answers to as they were typed', () => {
    const { matches } = index.lookUp('Was the DAM ever inspekted by aliens?', 1);

    expect(matches[0]?.words).toEqual(['DAM', 'inspekted']);
  });

  test('a question that names the subject means any claim of its dossier', () => {
    const dossier = [
      'The dam leaks.',
      'It cost nine million.',
      'Cracks were painted over.',
      'The dam is old.',
    ].map((quote, at) => ({
      id: `c${at}`,
      quote,
      gist: '',
      title: 'Post',
      context: 'A note on the dam above Lesna.',
    }));

    expect(buildClaimIndex(dossier).lookUp('how much did the dam cost', 5).matches[0]?.id).toBe('c1');
  });

  test.each([0, 1, 2])('never gives more than %i matches when so many are asked for', (limit) => {
    expect(index.lookUp('the dam the village the cost', limit).matches.length).toBeLessThanOrEqual(limit);
  });

  test('an index of nothing answers nothing', () => {
    const empty = buildClaimIndex([]);

    expect(empty.size).toBe(0);
    expect(empty.lookUp('who pays', 5)).toEqual({ outcome: 'unanswered', matches: [] });
    expect(empty.suggest('', 5)).toEqual([]);
  });

  test('two claims with one id are refused', () => {
    const [claim] = claims;

    expect(() => buildClaimIndex(claim === undefined ? [] : [claim, claim])).toThrow(RangeError);
  });
});

describe('suggest', () => {
  const index = buildClaimIndex(claims);

  test.each([
    { prefix: 'insp', want: 'dam/c01', why: 'a word is begun' },
    { prefix: 'night b', want: 'bus/c01', why: 'the second word is begun' },
    { prefix: 'vilagers war', want: 'dam/c03', why: 'the first word has a typo' },
    { prefix: 'the dam inspected ', want: 'dam/c01', why: 'the last word is finished' },
  ])('"$prefix" suggests $want first: $why', ({ prefix, want }) => {
    expect(index.suggest(prefix, 5)[0]?.id).toBe(want);
  });

  test.each(['', '   ', '😀'])('"%s" suggests the first claims as they were given', (prefix) => {
    expect(ids(index.suggest(prefix, 3))).toEqual(['dam/c01', 'dam/c02', 'dam/c03']);
  });

  test('what no claim begins with suggests nothing', () => {
    expect(index.suggest('zyx', 5)).toEqual([]);
  });

  test('a word typed letter by letter keeps its claim in the list from the third letter on', () => {
    for (let typed = 3; typed <= 'inspected'.length; typed += 1) {
      expect(ids(index.suggest('inspected'.slice(0, typed), 5))).toContain('dam/c01');
    }
  });
});
