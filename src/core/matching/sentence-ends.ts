/** Marks that end a sentence, in the scripts that have their own, with the space after them; and line ends. */
const END = /(?<=[.!?…‽][»”"’')\]]*)\s+|[。！？।॥؟]+|[\n\r\u2028\u2029]+/u;

/** Sentences that are told apart, at most; the last holds the rest. */
const MOST_SENTENCES = 64;

/**
 * A text cut into sentences, roughly: "Mr. Smith" is cut too, which costs a ranking little and segmenting well costs it time.
 */
export function cutSentences(text: string): readonly string[] {
  const sentences = text.split(END).filter((sentence) => sentence.trim() !== '');
  if (sentences.length <= MOST_SENTENCES) return sentences;
  return [...sentences.slice(0, MOST_SENTENCES - 1), sentences.slice(MOST_SENTENCES - 1).join(' ')];
}
