import { describe, expect, test } from 'vitest';
import type { AskedQuestion } from '../../../src/core/matching/asked-question.ts';
import { groupingOf, groupQuestions } from '../../../src/core/matching/group-questions.ts';

const day = '2026-03-02';

/** Questions of one day, each by another member. */
const askedBySome = (...texts: string[]): AskedQuestion[] =>
  texts.map((text, number) => ({ id: `q${number}`, text, day, asker: `asker ${number}` }));

const groupsOf = (...texts: string[]) =>
  groupQuestions(askedBySome(...texts)).map(({ questions }) => questions.map(({ text }) => text));

const labelsOf = (asked: readonly AskedQuestion[]) => groupQuestions(asked).map(({ label }) => label);

describe('groupQuestions', () => {
  test.each([
    ['who pays the militias', 'Who is paying the militias?'],
    ['who pays the militias', 'who pays the salaries of the militias'],
    ['Did Iran bomb Kirkuk?', 'was Kirkuk bombed by Iran last week'],
    ['how many US soldiers are in iraq', 'how many american troops are in iraq'],
    ['Did Soleimani meet Nujaba leaders', 'did suleimani meet the nujaba leader'],
    ['Wer bezahlt die Milizen?', 'Wer bezahlt die Miliz'],
    ['did 3 soldiers die', 'did three soldiers die'],
    ['who pays the militias', "Isn't it Iran who pays the militias"],
  ])('“%s” and “%s” are one question', (one, other) => {
    expect(groupsOf(one, other)).toHaveLength(1);
  });

  test.each([
    ['Did Iran bomb Kirkuk?', 'Did Iran bomb Mosul?', 'a name differs'],
    ['who pays the militias', 'who leads the militias', 'an act differs'],
    ['is the PMF part of the Iraqi army', 'is the PMF paid by the Iraqi army', 'one common word differs'],
    ['did 3 soldiers die', 'did four soldiers die', 'a number differs'],
    ['did 100 soldiers die in Kirkuk', 'did 1,000 soldiers die in Kirkuk', 'a number differs'],
    ['did soldiers die in Kirkuk', 'did 100 soldiers die in Kirkuk', 'one has no number'],
    ['does Iran pay the militias', 'does Iran not pay the militias', 'one says not'],
    ['is it legal to protest', 'is it illegal to protest', 'the opposite'],
    ['is the mayor of Hamburg corrupt', 'is the mayor of Bremen corrupt', 'a place differs'],
    ['Hat der Iran Kirkuk bombardiert', 'Hat der Iran Mossul bombardiert', 'a name differs, in German'],
    ['Iran?', 'Did Iran pay?', 'a subject is no question'],
  ])('“%s” and “%s” are two: %s', (one, other) => {
    expect(groupsOf(one, other)).toHaveLength(2);
  });

  test.each([
    ['Does Iran pay Iraq', 'Does Iraq pay Iran'],
    ['when was Muhandis killed', 'why was Muhandis killed'],
  ])('“%s” and “%s” are taken for one: order and question words count nothing', (one, other) => {
    expect(groupsOf(one, other)).toHaveLength(1);
  });

  test('no chain of small steps joins what is far apart', () => {
    const steps = [
      'militia Kirkuk',
      'militia Kirkuk Mosul',
      'militia Kirkuk Mosul Erbil Basra',
      'militia Kirkuk Mosul Erbil Basra Najaf Samarra Tikrit',
    ] as const;

    const groups = groupsOf(...steps);

    expect(groups.map(({ length }) => length)).toEqual([2, 2]);
    expect(groups.filter((group) => group.includes(steps[0]) && group.includes(steps[3]))).toEqual([]);
  });

  test('questions without a telling word are together only where they are the same', () => {
    expect(
      groupsOf('who is it?', 'Who is it', 'what was that', '???', '???').map(({ length }) => length),
    ).toEqual([2, 2, 1]);
  });

  test('the biggest group comes first', () => {
    const groups = groupsOf('did Iran bomb Mosul', 'who pays the militias', 'who pays militias');

    expect(groups).toEqual([['who pays militias', 'who pays the militias'], ['did Iran bomb Mosul']]);
  });
});

describe('the label of a group', () => {
  const three = ['who pays the militias', 'who pays the militias now', 'who is paying militias?'];

  test('is its most central question, once three members asked on one day', () => {
    expect(labelsOf(askedBySome(...three, 'who pays the militias of Baghdad'))).toEqual([
      'who pays the militias',
    ]);
  });

  test.each([
    { why: 'two members', change: (asked: AskedQuestion[]) => asked.slice(1) },
    {
      why: 'one member three times',
      change: (asked: AskedQuestion[]) => asked.map((each) => ({ ...each, asker: 'asker 0' })),
    },
    {
      why: 'three members on two days',
      change: (asked: AskedQuestion[]) =>
        asked.map((each, place) => (place === 0 ? { ...each, day: '2026-03-03' } : each)),
    },
    {
      why: 'one of three not known',
      change: (asked: AskedQuestion[]) =>
        asked.map((each, place) => (place === 0 ? { ...each, asker: null } : each)),
    },
  ])('is not given for $why', ({ change }) => {
    expect(labelsOf(change(askedBySome(...three)))).toEqual([null]);
  });

  test('holds no word that fewer than three members used that day', () => {
    const odd = 'does anna meier pay the militias';
    const asked = askedBySome(odd, odd, 'who pays the militias', 'militias pay', 'who pays militias');

    const [label] = labelsOf(asked.map((each, place) => (place < 2 ? { ...each, asker: 'asker 0' } : each)));

    expect(label).not.toMatch(/meier/);
  });

  test('is none where every text has a word of one member alone', () => {
    const asked = askedBySome(
      'militias in Kirkuk who pays them',
      'militias in Kirkuk, Meier pays them',
      'militias in Kirkuk, https://example.org/me pays them',
    );

    expect(labelsOf(asked.slice(1)).filter((label) => label !== null)).toEqual([]);
    expect(labelsOf(asked)).toEqual(['militias in Kirkuk who pays them']);
  });

  test('holds no emoji or other sign that fewer than three members used that day', () => {
    const signed = askedBySome(
      'who pays militias 🦊',
      'who pays militias ~~',
      'who is paying the militias 🐙',
    );

    expect(labelsOf(signed)).toEqual([null]);
    expect(
      labelsOf([...signed, ...askedBySome('who pays militias').map((each) => ({ ...each, id: 'plain' }))]),
    ).toEqual(['who pays militias']);
    expect(labelsOf(signed.map((each) => ({ ...each, text: 'who pays militias 🦊' })))).toEqual([
      'who pays militias 🦊',
    ]);
  });

  test('holds no web address of one member', () => {
    const asked = askedBySome(
      'who pays militias https://example.org/me',
      'who pays militias https://example.org/you',
      'who pays militias https://example.org/them',
    );

    expect(labelsOf(asked)).toEqual([null]);
  });
});

describe('grouping in pieces', () => {
  const subjects = 'militia army minister pipeline village treaty embargo drone border convoy'.split(' ');
  const acts = 'pays sold bombed denied burned signed guards shut crossed lost'.split(' ');
  const places = 'Kirkuk Mosul Erbil Basra Najaf Samarra Tikrit Sinjar Amara Karbala'.split(' ');

  /** A thousand questions of a hundred members on four days, nearly each in words of its own. */
  const many = Array.from({ length: 1_000 }, (_, number): AskedQuestion => {
    const [subject, act, place] = [number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100)];
    return {
      id: `q${number}`,
      text: `did the ${subjects[subject]} that ${acts[act]} ${number % 7 === 0 ? 'really ' : ''}leave ${places[place]}`,
      day: `2026-03-0${(number % 4) + 1}`,
      asker: `asker ${number % 100}`,
    };
  });

  /** What a grouping returns, and how often it can be interrupted. */
  function interrupted(asked: readonly AskedQuestion[]) {
    const work = groupingOf(asked);
    for (let pieces = 1; ; pieces += 1) {
      const step = work.next();
      if (step.done === true) return { groups: step.value, pieces };
    }
  }

  test('gives the same as in one go, whatever the order of the questions', () => {
    const { groups } = interrupted(many);

    expect(groups).toEqual(groupQuestions(many));
    expect(interrupted(many.toReversed()).groups).toEqual(groups);
  });

  test('can be interrupted the more often the more there is to do', () => {
    expect(interrupted(many).pieces).toBeGreaterThan(4 * interrupted(many.slice(0, 50)).pieces);
  });

  test('can be interrupted in the midst of questions that are all alike', () => {
    const alike = many.slice(0, 300).map((each, number) => ({
      ...each,
      text: `who pays ${subjects.filter((_, bit) => (number >> bit) % 2 === 0).join(' ')} in Kirkuk, Mosul, Erbil, Basra, Najaf`,
    }));

    expect(interrupted(alike).pieces).toBeGreaterThan(20);
  });
});
