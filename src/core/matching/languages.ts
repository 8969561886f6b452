import { english } from './english/english.ts';
import type { Language, LanguageCode } from './language.ts';
import { arabic } from './languages/arabic.ts';
import { dutch } from './languages/dutch.ts';
import { french } from './languages/french.ts';
import { german } from './languages/german.ts';
import { hindi } from './languages/hindi.ts';
import { indonesian } from './languages/indonesian.ts';
import { italian } from './languages/italian.ts';
import { other } from './languages/other.ts';
import { polish } from './languages/polish.ts';
import { portuguese } from './languages/portuguese.ts';
import { russian } from './languages/russian.ts';
import { spanish } from './languages/spanish.ts';
import { thai } from './languages/thai.ts';
import { turkish } from './languages/turkish.ts';

const languages: Readonly<Record<LanguageCode, Language>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  hi: hindi,
  id: indonesian,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  th: thai,
  tr: turkish,
  und: other,
};

/** The codes of all languages with rules. */
export const languageCodes: readonly LanguageCode[] = Object.values(languages).map(({ code }) => code);

/** The rules for one language. */
export function languageOf(code: LanguageCode): Language {
  return languages[code];
}
