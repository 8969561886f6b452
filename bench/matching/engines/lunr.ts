import lunr from 'lunr';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';

/** lunr as it comes, with its own stop words and stemmer; an OR of all words. */
export function lunrEngine(claims: readonly Text[]): Engine {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  builder.field('text');
  builder.field('title');
  for (const { id, text, title } of claims) builder.add({ id, text, title });
  const index = builder.build();
  const ask = (text: string, limit: number, isTyped: boolean) => {
    const tokens = lunr.tokenizer(text);
    const found = index.query((query) => {
      const whole = isTyped ? tokens.slice(0, -1) : tokens;
      if (whole.length > 0) query.term(whole, {});
      const last = isTyped ? tokens.at(-1) : undefined;
      if (last !== undefined)
        query.term(last, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
    });
    return found.slice(0, limit).map(({ ref, score }) => ({ claimId: ref, score }));
  };
  return {
    search: (text, limit) => ask(text, limit, false),
    complete: (prefix, limit) => ask(prefix, limit, true),
    nativeBytes: () => 0,
    close: () => undefined,
  };
}
