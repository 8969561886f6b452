import type { Language, LanguageCode } from '../../matching/language.ts';
import { normalise } from '../../matching/normalise.ts';
import { arabicKin } from './languages/arabic-kin.ts';
import { englishKin } from './languages/english-kin.ts';
import { frenchKin } from './languages/french-kin.ts';
import { germanKin } from './languages/german-kin.ts';
import { spanishKin } from './languages/spanish-kin.ts';

const GROUPS: Readonly<Partial<Record<LanguageCode, string>>> = {
  ar: arabicKin,
  de: germanKin,
  en: englishKin,
  es: spanishKin,
  fr: frenchKin,
};

const read = new Map<LanguageCode, ReadonlyMap<string, readonly string[]>>();

/** Stems of words that may stand in for a stem in a retelling, beside those that the matching knows. */
export function kinOf(stem: string, language: Language): readonly string[] {
  const known = read.get(language.code) ?? readGroups(language);
  read.set(language.code, known);
  return known.get(stem) ?? [];
}

function readGroups(language: Language): ReadonlyMap<string, readonly string[]> {
  const kin = new Map<string, readonly string[]>();
  for (const group of (GROUPS[language.code] ?? '').split(';')) {
    const words = group.trim().split(/\s+/u).filter(Boolean);
    const stems = words.map((word) => language.stem(language.fold(normalise(word), word)));
    for (const stem of stems) kin.set(stem, [...new Set([...(kin.get(stem) ?? []), ...stems])]);
  }
  return kin;
}
