import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** A font file, and the name it is registered under. */
type FontFile = { readonly family: string; readonly file: string };

const subsets = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
  'devanagari',
] as const;

const small: readonly FontFile[] = [
  ...subsets.map((subset) => fontFile('noto-sans', subset)),
  fontFile('noto-sans-arabic', 'arabic'),
];

/** Takes some 40 ms to read, and is read when a text needs it. */
const japanese = fontFile('noto-sans-jp', 'japanese');
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const all = [...small, japanese];

/** Every font there is, as the name of one family. */
const familyChain = all.map(({ family }) => `"${family}"`).join(', ');

/** The CSS font of that size, in pixels. */
export function fontOf(size: number, weight: 400 | 700 = 400): string {
  return `${weight} ${size}px ${familyChain}`;
}

/** Fonts for texts of any of the scripts there are files for. */
export type Fonts = {
  /** Reads what is needed to draw a text. */
  prepare(text: string): void;
  /** Whether each letter of a prepared text has a shape; those without would be drawn as empty boxes. */
  covers(text: string): boolean;
};

/**
 * Reads the fonts that are always needed.
 *
 * @throws Error when a file is missing: a text without its font would vanish without an error
 */
export function loadFonts(): Fonts {
  for (const font of small) for (const weight of [400, 700] as const) register(font, weight);
  const loaded = [...small];
  const shapes = new Map<string, boolean>();
  const drawn = shapeTest();

  return {
    prepare(text) {
      if (loaded.includes(japanese) || !eastAsian.test(text)) return;
      register(japanese, 400);
      loaded.push(japanese);
      shapes.clear();
    },
    covers: (text) =>
      [...new Set(text)].every((letter) => {
        if (invisible.test(letter)) return true;
        const known = shapes.get(letter);
        if (known !== undefined) return known;
        const has = loaded.some(({ family }) => drawn(letter, family));
        shapes.set(letter, has);
        return has;
      }),
  };
}

const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a font has a shape for a letter: what it draws is compared with the box it draws for what no font has. What
 * the files say of the letters they hold is not true of all of them.
 */
function shapeTest(): (letter: string, family: string) => boolean {
  const size = 24;
  const context = createCanvas(size, size).getContext('2d', {
    willReadFrequently: true,
  } as never) as SKRSContext2D;
  const boxes = new Map<string, string>();
  const ink = (letter: string, family: string) => {
    context.clearRect(0, 0, size, size);
    context.font = `14px "${family}"`;
    context.fillText(letter, 4, 18);
    return Buffer.from(context.getImageData(0, 0, size, size).data.buffer).toString('latin1');
  };
  return (letter, family) => {
    const box = boxes.get(family) ?? ink('\u{10fffe}', family);
    boxes.set(family, box);
    return ink(letter, family) !== box;
  };
}

function fontFile(folder: string, subset: string): FontFile {
  return { family: `Footnote ${subset}`, file: `@fontsource/${folder}/files/${folder}-${subset}` };
}

function register({ family, file }: FontFile, weight: 400 | 700): void {
  const path = fileURLToPath(import.meta.resolve(`${file}-${weight}-normal.woff2`));
  if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`no font in ${path}`);
}
