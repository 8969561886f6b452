import type { ChangedClaim, Digest } from '../core/digest.ts';
import { dollarsOf, tokensOf } from '../core/model-spend.ts';
import type { Words } from '../words/words.ts';
import { standingPhrase } from './attribution.ts';
import { claimName } from './digest-lines.ts';
import type { DigestSize } from './digest-size.ts';
import { linesOf } from './parts.ts';

/** Claims that stand otherwise than before, that are new, and that were withdrawn; null when there are none. */
export function standingLines({ standings }: Digest, words: Words, size: DigestSize): string | null {
  const { changed, added, withdrawn } = standings;
  if (changed.length + added + withdrawn === 0) return null;
  const shown = changed.slice(0, size.lines);
  const left = changed.length - shown.length;
  const others = [
    added === 0 ? null : words.say('digest.claims-added', { count: added }),
    withdrawn === 0 ? null : words.say('digest.claims-withdrawn', { count: withdrawn }),
  ].filter((other) => other !== null);
  return linesOf([
    `**${words.say('digest.standings')}**`,
    ...shown.map((each) => `- ${standingLine(each, words, size)}`),
    left === 0 ? null : words.say(size.forEveryone ? 'digest.left-out' : 'digest.left', { count: left }),
    others.length === 0 ? null : others.join(' · '),
  ]);
}

function standingLine({ named, from, to }: ChangedClaim, words: Words, { chars }: DigestSize): string {
  return words.say('digest.standing', {
    claim: claimName(named, words, chars),
    from: standingPhrase(from, words),
    to: standingPhrase(to, words),
  });
}

/** How the links of the sources stand; null where there are no sources. */
export function linkLines({ links }: Digest, words: Words): string | null {
  const { sources, dead, unchecked, blocked } = links;
  if (sources === 0) return null;
  const facts = [
    words.say('digest.sources', { count: sources }),
    words.say('digest.sources-dead', { count: dead.length }),
    words.say('digest.sources-unchecked', { count: unchecked }),
  ];
  return linesOf([
    `**${words.say('digest.links')}**`,
    facts.join(' · '),
    blocked === 0 ? null : words.say('digest.sources-blocked', { count: blocked }),
  ]);
}

/** What language models did and cost; null where they did nothing in both periods. */
export function modelLines({ modelSpend: { now, before } }: Digest, words: Words): string | null {
  if (tokensOf(now) + tokensOf(before) === 0) return null;
  return linesOf([
    `**${words.say('digest.model')}**`,
    words.say('digest.model-spend', {
      answers: now.answers,
      before: before.answers,
      tokens: tokensOf(now),
      tokensBefore: tokensOf(before),
    }),
    now.embedded + before.embedded === 0
      ? null
      : words.say('digest.model-embedded', { tokens: now.embedded, tokensBefore: before.embedded }),
    now.microDollars + before.microDollars === 0
      ? null
      : words.say('digest.model-cost', { dollars: dollarsOf(now), dollarsBefore: dollarsOf(before) }),
  ]);
}
