/** Letters that do not come apart into a letter and an accent, as people type them who lack the key. */
const LATIN = 'łl øo đd ðd ħh ıi ŋn þth ßss æae œoe ĸk ſs';

/**
 * Arabic letters that writers use for one another: the forms of alef, the seats of hamza, taa marbuta for haa, alef maqsura
 * for yaa; and Persian and Urdu code points of the same letters.
 */
const ARABIC = 'أا إا آا ٱا ىي ئي ؤو ةه یي ےي کك ہه ھه ۀه ۃه';

/** Devanagari: the nasal signs for one another, and the letters with a dot below, which many leave out. */
const DEVANAGARI = 'ँं';

const CYRILLIC = 'ёе';

const REPLACED: ReadonlyMap<string, string> = new Map(
  [LATIN, ARABIC, DEVANAGARI, CYRILLIC].flatMap((pairs) =>
    pairs.split(' ').map((pair): [string, string] => {
      const [letter = '', ...others] = Array.from(pair);
      return [letter, others.join('')];
    }),
  ),
);

const REPLACEABLE = new RegExp(`[${Array.from(REPLACED.keys()).join('')}]`, 'gu');

/** Vowel and doubling signs of Arabic and Hebrew, which most texts leave out, the tatweel that only stretches a line, and the dot below Devanagari letters. */
const LEFT_OUT = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c]/g;

/** A nasal letter without its vowel before another consonant, which is as often written as a dot above: हिन्दी, हिंदी. */
const NASAL = /[ङञणनम]\u094d(?=[क-ह])/gu;

/** Where the ten digits of a script begin. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
];
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

/**
 * One letter for letters that writers of a script use for one another, and Latin digits for those of other scripts.
 *
 * @param text - in lower case, composed (NFC)
 */
export function foldLetters(text: string): string {
  return text
    .replace(LEFT_OUT, '')
    .replace(REPLACEABLE, (letter) => REPLACED.get(letter) ?? letter)
    .replace(NASAL, 'ं')
    .replace(OTHER_DIGIT, latinDigit);
}

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
