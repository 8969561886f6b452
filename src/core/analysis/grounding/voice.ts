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

/** An adverb between the post and what it does: "the post misleadingly says". */
const JUDGING_ADVERB =
  /(?<!\p{L})(?:post|author|writer|poster|message|text|article|tweet|thread|piece)\s+(\p{Ll}+ly)\s+\p{Ll}+/u;

/** Adverbs that only tell how, when or how often a post says something. */
const PLAIN_ADVERB =
  /^(?:additional|explicit|implicit|specific|repeated|direct|indirect|open|public|strong|sharp|harsh|bitter|angri|firm|brief|main|most|part|large|general|sole|mere|simp|final|previous|recent|current|original|sarcastical|ironical|rhetorical|emphatical|vehement|categorical|heavi|high|similar|further|late|initial|primari|critical|emotional|personal|casual|tentative|cautious|express|particular|on|especial|ultimate|subsequent|according|re|app|imp|supp|like|briefly|skeptical|sceptical|negative|positive|vague|forceful|passionate|urgent|frequent|effective|essential|roughly|rough|approximate|exact|rhetoric|al|metaphorical|separate|formal|literal|equal|consistent|broad|anonymous|scathing|clear)ly$/u;

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
  const judged = guard.code === 'en' ? (JUDGING_ADVERB.exec(sentence)?.[1] ?? undefined) : undefined;
  if (judged !== undefined && !PLAIN_ADVERB.test(judged) && !source.text.includes(judged))
    faults.push({ code: 'verdict', words: [judged] });
  const opening = guard.imperatives.exec(sentence);
  guard.imperatives.lastIndex = 0;
  const opens = opening?.index === 0 && !isNounAtStart(sentence, opening[0]) ? [opening[0]] : [];
  const orders = [
    ...opens,
    ...(sentence.match(guard.orders) ?? []),
    ...(body.match(guard.imperatives) ?? []),
  ].filter((order) => !isQuoted(order, sentence, source));
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

/** "Support for …", "Report of …": a noun, no order. */
function isNounAtStart(sentence: string, order: string): boolean {
  return /^\s+(?:for|of|in|to|from|is|was|are|were|has|by)\b/u.test(sentence.slice(order.length));
}

/** Whether an order stands in quotation marks in the sentence, and in the post. */
function isQuoted(order: string, sentence: string, source: Source): boolean {
  const word = order.replace(/[^\p{L}\p{M}\s']/gu, '').trim();
  const at = sentence.indexOf(word);
  const before = sentence.slice(0, at);
  const open = (before.match(/["“„«]/gu) ?? []).length > (before.match(/["”»]/gu) ?? []).length;
  return open && source.text.toLowerCase().includes(word.toLowerCase());
}
