import { describe, expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { sampleClaims } from './sample-dossier.ts';

const index = buildClaimIndex(sampleClaims());

describe('the shipped dossier, which is in English, asked in other languages', () => {
  test.each([
    { text: 'Wie groß ist die PMU verglichen mit der Hezbollah?', claim: 'c03' },
    { text: 'Qui est plus grand, PMU ou Hezbollah ?', claim: 'c03' },
  ])('names carry: $text', ({ text, claim }) => {
    const { outcome, matches } = index.lookUp(text, 5);

    expect(outcome).not.toBe('unanswered');
    expect(matches[0]?.id).toBe(`iraqi-militias-in-syria/${claim}`);
  });

  test.each([
    'Wer bezahlt die Milizen?',
    '¿Quién paga a las milicias?',
    'Qui paie les milices ?',
    'من يدفع رواتب الميليشيات العراقية في سوريا؟',
    'Кто платит ополченцам?',
  ])('where no name is shared there is no answer: %s', (text) => {
    expect(index.lookUp(text, 5).outcome).not.toBe('answered');
  });

  test.each([
    'Wie wird das Wetter morgen in Berlin?',
    'Wer hat die Wahl in Brasilien gewonnen?',
    'Welche Impfung brauche ich für Thailand?',
    '¿Quién ganó el mundial de fútbol?',
    '¿Es verdad que el limón cura el cáncer?',
    'Quel est le meilleur restaurant de Lyon ?',
    'Le vaccin contient-il une puce ?',
    'Kto wygrał wybory w Polsce?',
    'O limão cura o câncer?',
    'من فاز بكأس العالم؟',
    'هل يعالج الليمون السرطان؟',
    'क्या नींबू से कैंसर ठीक होता है?',
    'Кто победил на выборах?',
    'ใครชนะการเลือกตั้ง',
    '誰が選挙に勝ったのか',
  ])('a question about something else is unanswered: %s', (text) => {
    expect(index.lookUp(text, 5).outcome).toBe('unanswered');
  });
});
