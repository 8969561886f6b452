import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames, featuresOf } from '../../../src/core/analysis/check-worthiness/features.ts';
import { FEATURE_WEIGHTS } from '../../../src/core/analysis/check-worthiness/weights.ts';
import { WORD_WEIGHTS } from '../../../src/core/analysis/check-worthiness/word-weights.ts';
import { checkWorthiness, WORTH_CHECKING_FROM } from '../../../src/core/analysis/check-worthiness.ts';

function has(text: string, feature: string): boolean {
  return (featuresOf(text).inputs[featureNames.indexOf(feature)] ?? 0) > 0;
}

const seen = [
  { text: 'It rose by 12% in a year.', feature: 'percentSign', why: 'a share in figures' },
  { text: 'They paid $400 for it.', feature: 'moneySign', why: 'a sum of money' },
  { text: 'They paid $ 400 for it.', feature: 'moneySign', why: 'a space after the sign' },
  { text: 'We lost 6.5 million jobs.', feature: 'magnitude', why: 'a number of people or things' },
  { text: 'That began in 1985.', feature: 'year', why: 'a year' },
  { text: 'There were 40,000 of them.', feature: 'bigNumber', why: 'thousands in figures' },
  { text: 'Yesterday Merkel met Macron.', feature: 'name', why: 'a capital inside a sentence' },
  { text: 'Then NATO came.', feature: 'acronym', why: 'capitals alone' },
  { text: 'The drug causes cancer.', feature: 'cause', why: 'a cause, in any form of the verb' },
  { text: 'She admitted it.', feature: 'report', why: 'what somebody said, in any form of the verb' },
  { text: 'He was convicted of murder.', feature: 'crime', why: 'a crime' },
  { text: 'He voted against it.', feature: 'record', why: 'what somebody did in office' },
  { text: 'We have to talk.', feature: 'obligation', why: 'two words that are one sign' },
  { text: 'Who are you?', feature: 'asks', why: 'a question' },
  { text: 'I will win.', feature: 'opensWithI', why: 'an intention of the writer' },
  { text: 'And I will win.', feature: 'opensWithI', why: '"and" passed over' },
  { text: 'Die Steuern sind gestiegen, und das ist nicht gut.', feature: 'money', why: 'German' },
  {
    text: 'Le gouvernement a augmenté les impôts dans le pays.',
    feature: 'money',
    why: 'French, with accents',
  },
  { text: 'El gobierno ha aprobado la ley que sube los impuestos.', feature: 'law', why: 'Spanish' },
  { text: 'De regering heeft de belasting verhoogd en dat is niet goed.', feature: 'money', why: 'Dutch' },
  { text: 'أعلنت الحكومة أن اللقاحات في المستشفى', feature: 'health', why: 'Arabic, behind an article' },
];

const unseen = [
  { text: 'I agree with it.', feature: 'name', why: '"I" is no name' },
  { text: 'Houses burn. Trees fall.', feature: 'name', why: 'a sentence begins after a full stop' },
  { text: 'See https://example.org/2019 for it', feature: 'number', why: 'a link holds no number' },
  { text: '#covid19 #stayhome', feature: 'number', why: 'nor does a hashtag' },
  {
    text: 'Der Krieg war lang, und die Menschen sind nicht froh.',
    feature: 'secondPerson',
    why: 'German words are not read as English',
  },
];

describe('what is seen in a sentence', () => {
  it.each(seen)('$why: “$text” has $feature', ({ text, feature }) => {
    expect(has(text, feature)).toBe(true);
  });

  it.each(unseen)('$why: “$text” has no $feature', ({ text, feature }) => {
    expect(has(text, feature)).toBe(false);
  });

  it('weighs nothing that is not seen', () => {
    expect(Object.keys(FEATURE_WEIGHTS).filter((name) => !featureNames.includes(name))).toEqual([]);
  });

  it('has a table of words that a person can read through', () => {
    expect(Object.keys(WORD_WEIGHTS).length).toBeLessThanOrEqual(150);
  });
});

const worthy = [
  { text: 'Unemployment fell from 10 percent to 4.7 percent.', why: 'numbers that changed' },
  { text: 'He voted against the tax bill in 2003.', why: 'a record in office' },
  { text: 'Twenty million people have lost their health insurance.', why: 'many people' },
  { text: 'El paro bajó del 26% al 14% en 2019.', why: 'numbers that changed, in Spanish' },
  { text: 'The senator said that crime had increased by 45%.', why: 'reported speech with a share' },
];

const unworthy = [
  { text: 'Thank you very much, good evening.', why: 'a greeting' },
  { text: 'Trabajamos cada día por el futuro de España.', why: 'a promise in Spanish' },
  { text: 'What would you do about it?', why: 'a question' },
  { text: 'I think we should be kind to each other.', why: 'an opinion and a wish' },
  { text: 'I will never let you down.', why: 'an intention' },
  { text: 'Please share this with your friends!', why: 'an order' },
  { text: '', why: 'nothing' },
  { text: '…', why: 'no word' },
];

describe('checkWorthiness', () => {
  it.each(worthy)('finds worth checking: $why', ({ text }) => {
    expect(checkWorthiness(text)).toBeGreaterThan(WORTH_CHECKING_FROM);
  });

  it.each(unworthy)('finds not worth checking: $why', ({ text }) => {
    expect(checkWorthiness(text)).toBeLessThan(0.2);
  });

  it('is a chance for any text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
    );

    fc.assert(
      fc.property(anyText, (text) => {
        const chance = checkWorthiness(text);

        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same for the same text, whatever was judged before', () => {
    const before = checkWorthiness('The army killed 40 people in 2016.');

    checkWorthiness('Der Krieg hat 40 Menschen getötet.');

    expect(checkWorthiness('The army killed 40 people in 2016.')).toBe(before);
  });
});
