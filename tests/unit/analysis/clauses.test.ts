import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/core/analysis/clauses/clauses.ts';
import { clauseRulesOf } from '../../../src/core/analysis/clauses/clauses-by-language.ts';
import type { LanguageCode } from '../../../src/core/matching/language.ts';

function clauses(text: string, language: LanguageCode = 'en'): readonly string[] {
  const rules = clauseRulesOf(language);
  if (rules === null) return [text];
  const found = clausesOf({ text, start: 7, end: 7 + text.length }, rules);
  for (const { text: clause, start, end } of found) expect(text.slice(start - 7, end - 7)).toBe(clause);
  return found.map((clause) => clause.text);
}

describe('the clauses of a sentence', () => {
  it.each([
    {
      why: 'two clauses joined by a word',
      text: 'The mayor sold the pier, and the council knew of it.',
      parts: ['The mayor sold the pier', 'the council knew of it'],
    },
    {
      why: 'a second verb with the same subject',
      text: 'The guards are employed by the port and are paid by the state in cash.',
      parts: ['The guards are employed by the port', 'are paid by the state in cash'],
    },
    {
      why: 'a semicolon',
      text: 'The ferry costs twice as much; the bridge has been closed since March.',
      parts: ['The ferry costs twice as much', 'the bridge has been closed since March'],
    },
    {
      why: 'a clause about what was named last',
      text: 'The board closed the old pier, which has stood there since 1890.',
      parts: ['The board closed the old pier', 'which has stood there since 1890'],
    },
    {
      why: 'a clause that gives way',
      text: 'Although the pier was sold in May, the town still pays for it.',
      parts: ['the pier was sold in May', 'the town still pays for it'],
    },
    {
      why: 'words that lead to it',
      text: 'The truth is that the pier was sold in May.',
      parts: ['the pier was sold in May.'],
    },
    {
      why: 'a link in brackets',
      text: 'The pier was sold in May (example.org/pier) and it was cheap in the end.',
      parts: ['The pier was sold in May', 'it was cheap in the end'],
    },
  ])('part at $why', ({ text, parts }) => {
    expect(clauses(text)).toEqual(parts);
  });

  it.each([
    { why: 'joins names', text: 'The mayor and the council have agreed on the price of the pier.' },
    {
      why: 'depends on a condition',
      text: 'If the pier is sold, the council pays and the town loses a lot.',
    },
    {
      why: 'is a part of what somebody says',
      text: 'The mayor says the pier is old and the council wants to sell it.',
    },
    { why: 'stands in brackets', text: 'The pier (it is old, and it is broken in places) belongs to us.' },
    { why: 'is a list', text: 'The port has cranes, and ropes, and boats of all sizes.' },
  ])('do not part where it $why', ({ text }) => {
    expect(clauses(text)).toEqual([text]);
  });

  it.each([
    {
      language: 'de' as const,
      text: 'Die Fähre kostet doppelt so viel, aber die Gemeinde hat nichts gesagt.',
      parts: ['Die Fähre kostet doppelt so viel', 'die Gemeinde hat nichts gesagt'],
    },
    {
      language: 'fr' as const,
      text: 'Le maire est parti hier, mais la ville a perdu deux millions.',
      parts: ['Le maire est parti hier', 'la ville a perdu deux millions'],
    },
    {
      language: 'es' as const,
      text: 'El alcalde vendió el viejo muelle, pero la ciudad perdió dos millones.',
      parts: ['El alcalde vendió el viejo muelle', 'la ciudad perdió dos millones'],
    },
    {
      language: 'ar' as const,
      text: 'باعت المدينة الميناء القديم، لكن المجلس لم يعرف شيئا.',
      parts: ['باعت المدينة الميناء القديم', 'المجلس لم يعرف شيئا'],
    },
  ])('are told apart in $language', ({ language, text, parts }) => {
    expect(clauses(text, language)).toEqual(parts);
  });

  it('take no longer than their text allows where it never ends', () => {
    expect(clauses('and '.repeat(25_000))).toHaveLength(1);
  });
});
