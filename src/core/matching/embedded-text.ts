/** Longer claims say nothing more that counts; models read some 8,000 tokens at most, and fewer letters are cheaper. */
const mostChars = 2_000;

/** What a model is given of a claim: the title says what it is about, the gist says it in a sentence, the quote verbatim. */
export function embeddedText({
  title,
  gist,
  quote,
}: {
  readonly title: string;
  readonly gist: string;
  readonly quote: string;
}): string {
  return [title, gist, quote].join('\n').slice(0, mostChars);
}
