import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedProposals, partsOf } from '../../../../src/adapters/model/post-parts.ts';
import type { ModelProposal } from '../../../../src/core/analysis/analysis.ts';

const claim = (quote: string) => ({ quote, gist: `The post says: ${quote}`, kind: 'factual' as const });
const proposal = (...quotes: string[]): ModelProposal => ({ summary: ['One.'], claims: quotes.map(claim) });

describe('a post in parts', () => {
  it('is one part when it is short', () => {
    expect(partsOf('The bridge is closed.')).toEqual(['The bridge is closed.']);
    expect(partsOf('')).toEqual(['']);
  });

  it('has every passage of the overlap’s length whole in one of them, and no letter in halves', () => {
    const piece = fc.constantFrom('word ', 'x'.repeat(3_000), '\n\n', 'Done. ', '🌉', 'مياه ', 'é');
    const posts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').repeat(3));

    fc.assert(
      fc.property(posts, fc.nat(), (post, seed) => {
        const parts = partsOf(post);

        const start = post.length === 0 ? 0 : seed % post.length;
        const passage = post.slice(start, start + 400);
        expect(parts.some((part) => part.includes(passage))).toBe(true);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(12_000);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('ends its parts at the end of a paragraph or sentence where there is one near', () => {
    const [first = ''] = partsOf('A sentence of the post stands here. '.repeat(1_000));

    expect(first.trimEnd().endsWith('here.')).toBe(true);
  });
});

describe('proposals for parts', () => {
  it('become one, with the first claims of each first', () => {
    const merged = mergedProposals([proposal('a one', 'a two'), proposal('b one', 'b two')]);

    expect(merged.claims.map(({ quote }) => quote)).toEqual(['a one', 'b one', 'a two', 'b two']);
    expect(merged.summary).toEqual(['One.']);
  });

  it('keep the longer one of two claims from the overlap', () => {
    const merged = mergedProposals([
      proposal('bridge is closed'),
      proposal('The bridge is closed!', 'other'),
    ]);

    expect(merged.claims.map(({ quote }) => quote)).toEqual(['The bridge is closed!', 'other']);
  });
});
