import type { Language, LanguageCode } from './language.ts';
import { languageOf } from './languages.ts';
import { latinLanguage } from './latin-votes.ts';
import { type Script, scriptOf } from './script.ts';
import { piecesOf } from './tokenise.ts';

/** Pieces that are looked at: the language of a text shows in its first hundred words. */
const MOST_PIECES = 100;

/** Of a long text as much is read as holds that many pieces, in UTF-16 code units. */
const READ_CHARS = 2_000;

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

/** The language most of a text is in, as a BCP 47 tag; `und` where its letters and words tell none of those the index reads. */
export function languageOfText(text: string): string {
  const pieces = piecesOf(text.slice(0, READ_CHARS)).slice(0, MOST_PIECES);
  const counts = new Map<Script, number>();
  for (const piece of pieces) counts.set(scriptOf(piece), (counts.get(scriptOf(piece)) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? 'und' : codeFor(most[0], pieces);
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
