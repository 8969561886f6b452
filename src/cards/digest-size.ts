/** How much a digest shows, and to whom. */
export type DigestSize = {
  /** How many claims. */
  readonly claims: number;
  /** How many lines of every other kind. */
  readonly lines: number;
  /** UTF-16 code units of each quote. */
  readonly chars: number;
  /** The longest address that is shown as a link; what it leads to is told without it, too. */
  readonly addressChars: number;
  /** Whether everyone may read it: then nothing of cases, reports and what was put to the moderators is in it. */
  readonly forEveryone: boolean;
};

/** From full to scarce; the files hold everything. Words go last: of 20 characters of a question nobody can tell what was asked. */
const sizes = [
  { claims: 10, lines: 5, chars: 80, addressChars: 200 },
  { claims: 10, lines: 5, chars: 40, addressChars: 100 },
  { claims: 10, lines: 3, chars: 40, addressChars: 100 },
  { claims: 7, lines: 3, chars: 40, addressChars: 0 },
  { claims: 5, lines: 3, chars: 40, addressChars: 0 },
  { claims: 5, lines: 2, chars: 40, addressChars: 0 },
  { claims: 5, lines: 2, chars: 20, addressChars: 0 },
  { claims: 3, lines: 2, chars: 20, addressChars: 0 },
  { claims: 3, lines: 1, chars: 20, addressChars: 0 },
] as const;

/**
 * What is made for the largest size that fits.
 *
 * @throws RangeError when none does
 */
export function fitted<Made>(
  forEveryone: boolean,
  make: (size: DigestSize) => Made,
  fits: (made: Made) => boolean,
): Made {
  for (const size of sizes) {
    const made = make({ ...size, forEveryone });
    if (fits(made)) return made;
  }
  throw new RangeError('a digest does not fit a card');
}
