import type { Text } from './collections.ts';

/** Numbers from 0 up to 1, the same at every run (Park and Miller, "Random number generators", CACM 1988). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Of the words of a repeated claim, one in so many is taken from another claim. */
const REPLACED_ONE_IN = 4;

/**
 * As many claims as wanted. Beyond those given, claims are repeated with every fourth word taken from another claim at random:
 * lengths and word frequencies stay as they are, while no two claims are alike. Real claims would bring more rare words.
 */
export function sizedClaims(claims: readonly Text[], size: number): readonly Text[] {
  const random = seededRandom(20_26);
  const words = claims.flatMap(({ text, title }) => `${text} ${title}`.split(' '));
  const varied = (text: string) =>
    text.replace(/\S+/gu, (word) =>
      random() < 1 / REPLACED_ONE_IN ? (words[Math.floor(random() * words.length)] ?? word) : word,
    );
  return Array.from({ length: size }, (_, at) => {
    const claim = claims[at % claims.length] ?? { id: '', text: '', title: '' };
    if (at < claims.length) return claim;
    return { id: `${claim.id}-${at}`, text: varied(claim.text), title: varied(claim.title) };
  });
}

/** Made-up claims for a machine without the development data: words drawn by Zipf's law, as in real text. */
export function generatedClaims(size: number): readonly Text[] {
  const random = seededRandom(7);
  const syllables = [
    'ba',
    'ri',
    'ton',
    'ma',
    'lek',
    'sor',
    'in',
    'ta',
    've',
    'dro',
    'ni',
    'cal',
    'est',
    'po',
    'gra',
  ];
  const word = () => {
    const rank = Math.floor(40_000 ** random());
    const letters = Array.from(
      { length: 2 + (rank % 3) },
      (_, at) => syllables[(rank * (at + 3)) % syllables.length],
    );
    return letters.join('') + (rank % 97).toString(36);
  };
  const text = (count: number) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: size }, (_, at) => ({ id: `made/c${at}`, text: text(20), title: text(9) }));
}
