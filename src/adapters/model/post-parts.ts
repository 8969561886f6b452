import type { ModelProposal } from '../../core/analysis/analysis.ts';

/** How much of a post one request holds, in UTF-16 code units: far within what small models of one's own can read. */
const partChars = 12_000;

/** How much of a part is repeated at the beginning of the next: a claim on the border is whole in one of them. */
const overlapChars = 800;

/** How far before its end a part may stop at the end of a paragraph, a sentence or a word. */
const slackChars = 1_500;

/** A post in parts that overlap; one that is short is its only part. */
export function partsOf(post: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; ; ) {
    if (post.length - start <= partChars) return [...parts, post.slice(start)];
    const end = goodEnd(post, start + partChars);
    parts.push(post.slice(start, end));
    start = wholeLetters(post, end - overlapChars);
  }
}

function goodEnd(post: string, latest: number): number {
  const from = latest - slackChars;
  const slack = post.slice(from, latest);
  for (const border of [/\n\s*\n/g, /[.!?؟।。！？]\s?|\n/g, /\s/g]) {
    const last = [...slack.matchAll(border)].at(-1);
    if (last !== undefined) return from + last.index + last[0].length;
  }
  return wholeLetters(post, latest);
}

/** The place, or the one before it where it lies within a letter of two code units. */
function wholeLetters(post: string, at: number): number {
  const code = post.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/**
 * One proposal of those for the parts of a post: summaries in order, claims in turns, since the most telling of each part stand first.
 * What the overlap brought twice is there once, in its longer form.
 */
export function mergedProposals(proposals: readonly ModelProposal[]): ModelProposal {
  const [only] = proposals;
  if (only !== undefined && proposals.length === 1) return only;
  const longest = Math.max(0, ...proposals.map(({ claims }) => claims.length));
  const inTurns = Array.from({ length: longest }, (_, rank) =>
    proposals.flatMap(({ claims }) => claims[rank] ?? []),
  ).flat();
  const claims: ModelProposal['claims'][number][] = [];
  for (const claim of inTurns) {
    const plain = plainly(claim.quote);
    const same = claims.findIndex(({ quote }) => {
      const other = plainly(quote);
      return other.includes(plain) || plain.includes(other);
    });
    const kept = claims[same];
    if (kept === undefined) claims.push(claim);
    else if (kept.quote.length < claim.quote.length) claims[same] = claim;
  }
  const summary = new Map(
    proposals.flatMap((proposal) => proposal.summary).map((text) => [plainly(text), text]),
  );
  return { summary: [...summary.values()], claims };
}

function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
