import type { Fault } from './fault.ts';
import { toldIn } from './fits.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceClause } from './source.ts';
import { shiftOf } from './strength.ts';
import { holds } from './vocabulary.ts';
import { type Clause, keysOf, type Word, wordsIn } from './words.ts';

/** What is asked is not told. */
const WHETHER =
  /(?<!\p{L})(?:whether|ob|se demande si|savoir si|on ignore si|no se sabe si|ما إذا|هل)(?!\p{L})/iu;

/** A cause between two things that the post tells without one. */
export function faultsOfCause(
  body: string,
  aligned: readonly SourceClause[],
  source: Source,
  guard: Guard,
): readonly Fault[] {
  if (WHETHER.test(body)) return [];
  const strong = (body.match(guard.causes) ?? []).filter((word) => CAUSAL.test(word));
  if (strong.length === 0 || aligned.length === 0) return [];
  const said = new Set(wordsIn(body, source.language).flatMap(keysOf));
  const isTold = aligned.some(({ sentence }) =>
    Array.from(sentence.text.matchAll(guard.causes)).some(
      ({ 0: typed, index }) => CAUSAL.test(typed) || leadsTo(sentence, index + typed.length, said, source),
    ),
  );
  return isTold ? [] : [{ code: 'cause.added', words: strong }];
}

/** "For" and "after" tell a cause where what stands behind them is spoken of, too. */
function leadsTo(
  { text, words }: SourceClause['sentence'],
  end: number,
  said: ReadonlySet<string>,
  { language }: Source,
): boolean {
  const shift = shiftOf({ text, words });
  return words
    .filter((word) => word.isContent && word.start - shift >= end)
    .slice(0, 4)
    .some((word) => !word.isCapital && holds(said, word, language));
}

/** Of the words by which a post may tell a cause those that say nothing else. */
const CAUSAL =
  /^(?:because.*|in order to|so as to|in a bid to|(?:the )?reason.*|afin de|pour que|para que|con el fin de|um .* zu|due to|caus.*|thanks to|led to|leads to|leading to|as a result|owing to|result.*|triggered|in return for|in exchange for|brought about|prompted|weil|wegen|deshalb|deswegen|aufgrund|dank|infolge|verursach.*|führt.* zu|parce.*|à cause.*|car|en raison|grâce à|puisque|provoqu.*|caus.*|entraîn.*|suite à|porque|debido a|por culpa|a causa|gracias a|ya que|provoc.*|a raíz|perché|per colpa|grazie a|poiché|(?:[وف])?(?:بسبب|لأن.*|نتيجة|جراء|أدى إلى|أدت إلى|بفضل))$/iu;

/** Words that tell a reason or an aim whatever the post says. */
const AIM =
  /(?<!\p{L})(?:in order to|so that|so as to|because|afin de|afin que|parce que|pour (?=\p{Ll}+(?:er|ir|re)(?!\p{L}))|para (?=\p{Ll}+[aei]r(?!\p{L}))|para que|porque|weil|damit|um (?=.*(?<!\p{L})zu(?!\p{L})))|(?<!\p{L})(?:بسبب|لأن\p{L}*|ل(?=شراء|كسب|تحقيق|إخفاء))/iu;

/** Of a reason its first content words are looked for. */
const WORDS_OF_REASON = 6;

/** The least share of either side that must stand in one sentence or two that touch. */
const LEAST_OF_SIDE = 0.5;

/** A reason or an aim that no two sentences of the post that touch tell together with what it is the reason for. */
export function faultsOfAim({ text, words }: Clause, source: Source): readonly Fault[] {
  const found = AIM.exec(text);
  if (found === null) return [];
  const end = found.index + found[0].length - 1;
  const reason = words.filter(({ start, isContent }) => isContent && start >= end).slice(0, WORDS_OF_REASON);
  const thing = words.filter((word) => word.isContent && word.end <= found.index);
  if (reason.length === 0) return [];
  const shareOf = (side: readonly Word[], keys: readonly ReadonlySet<string>[]) =>
    side.length === 0
      ? 1
      : side.filter((word) => keys.some((filed) => holds(filed, word, source.language))).length / side.length;
  const isTold = toldIn(reason, source).some(({ sentence }) =>
    [sentence.at - 1, sentence.at].some((at) => {
      const keys = [at, at + 1].flatMap((near) => source.sentences[near]?.keys ?? []);
      return shareOf(reason, keys) >= LEAST_OF_SIDE && shareOf(thing, keys) >= LEAST_OF_SIDE;
    }),
  );
  return isTold ? [] : [{ code: 'cause.added', words: [found[0].trim()] }];
}
