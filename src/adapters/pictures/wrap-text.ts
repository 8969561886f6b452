/** The width of a text in the font it is drawn in. */
export type Measure = (text: string) => number;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Scripts that are written without spaces, of which there are fonts. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What may not begin a line, and what may not end one. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** Lines of a text no wider than `width`. Nothing is left out but white space; a word that is too wide is broken. */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const widthOf = remembering(measure);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const { piece, spaced } of unbreakable(text)) {
    const space = line !== '' && spaced ? ' ' : '';
    if (used + widthOf(space + piece) <= width) {
      line += space + piece;
      used += widthOf(space + piece);
      continue;
    }
    end();
    for (const part of brokenTo(piece, width, widthOf)) {
      end();
      line = part;
      used = widthOf(part);
    }
  }
  end();
  return lines;
}

function remembering(measure: Measure): Measure {
  const widths = new Map<string, number>();
  return (text) => {
    const width = widths.get(text) ?? measure(text);
    widths.set(text, width);
    return width;
  };
}

/** The direction of a text, by its first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{Letter}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
    ? 'rtl'
    : 'ltr';
}

/** A part of a text that stays together, and whether a space is before it. */
type Piece = { readonly piece: string; readonly spaced: boolean };

function unbreakable(text: string): readonly Piece[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => piecesOf(word).map((piece, index) => ({ piece, spaced: index === 0 })));
}

/** One word of a script with spaces is one piece; of others, each word and its marks. */
function piecesOf(word: string): readonly string[] {
  if (!unspaced.test(word)) return [word];
  const pieces: string[] = [];
  for (const { segment } of words.segment(word)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, segment)) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  const eastAsian =
    unspaced.test(after) || unspaced.test(before) || /[\u3000-\u303f\uff00-\uffef]$/u.test(before);
  return eastAsian && !closing.test(after) && !opening.test(before);
}

/** A piece as it is, or, where it is too wide, as much of it as fits each line. */
function brokenTo(piece: string, width: number, measure: Measure): readonly string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of letters.segment(piece)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
