/** A word or digits with their separators, and where they stand, in UTF-16 code units. */
export type Token = {
  readonly text: string;
  /** In small letters. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
};

const TOKEN =
  /\p{Nd}{1,3}(?:[ \u00a0\u202f'’٬]\p{Nd}{3})+(?:[.,٫]\p{Nd}+)?(?!\p{Nd})|\p{Nd}{1,3}([.,])\p{Nd}{3}(?:\1\p{Nd}{3})*(?:[.,٫]\p{Nd}+)?(?![.,]?\p{Nd})|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}(?![.,]?\p{Nd})|(?<!\p{Nd}[.,])\p{Nd}+[.,٫٬]\p{Nd}+(?![.,]?\p{Nd})|\p{Nd}+|[\p{L}\p{M}]+|[½¼¾⅓⅔]/uy;

/** The words and numbers of a text, in its order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 && !isDigit(unit) && !isLetter(unit)) {
      at += 1;
      continue;
    }
    const end = endOfToken(text, at);
    if (end === at) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else {
      const token = text.slice(at, end);
      tokens.push({ text: token, low: token.toLowerCase(), start: at, end });
      at = end;
    }
  }
  return tokens;
}

/** Where a token that begins at `start` ends; `start` itself where none does. Most are words of ASCII letters, which need no pattern. */
function endOfToken(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  if (end > start && (end === text.length || text.charCodeAt(end) < 0x80)) return end;
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : start;
}

/** ASCII letters. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** ASCII digits. */
function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
