import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeExtractively } from '../../../src/core/analysis/analyze.ts';
import { sentencesOf } from '../../../src/core/analysis/sentences.ts';
import { cpuMs } from '../../cpu-time.ts';

/** Two statements each, the second with a number. */
const texts = [
  { language: 'English', text: 'The mayor sold the old pier. The town paid 5 million for it.' },
  {
    language: 'German',
    text: 'Die Bürgermeisterin verkaufte den alten Hafen. Die Stadt zahlte dafür 5 Millionen.',
  },
  { language: 'French', text: 'La maire a vendu le vieux port. La ville a payé 5 millions pour cela.' },
  { language: 'Spanish', text: 'La alcaldesa vendió el viejo puerto. La ciudad pagó 5 millones por él.' },
  { language: 'Portuguese', text: 'A prefeita vendeu o porto velho. A cidade pagou 5 milhões por ele.' },
  { language: 'Italian', text: 'La sindaca ha venduto il vecchio porto. La città ha pagato 5 milioni.' },
  { language: 'Dutch', text: 'De burgemeester verkocht de oude haven. De stad betaalde er 5 miljoen voor.' },
  { language: 'Polish', text: 'Burmistrz sprzedała stary port. Miasto zapłaciło za to 5 milionów.' },
  { language: 'Turkish', text: 'Belediye başkanı eski limanı sattı. Şehir bunun için 5 milyon ödedi.' },
  { language: 'Indonesian', text: 'Wali kota menjual pelabuhan lama. Kota itu membayar 5 juta.' },
  { language: 'Russian', text: 'Мэр продала старый порт города. Город заплатил за него 5 миллионов.' },
  { language: 'Arabic', text: 'باعت رئيسة البلدية الميناء القديم. دفعت المدينة خمسة ملايين مقابل ذلك.' },
  { language: 'Hindi', text: 'महापौर ने पुराना बंदरगाह बेच दिया। शहर ने इसके लिए 5 लाख दिए।' },
  { language: 'Japanese', text: '市長は古い港を売りました。市はそのために五百万円を払いました。' },
];

describe('an analysis in any language', () => {
  it.each(texts)('quotes $language exactly and finds its sentences', ({ text }) => {
    const { claims, summary } = analyzeExtractively(text);

    expect(sentencesOf(text)).toHaveLength(2);
    expect(claims.map(({ quote }) => quote).toSorted()).toEqual(
      sentencesOf(text)
        .map((one) => one.text)
        .toSorted(),
    );
    expect(summary.length).toBeGreaterThanOrEqual(1);
    for (const { quote, start, end } of claims) expect(text.slice(start, end)).toBe(quote);
    for (const one of summary) expect(text.slice(one.start ?? 0, one.end ?? 0)).toBe(one.text);
  });

  it('quotes exactly and ends soon where a text is 100,000 characters of any kind', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', minLength: 20, maxLength: 200 }),
      fc.string({ minLength: 20 }),
    );
    const parts = fc.sample(pieces, { seed: 7, numRuns: 2_000 });
    const text = parts
      .join('. ')
      .padEnd(100_000, texts.map((one) => one.text).join(' '))
      .slice(0, 100_000);
    let found = analyzeExtractively('');

    const tookMs = cpuMs(() => {
      found = analyzeExtractively(text);
    });

    expect(tookMs).toBeLessThan(5_000);
    expect(found.claims.length).toBeGreaterThan(0);
    for (const { quote, start, end } of found.claims) expect(text.slice(start, end)).toBe(quote);
    for (const one of found.summary) expect(text.slice(one.start ?? 0, one.end ?? 0)).toBe(one.text);
  });
});
