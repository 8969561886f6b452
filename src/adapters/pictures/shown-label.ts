import type { PictureBar } from '../../ports/pictures.ts';
import type { Fonts } from './fonts.ts';

/** Emoji with what varies and joins them: there is no font for them, and claims can be told without. */
const emoji =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0e|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}])\u200d*/gu;
/** Controls, some of which cannot be drawn, and marks of direction, which the picture sets itself. */
const controls = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What is written over a bar: its label without emoji, or its reference where a letter has no font. */
export function shownLabel(
  { label, reference }: Pick<PictureBar, 'label' | 'reference'>,
  fonts: Pick<Fonts, 'prepare' | 'covers'>,
): string {
  const plain = label.replace(controls, ' ').replace(emoji, '').replace(/\s+/gu, ' ').trim();
  if (!/[\p{Letter}\p{Number}]/u.test(plain)) return reference;
  fonts.prepare(plain);
  return fonts.covers(plain) ? plain : reference;
}
