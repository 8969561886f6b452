/**
 * The value of typed digits of any script with their separators.
 *
 * One point or comma before exactly three digits parts thousands, whatever the language; every other is a decimal one.
 */
export function digitsOf(typed: string): number {
  const digits = typed.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  const plain = digits.replace(/[ \u00a0\u202f'’٬]/g, '').replace('٫', ',');
  const marks = plain.match(/[.,]/g) ?? [];
  const lastMark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (lastMark < 0) return Number(plain);
  const same = marks.every((mark) => mark === marks[0]);
  const thousands =
    same && (marks.length > 1 || (/^[1-9]\d{0,2}[.,]\d{3}$/.test(plain) && !typed.includes('٫')));
  if (thousands) return Number(plain.replace(/[.,]/g, ''));
  return Number(`${plain.slice(0, lastMark).replace(/[.,]/g, '')}.${plain.slice(lastMark + 1)}`);
}

/** Decimal digits stand in runs of ten in Unicode, each run beginning with its zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 48;
  if (code < 128) return code - 48;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
