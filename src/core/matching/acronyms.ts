/** An acronym and what it stands for, as a text spells them out: PMU and Popular Mobilisation Units. */
export type Acronym = { readonly short: string; readonly long: string };

const IN_BRACKETS = /\((\p{Lu}{2,8})\)/gu;
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'-]*/gu;

/** How far before its acronym a name begins at most, in UTF-16 code units. */
const LONGEST_NAME = 120;

/**
 * The acronyms that some texts define: "Popular Mobilisation Units (PMU)". Only where the initials of the last capitalised words
 * agree, so that an aside in brackets is not taken for one.
 */
export function acronymsIn(texts: readonly string[]): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  for (const text of texts) {
    for (const { 1: short = '', index } of text.matchAll(IN_BRACKETS)) {
      const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
      const words = (before.match(CAPITALISED) ?? []).slice(-short.length);
      const initials = words.map((word) => word.charAt(0)).join('');
      if (initials === short) found.set(short, { short, long: words.join(' ') });
    }
  }
  return Array.from(found.values());
}

/** Both forms of every acronym that a text holds in one of its forms. */
export function spelledOut(text: string, acronyms: readonly Acronym[]): readonly string[] {
  return acronyms.flatMap(({ short, long }) => {
    const held = text.includes(long) || new RegExp(`(?<!\\p{L})${short}(?!\\p{L})`, 'u').test(text);
    return held ? [short, long] : [];
  });
}
