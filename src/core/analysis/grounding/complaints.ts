import type { FaultCode } from './fault.ts';

/** Characters of a sentence or quote that a complaint repeats. */
const SHOWN_CHARS = 160;

const ABOUT: Readonly<Record<FaultCode, string>> = {
  'quote.not-found': 'it is not in the post; copy a part of the post exactly',
  'quote.empty': 'it is empty; copy a part of the post exactly',
  'gist.empty': 'it is empty or too long; write one short sentence',
  unattributed:
    'it does not say that the post says so; begin with words like "The post says", in the language of the post',
  verdict: 'it judges whether the post is right; only report what the post says',
  'order-to-reader': 'it tells the reader what to do or holds an address; only report what the post says',
  'other-language': 'it is in another language than the post',
  'off-topic': 'it speaks of things that the post does not mention',
  'number.invented': 'the post does not have this number',
  'unit.changed': 'the post has this number with another unit',
  'date.invented': 'the post does not have this date',
  'name.invented': 'the post does not have this name',
  'negation.lost': 'the post denies this; keep the negation',
  'negation.added': 'the post does not deny this; take the negation out',
  opposite: 'the post says the opposite',
  'actors.swapped': 'the post says this of someone else; look at who does what to whom',
  'modality.strengthened': 'the post is less sure; keep its doubt',
  'quantifier.changed': 'the post speaks of fewer or more; keep its word',
  'cause.added': 'the post names no cause here; take it out',
  'language.unknown': 'sentences in this language cannot be looked at',
};

/** What is wrong with a part of a proposal, for the model to mend. */
export function complaintAbout(
  part: 'summary' | 'quote' | 'gist',
  text: string,
  code: FaultCode,
  words: readonly string[],
): string {
  const shown = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
  const named = part === 'summary' ? 'Summary sentence' : part === 'gist' ? 'Gist' : 'Quote';
  const because = words.length === 0 || part === 'quote' ? '' : ` (${words.join(', ')})`;
  return `${named} "${shown}": ${ABOUT[code]}${because}.`.toWellFormed();
}
