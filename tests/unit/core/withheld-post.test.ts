import { describe, expect, it } from 'vitest';
import type { SummaryOrigin } from '../../../src/core/dossier.ts';
import { erasedPost, withoutPost } from '../../../src/core/withheld-post.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

const said = 'every engineer who was asked   warned against the eastern pier';
const onOneLine = said.replace(/\s+/g, ' ');

/** What is left of a summary when the post goes. */
function left(text: string, madeBy: SummaryOrigin): string {
  const dossier = exampleDossier();
  const post = { ...dossier.post, text: `The council voted, though ${said}.` };
  return withoutPost({ ...dossier, post, summary: { text, madeBy }, claims: [] }, erasedPost).summary.text;
}

describe('the summary of a post that has gone', () => {
  it.each<SummaryOrigin>([{ by: 'model', model: 'test-model' }, { by: 'person' }])(
    'goes where it still quotes a part of the post, whoever made it: $by',
    (madeBy) => {
      expect(left(`According to the post, ${onOneLine}.`, madeBy)).toBe(erasedPost);
    },
  );

  it('stays where it says it in other words', () => {
    const text = 'According to the post, engineers had doubts about a pier in the east.';

    expect(left(text, { by: 'person' })).toBe(text);
  });
});
