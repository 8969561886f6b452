import type { Analysis } from './analysis.ts';
import { claimsInPost } from './claims-in-post.ts';
import { readPost } from './read-post.ts';
import { summaryOf } from './summary.ts';

/** What a post says, in its own sentences, found by rules: no model, no network, the same for the same post always. */
export function analyzeExtractively(post: string): Analysis {
  const read = readPost(post);
  const claims = claimsInPost(read);
  return { analyst: { by: 'extractive' }, summary: summaryOf(read, claims), claims };
}
