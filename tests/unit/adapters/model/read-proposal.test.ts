import { expect, it } from 'vitest';
import { proposalIn } from '../../../../src/adapters/model/read-proposal.ts';

const proposal = { summary: ['The post says so.'], claims: [] };

it('reads an answer with words around it and a comma too many', () => {
  const answer = 'Here it is: {"summary": ["The post says so.",], "claims": []} That is all.';

  expect(proposalIn(answer)).toEqual(proposal);
});

it('gives up on a long answer that is far from its form at once', () => {
  const answer = `{${'"a" "b'.repeat(33_000)}}`;

  const startedMs = performance.now();
  const found = proposalIn(answer);
  const tookMs = performance.now() - startedMs;

  expect(found).toBeNull();
  expect(tookMs).toBeLessThan(1_000);
});
