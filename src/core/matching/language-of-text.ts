import type { Language, LanguageCode } from './language.ts';
import { languageOf } from './languages.ts';
import { latinLanguage } from './latin-votes.ts';
import { type Script, scriptOf } from './script.ts';

/** Pieces that are looked at: the language of a text shows in its first hundred words. */
const MOST_PIECES = 100;

/** Letters of Ukrainian, Serbian, Macedonian; of Persian, Urdu, Pashto: the rules for Russian and Arabic do not hold for them. */
const NOT_RUSSIAN = /[іїєґђјљњћџѓќѕ]/iu;
const NOT_ARABIC = /[پچژگٹڈڑںےۓەڵۆێ]/u;

/** In a text of the language itself such letters stand in names at most. */
const FOREIGN_SHARE = 0.05;

/**
 * The language of each piece of a text: by its script, then for Latin letters by the words of the whole text. A post that quotes
 * another language in another script keeps both.
 */
export function languagesIn(pieces: readonly string[]): (piece: string) => Language {
  const first = pieces.slice(0, MOST_PIECES);
  const found = new Map<Script, Language>();
  return (piece) => {
    const script = scriptOf(piece);
    const known = found.get(script);
    if (known !== undefined) return known;
    const language = languageOf(codeFor(script, first));
    found.set(script, language);
    return language;
  };
}

function codeFor(script: Script, pieces: readonly string[]): LanguageCode {
  switch (script) {
    case 'latin':
      return latinLanguage(pieces);
    case 'cyrillic':
      return isForeign(pieces, script, NOT_RUSSIAN) ? 'und' : 'ru';
    case 'arabic':
      return isForeign(pieces, script, NOT_ARABIC) ? 'und' : 'ar';
    case 'devanagari':
      return 'hi';
    case 'thai':
      return 'th';
    case 'other':
      return 'und';
  }
}

function isForeign(pieces: readonly string[], script: Script, letters: RegExp): boolean {
  const own = pieces.filter((piece) => scriptOf(piece) === script);
  return own.filter((piece) => letters.test(piece)).length > own.length * FOREIGN_SHARE;
}
