/**
 * What people do to a sentence before they ask about it: eight kinds of rewording, typing errors, and a forwarded message around it.
 * All of it is drawn from a seed, so that two runs measure the same text. English only; the lists are ours and are in no list of the
 * index, so that what is measured is not what was written down.
 */
import { closers, expansions, fillers, openers, shortForms, smallWords, swaps } from './rewording-lists.ts';
import { seededRandom } from './sized-claims.ts';

/** Numbers from 0 up to 1. */
export type Random = () => number;

/** One way of saying a text otherwise. */
export type Rewording = { readonly name: string; reword(text: string, random: Random): string };

const ADDRESS = /https?:\/\/\S+|pic\.twitter\.com\/\S+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Numbers for one text: the same at every run, different from text to text. */
export function randomFor(text: string, seed = 1): Random {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return seededRandom((hash % 2_147_483_646) + 1);
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Each word, with nothing around it changed. */
function eachWord(text: string, change: (word: string, number: number) => string): string {
  let number = 0;
  return text.replace(WORD, (word) => {
    number += 1;
    return change(word, number);
  });
}

/** One typing error in a word: two letters swapped, one left out, one doubled, or one beside it on the keyboard. */
export function mistype(word: string, random: Random): string {
  if (word.length < 4 || !/^\p{L}+$/u.test(word)) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${before}${next}${here}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${here}${here}${next}${after}`;
    default:
      return `${before}${beside(here, random)}${next}${after}`;
  }
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function beside(letter: string, random: Random): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase())) ?? '';
  const at = row.indexOf(letter.toLowerCase());
  return pick([row.charAt(at - 1), row.charAt(at + 1)].filter(Boolean), random) ?? letter;
}

/** A typing error in every third word of four letters or more. */
export const typos: Rewording = {
  name: 'typos',
  reword(text, random) {
    let long = 0;
    return eachWord(text, (word) => {
      if (word.length < 4) return word;
      long += 1;
      return long % 3 === 0 ? mistype(word, random) : word;
    });
  },
};

/** Small letters and no marks, as on a phone. */
const plain: Rewording = {
  name: 'no case, no marks',
  reword: (text) =>
    text
      .replace(ADDRESS, '')
      .toLowerCase()
      .replace(/['’]/gu, '')
      .replace(/(?<!\p{N})[.,]|[.,](?!\p{N})|[^\p{L}\p{N}\p{M}\s.,]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
};

/** Small words left out, as in a search box. */
const telegraphic: Rewording = {
  name: 'telegraphic',
  reword: (text, random) =>
    (plain.reword(text, random).match(/\S+/gu) ?? [])
      .filter((word) => !smallWords.has(word) && random() > 0.1)
      .join(' '),
};

/** Parts of the sentence in another order: cut before small joining words and marks. */
const shuffled: Rewording = {
  name: 'order of phrases',
  reword(text, random) {
    const parts = text.split(
      /[,;:.!?]\s+|\s+(?=(?:to|in|of|for|with|after|because|that|and|on|by|from|at|when)\s)/u,
    );
    return parts
      .map((part) => ({ part, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ part }) => part)
      .join(' ');
  },
};

/** Everyday words of the same meaning in place of those that the list knows. */
const synonyms: Rewording = {
  name: 'synonyms',
  reword: (text, random) =>
    eachWord(text, (word) => {
      const choices = swaps.get(word.toLowerCase());
      return choices === undefined ? word : (pick(choices, random) ?? word);
    }),
};

/** Chat spellings: "ur", "govt", "ppl". */
const slang: Rewording = {
  name: 'slang',
  reword: (text) => eachWord(text, (word) => shortForms.get(word.toLowerCase()) ?? word).toLowerCase(),
};

/** Talk before and after, and a filler within. */
const chatter: Rewording = {
  name: 'chatter',
  reword(text, random) {
    const filler = pick(fillers, random) ?? '';
    const middle = text.indexOf(' ', Math.floor(text.length / 2));
    const within = middle === -1 ? text : `${text.slice(0, middle)} ${filler}${text.slice(middle)}`;
    return `${pick(openers, random)} ${within} ${pick(closers, random)}`;
  },
};

/** Numbers in words, large ones rounded, separators and signs off; a word that is a number in digits. */
const numbers: Rewording = {
  name: 'numbers otherwise',
  reword: (text) =>
    text
      .replace(/(\p{Nd})\s?%/gu, '$1 percent')
      .replace(/\$(\p{Nd}[\p{Nd}.,]*)/gu, '$1 dollars')
      .replace(/\p{Nd}+(?:,\p{Nd}{3})+(?!\p{Nd})/gu, (number) => rounded(Number(number.replaceAll(',', ''))))
      .replace(
        /(?<![\p{L}\p{N}.,])\p{Nd}{1,2}(?![\p{L}\p{N}.,])/gu,
        (number) => expansions.get(number) ?? number,
      ),
};

function rounded(number: number): string {
  if (number >= 1_000_000) return `${Math.round(number / 100_000) / 10} million`;
  return number % 1_000 === 0 ? `${number / 1_000} thousand` : `${Math.round(number / 1_000)}k`;
}

/** Spaces lost and found: two words as one, a long word in two, capitalised runs as a hashtag. */
const spacing: Rewording = {
  name: 'joined and split',
  reword(text, random) {
    const tagged = text.replace(/\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)+/gu, (run) =>
      random() < 0.5 ? `#${run.replaceAll(' ', '')}` : run,
    );
    const split = eachWord(tagged, (word) => {
      if (word.length < 8 || random() > 0.2) return word;
      const at = 3 + Math.floor(random() * (word.length - 6));
      return `${word.slice(0, at)} ${word.slice(at)}`;
    });
    return split.replace(/(?<=\p{L}{3}) (?=\p{L}{3})/gu, () => (random() < 0.15 ? '' : ' '));
  },
};

/** The eight kinds. */
export const rewordings: readonly Rewording[] = [
  plain,
  telegraphic,
  shuffled,
  synonyms,
  slang,
  chatter,
  numbers,
  spacing,
];

/** A rewording with typing errors on top. */
export function mistyped(rewording: Rewording): Rewording {
  return {
    name: `${rewording.name}, typos`,
    reword: (text, random) => typos.reword(rewording.reword(text, random), random),
  };
}

const HEADS = [
  'Forwarded as received…',
  '⚠️ *URGENT* ⚠️ Please read!',
  'Fwd: Fwd: MUST READ 👇👇',
  '🙏🙏 Received from a friend',
];
const TAILS = [
  'Please forward to all your groups and family 🙏🙏',
  'Share before they delete this!!! 🔴🔴',
  'I have not verified this myself but better safe than sorry.',
  'Send this to at least 10 people you care about ❤️❤️',
];

/**
 * A message passed on: the text among sentences on other things, with the head, the tail and the pictures that such messages have; now
 * and then it says the text twice.
 *
 * @param others - sentences on anything else
 */
export function forwarded(text: string, others: readonly string[], random: Random): string {
  const aside = () => (pick(others, random) ?? '').replace(ADDRESS, '').trim();
  const around = Array.from({ length: 2 + Math.floor(random() * 4) }, aside).filter(
    (other) => other !== text,
  );
  const at = Math.floor(random() * (around.length + 1));
  const again = random() < 0.3 ? [text] : [];
  const lines = [
    pick(HEADS, random),
    ...around.slice(0, at),
    text,
    ...around.slice(at),
    ...again,
    pick(TAILS, random),
  ];
  return lines.join(random() < 0.5 ? '\n' : '\n\n');
}
