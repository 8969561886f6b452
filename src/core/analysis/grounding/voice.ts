import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Source } from './source.ts';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s)>\]]+/giu;
const SPEAKS_TO = /(?<!\p{L})(?:you|your|yours|yourself)(?!\p{L})/iu;

/** A sentence without the words that attribute it, which are blanks now; undefined where nothing attributes it. */
export function bodyOf(sentence: string, guard: Guard): string | undefined {
  for (const pattern of guard.attribution) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const { 0: said, index } = found;
    return sentence.slice(0, index) + ' '.repeat(said.length) + sentence.slice(index + said.length);
  }
  return undefined;
}

/** Judgements of the model's own, and orders to who reads them. */
export function faultsOfVoice(
  sentence: string,
  body: string,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const family of guard.verdicts) {
    const words = sentence.match(family);
    if (words === null) continue;
    const onThePost = judgesThePost(sentence, words, guard);
    if (onThePost || source.text.match(family) === null) faults.push({ code: 'verdict', words });
  }
  const orders = [...(sentence.match(guard.orders) ?? []), ...(body.match(guard.imperatives) ?? [])].filter(
    (order) => !isQuoted(order, sentence, source),
  );
  const addresses = (sentence.match(ADDRESS) ?? []).filter(
    (address) => !source.text.includes(address.replace(/[.,;:!?]+$/u, '')),
  );
  const spoken =
    guard.code === 'en' &&
    SPEAKS_TO.test(body.replace(/["“„«][^"”“»]*["”»]/gu, '')) &&
    !SPEAKS_TO.test(source.text);
  if (orders.length + addresses.length > 0 || spoken)
    faults.push({
      code: 'order-to-reader',
      words: [...orders, ...addresses, ...(spoken ? ['you'] : [])].map((word) => word.trim()),
    });
  return faults;
}

/** "The post lies when it says …": the verdict stands right behind the post. */
function judgesThePost(sentence: string, words: readonly string[], guard: Guard): boolean {
  return Array.from(sentence.matchAll(guard.ofThePost)).some(({ 0: post, index }) => {
    const behind = sentence.slice(index + post.length).trimStart();
    return words.some(
      (word) => behind.startsWith(word) || behind.split(/\s+/u).slice(1, 3).join(' ').startsWith(word),
    );
  });
}

/** Whether an order stands in quotation marks in the sentence, and in the post. */
function isQuoted(order: string, sentence: string, source: Source): boolean {
  const word = order.replace(/[^\p{L}\p{M}\s']/gu, '').trim();
  const at = sentence.indexOf(word);
  const before = sentence.slice(0, at);
  const open = (before.match(/["“„«]/gu) ?? []).length > (before.match(/["”»]/gu) ?? []).length;
  return open && source.text.toLowerCase().includes(word.toLowerCase());
}
