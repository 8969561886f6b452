import { english } from './english/english.ts';
import type { Language } from './language.ts';

export type LanguageCode = 'en';

const languages: Readonly<Record<LanguageCode, Language>> = { en: english };

/** The rules for one language; another language is another entry here. */
export function languageOf(code: LanguageCode): Language {
  return languages[code];
}
