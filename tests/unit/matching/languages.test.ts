import { describe, expect, test } from 'vitest';
import type { LanguageCode } from '../../../src/core/matching/language.ts';
import { languageCodes, languageOf } from '../../../src/core/matching/languages.ts';
import { contentWords } from '../../../src/core/matching/read-words.ts';
import { piecesOf } from '../../../src/core/matching/tokenise.ts';

const stems = (text: string, code: LanguageCode) => {
  const language = languageOf(code);
  return piecesOf(text)
    .flatMap((piece) => contentWords(piece, language))
    .map((word) => language.stem(word));
};

describe('words of one family have one stem', () => {
  test.each<{ code: LanguageCode; one: string; other: string }>([
    { code: 'de', one: 'Impfung', other: 'Impfungen' },
    { code: 'de', one: 'Häuser', other: 'Haus' },
    { code: 'de', one: 'Muenchen', other: 'München' },
    { code: 'de', one: 'Straße', other: 'Strasse' },
    { code: 'fr', one: 'l’homme', other: 'hommes' },
    { code: 'fr', one: 'vaccinés', other: 'vaccination' },
    { code: 'fr', one: 'hôpitaux', other: 'hôpital' },
    { code: 'fr', one: "qu'Ibenge", other: 'Ibenge' },
    { code: 'es', one: 'vacunas', other: 'vacunación' },
    { code: 'es', one: 'soldados', other: 'soldado' },
    { code: 'es', one: 'policía', other: 'policia' },
    { code: 'pt', one: 'vacinação', other: 'vacinas' },
    { code: 'pt', one: 'hospitais', other: 'hospital' },
    { code: 'it', one: 'dell’ospedale', other: 'ospedali' },
    { code: 'it', one: 'banche', other: 'banca' },
    { code: 'nl', one: 'soldaten', other: 'soldaat' },
    { code: 'nl', one: 'mannen', other: 'man' },
    { code: 'pl', one: 'żołnierzami', other: 'zolnierzom' },
    { code: 'pl', one: 'szczepionkami', other: 'szczepionkach' },
    { code: 'ru', one: 'вакцинами', other: 'вакцина' },
    { code: 'ru', one: 'ещёлка', other: 'ещелка' },
    { code: 'tr', one: 'askerlerin', other: 'askeri' },
    { code: 'id', one: 'pemerintahnya', other: 'pemerintah' },
    { code: 'ar', one: 'والصورة', other: 'صور' },
    { code: 'ar', one: 'بالمستشفى', other: 'المستشفي' },
    { code: 'ar', one: 'أُسْبُوع', other: 'اسبوع' },
    { code: 'ar', one: '٥٠٠', other: '500' },
    { code: 'hi', one: 'लड़कों', other: 'लड़का' },
    { code: 'hi', one: 'सन्देश', other: 'संदेश' },
    { code: 'hi', one: '२०२२', other: '2022' },
  ])('$code: $one and $other', ({ code, one, other }) => {
    expect(stems(one, code)).toEqual(stems(other, code));
    expect(stems(one, code)).toHaveLength(1);
  });

  test.each<{ code: LanguageCode; one: string; other: string }>([
    { code: 'de', one: 'Mauer', other: 'Maus' },
    { code: 'fr', one: 'police', other: 'poisson' },
    { code: 'es', one: 'guerra', other: 'gobierno' },
    { code: 'ar', one: 'سوريا', other: 'مصر' },
    { code: 'hi', one: 'सेना', other: 'सोना' },
  ])('$code: $one is not $other', ({ code, one, other }) => {
    expect(stems(one, code)).not.toEqual(stems(other, code));
  });
});

describe('stop words', () => {
  test.each<{ code: LanguageCode; text: string }>([
    { code: 'de', text: 'Das ist nicht über mich' },
    { code: 'de', text: 'fuer ueber' },
    { code: 'fr', text: 'Qu’est-ce que c’est' },
    { code: 'es', text: '¿Por qué no está aquí?' },
    { code: 'pt', text: 'Você não está aqui' },
    { code: 'it', text: 'Perché non è così' },
    { code: 'nl', text: 'Waarom is dit niet zo' },
    { code: 'pl', text: 'Dlaczego to nie jest tak' },
    { code: 'ru', text: 'Почему это не так' },
    { code: 'tr', text: 'neden böyle değil' },
    { code: 'id', text: 'kenapa ini tidak begitu' },
    { code: 'ar', text: 'لماذا هذا ليس في' },
    { code: 'hi', text: 'यह क्यों नहीं है' },
    { code: 'th', text: 'ทำไม' },
  ])('$code: nothing is left of “$text”', ({ code, text }) => {
    expect(stems(text, code)).toEqual([]);
  });

  test.each(languageCodes)('%s: a stem is not longer than its word, and never empty', (code) => {
    const language = languageOf(code);
    for (const word of [
      'a',
      'ab',
      'impfungen',
      'vacunaciones',
      'والصورة',
      'लड़कों',
      'солдатами',
      'ทหาร',
      '5',
    ]) {
      const stem = language.stem(word);
      expect(stem).not.toBe('');
      expect(stem.length).toBeLessThanOrEqual(word.length);
    }
  });
});

test.each<{ code: LanguageCode; word: string; want: string }>([
  { code: 'de', word: 'drei', want: '3' },
  { code: 'fr', word: 'deux', want: '2' },
  { code: 'es', word: 'doce', want: '12' },
  { code: 'ru', word: 'пять', want: '5' },
])('$code: $word is $want', ({ code, word, want }) => {
  expect(languageOf(code).numberOf(word)).toBe(want);
});
