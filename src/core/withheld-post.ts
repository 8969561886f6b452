import type { Dossier } from './dossier.ts';

/** What stands in place of a post whose author was erased, as of the other stored texts in English. */
export const erasedPost = '[removed at the request of the author]';

/** What stands in place of a post whose dossier was archived long ago. */
export const expiredPost = '[no longer kept]';

/** Whether members or moderators can still read in a dossier what its post says. */
export function showsPost({ status, post }: Pick<Dossier, 'status' | 'post'>): boolean {
  return status !== 'archived' && post.text !== erasedPost && post.text !== expiredPost;
}

/**
 * A dossier without the words of its post: quotes, an extractive summary and a title that quotes go with it. Gists, other
 * summaries and notes stay, but for a gist or a summary that quotes.
 *
 * @param instead - what stands in their place
 */
export function withoutPost(dossier: Dossier, instead: string): Dossier {
  const { slug, title, post, summary } = dossier;
  const quotes = dossier.claims
    .flatMap(({ quote }) => [quote, onOneLine(quote)])
    .filter((quote) => quote !== '');
  const unquoted = (text: string) => quotes.reduce((left, quote) => left.replaceAll(quote, instead), text);
  const extractive = summary.madeBy.by === 'extractive' || summary.text.includes(post.text);
  return {
    ...dossier,
    title: quotesFrom(title, post.text) ? slug : title,
    post: { ...post, text: instead, author: null, url: null },
    summary: {
      ...summary,
      text: extractive ? instead : withoutPartOf(post.text, unquoted(summary.text), instead),
    },
    claims: dossier.claims.map((claim) => ({
      ...claim,
      quote: instead,
      start: 0,
      end: instead.length,
      gist: withoutPartOf(post.text, unquoted(claim.gist), instead),
    })),
  };
}

/** How many words in a row are a quotation; shorter titles are one when the post has all of them in a row. */
const quotedWords = 3;

function quotesFrom(title: string, postText: string): boolean {
  const post = ` ${wordsOf(postText).join(' ')} `;
  const words = wordsOf(title);
  const length = Math.min(quotedWords, words.length);
  return words.some(
    (_, from) =>
      from + length <= words.length && post.includes(` ${words.slice(from, from + length).join(' ')} `),
  );
}

/** How many characters in a row, spaces included, only a quotation shares with the post. */
const quotedChars = 30;

/** A gist or summary, unless it still holds a part of the post, such as the beginning of a long quote. */
function withoutPartOf(postText: string, text: string, instead: string): string {
  const post = onOneLine(postText);
  const line = onOneLine(text);
  for (let from = 0; from + quotedChars <= line.length; from += 1)
    if (post.includes(line.slice(from, from + quotedChars))) return instead;
  return text;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
