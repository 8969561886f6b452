import { describe, expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';

const claim = (id: string, quote: string) => ({ id, quote, gist: '', title: '' });

const index = buildClaimIndex([
  claim('ar', 'صورة مقاتل في القوات البحرية المصرية'),
  claim('de', 'Israel hat den Impfstoff für Häftlinge verboten'),
  claim('en', 'The mayor of Springfield sold the town hall to a circus'),
  claim('es', 'El presidente Obama prohibió las vacunas en las escuelas'),
  claim('fr', 'L’hôpital de Mulhouse a été transformé en morgue'),
  claim('hi', 'हिन्दी फ़िल्मों पर प्रतिबंध लगाया गया'),
  claim('pl', 'Żołnierze pilnują szpitali w Krakowie'),
  claim('ru', 'Солдаты охраняют больницы в городе'),
  claim('th', 'กระเทียมดำป้องกันมะเร็ง'),
]);

const first = (text: string) => index.rank(text, 3)[0]?.id;

describe('one index of claims in several languages', () => {
  test.each([
    { text: 'هل هذه صور المقاتلين المصريين؟', want: 'ar' },
    { text: 'Wurden Impfstoffe fuer Haeftlinge verboten?', want: 'de' },
    { text: 'Was the town hall sold to a circus?', want: 'en' },
    { text: '¿Obama prohibe vacunar en la escuela?', want: 'es' },
    { text: 'Est-ce que l’hopital de Mulhouse est une morgue ?', want: 'fr' },
    { text: 'क्या हिंदी फिल्म पर प्रतिबंध है', want: 'hi' },
    { text: 'Czy zolnierz pilnuje szpitala w Krakowie', want: 'pl' },
    { text: 'правда что солдат охраняет больницу', want: 'ru' },
    { text: 'กระเทียมดำรักษามะเร็งได้ไหม', want: 'th' },
  ])('is asked in $want: $text', ({ text, want }) => {
    expect(first(text)).toBe(want);
  });

  test.each([
    { text: 'Did Obama do this?', want: 'es', why: 'in Spanish the name has another stem' },
    { text: 'What happened in Israel?', want: 'de', why: 'in German "ae" may be an umlaut' },
    { text: 'News from Mulhouse', want: 'fr', why: 'in French the name loses its e' },
  ])('a name is found in a claim of another language: $why', ({ text, want }) => {
    expect(first(text)).toBe(want);
  });
});
