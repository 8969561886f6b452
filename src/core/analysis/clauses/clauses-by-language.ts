import type { LanguageCode } from '../../matching/language.ts';
import { arabicClauses } from './arabic.ts';
import type { ClauseRules } from './clause-rules.ts';
import { englishClauses } from './english.ts';
import { frenchClauses } from './french.ts';
import { germanClauses } from './german.ts';
import { spanishClauses } from './spanish.ts';

/** The rules for a language; null where only whole sentences are known. */
export function clauseRulesOf(code: LanguageCode): ClauseRules | null {
  return rules[code] ?? null;
}

const rules: Partial<Record<LanguageCode, ClauseRules>> = {
  ar: arabicClauses,
  de: germanClauses,
  en: englishClauses,
  es: spanishClauses,
  fr: frenchClauses,
};
