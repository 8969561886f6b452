import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import type { DescribedPost, KeyClaim } from '../services/asking/describe-checked.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { roomOf } from './limits.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';

/** The least room a description takes, in units of `roomOf`: how it was made, the shortest sentences and a claim or two. */
export const leastDescribedRoom = 1_500;

/** How much of a sentence of the summary is shown, from full to scarce: the first that leaves room for claims. */
const sentenceChars = [400, 240, 140, 80] as const;

/** Of the room, at most this share is the summary's. */
const summaryShare = 0.5;

/** How much of a claim is quoted; the post itself is what was checked. */
const quoteChars = 160;

/** The most claims listed: as many as are read in one go. */
const mostClaims = 8;

/**
 * What an analysis says of a post, and how it was made, each a block of its own.
 *
 * @param room - in units of `roomOf`, at least `leastDescribedRoom`
 */
export function describedBlocks(described: DescribedPost, room: number, words: Words): readonly string[] {
  const made = smallPrint(madeLine(described, words));
  const free = room - roomOf(made);
  const summary = summaryBlock(described, free * summaryShare, words);
  const claims = claimsBlock(described.keyClaims, free - roomOf(summary ?? ''), words);
  return [summary, claims, made].filter((block) => block !== null);
}

function summaryBlock({ analysis }: DescribedPost, room: number, words: Words): string | null {
  const { analyst, summary } = analysis;
  if (summary.length === 0) return null;
  const shownIn = (chars: number) => {
    const sentences = summary.map(({ text }) =>
      analyst.by === 'model' ? escapedExcerpt(text, chars, chars * 1.25) : quoteLine(text, chars, words),
    );
    const said = sentences.join(' ');
    const attributed = analyst.by === 'model' ? said : words.say('analysis.own-words', { sentences: said });
    return `### ${words.say('summary.title')}\n${attributed}`;
  };
  for (const chars of sentenceChars) {
    const block = shownIn(chars);
    if (roomOf(block) <= room) return block;
  }
  return null;
}

/** As many claims as fit, most worth checking first; null when there are none, or not one fits. */
function claimsBlock(claims: readonly KeyClaim[], room: number, words: Words): string | null {
  const lines = [`### ${words.say('check.key-claims')}`];
  let left = room - roomOf(lines.join(''));
  for (const claim of claims.slice(0, mostClaims)) {
    const line = claimLine(claim, words);
    left -= roomOf(`\n${line}`);
    if (left < 0) break;
    lines.push(line);
  }
  return lines.length === 1 ? null : lines.join('\n');
}

/** A claim, its kind and, where it is a known one, by what name that stands above and in the menu. */
function claimLine({ quote, kind, known }: KeyClaim, words: Words): string {
  const line = `- ${quoteLine(quote, quoteChars, words)} – ${words.say(`kind.${kind}`)}`;
  if (known === null) return line;
  const { dossier, claim } = known;
  return `${line} → **${formatClaimReference(referenceTo(dossier, claim))}**`;
}

/** By what it was made, what was left out, and that nobody has reviewed it. */
function madeLine({ analysis, without, dropped, provider }: DescribedPost, words: Words): string {
  const { analyst } = analysis;
  return [
    analyst.by === 'model'
      ? words.say('check.by-model', {
          model: escapedExcerpt(analyst.model, 80, 100),
          provider: escapedExcerpt(provider ?? '?', 80, 100),
        })
      : madeByRules(without, words),
    ...(dropped === 0 ? [] : [words.say('analyzed.dropped', { count: dropped })]),
    words.say('check.unreviewed'),
  ].join(' ');
}

/** Members can do nothing about a model that nobody wanted; that one failed, they are told. */
function madeByRules(without: DescribedPost['without'], words: Words): string {
  if (without === null || without === 'not-configured' || without === 'not-consented')
    return words.say('check.by-rules');
  return words.say(`analyzed.without.${without}`);
}
