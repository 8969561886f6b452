import { describe, expect, test } from 'vitest';
import { languagesIn } from '../../../src/core/matching/language-of-text.ts';
import { piecesOf } from '../../../src/core/matching/tokenise.ts';

const codes = (text: string) => {
  const pieces = piecesOf(text);
  const languageOf = languagesIn(pieces);
  return Array.from(new Set(pieces.map((piece) => languageOf(piece).code)));
};

describe('the language of a text', () => {
  test.each([
    { text: 'Who pays the militias in Iraq?', want: 'en' },
    { text: 'Two people die in a war near Dallas', want: 'en' },
    { text: 'Klaus Schwab', want: 'en' },
    { text: 'Wer bezahlt die Milizen im Irak?', want: 'de' },
    { text: 'Impfstoffe für Häftlinge', want: 'de' },
    { text: 'Qui paie les milices en Irak ?', want: 'fr' },
    { text: 'L’hôpital brûle', want: 'fr' },
    { text: '¿Quién paga a las milicias en Irak?', want: 'es' },
    { text: 'China venció el nuevo coronavirus', want: 'es' },
    { text: 'Quem paga as milícias no Iraque? Não sei', want: 'pt' },
    { text: 'Chi paga le milizie nella città?', want: 'it' },
    { text: 'Wie betaalt het leger van de staat?', want: 'nl' },
    { text: 'Kto płaci bojówkom w Iraku?', want: 'pl' },
    { text: 'Bu milislere kim para veriyor ve neden?', want: 'tr' },
    { text: 'Siapa yang membayar milisi di Irak?', want: 'id' },
    { text: 'Кто платит ополченцам?', want: 'ru' },
    { text: 'Хто платить їхнім військам?', want: 'und' },
    { text: 'من يدفع للميليشيات في العراق', want: 'ar' },
    { text: 'چه کسی پول می‌دهد', want: 'und' },
    { text: 'मिलिशिया को पैसा कौन देता है', want: 'hi' },
    { text: 'ใครจ่ายเงินให้ทหาร', want: 'th' },
    { text: '誰が払うのか', want: 'und' },
  ])('$want: $text', ({ text, want }) => {
    expect(codes(text)).toEqual([want]);
  });

  test('a post in two scripts has a language for each', () => {
    expect(codes('من المسؤول؟ Qui est le responsable de cette mort ?')).toEqual(['ar', 'fr']);
  });

  test('composed and decomposed letters tell the same', () => {
    const text = 'Impfstoffe für Häftlinge';
    expect(codes(text.normalize('NFD'))).toEqual(codes(text));
  });
});
