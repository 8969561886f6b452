import type { DossierSlug } from './claim.ts';
import type { Post } from './dossier.ts';
import { dossierLimits } from './dossier-document.ts';
import { languageOfText } from './matching/language-of-text.ts';
import { WebAddress } from './web-address.ts';

/** A post that is to get a dossier. */
export type NewPost = {
  /** Its name, where the moderator chose one. */
  readonly slug: DossierSlug | null;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly post: Post;
};

/** What a moderator typed of a post; `text` is the post, the others may be empty. */
export type TypedPost = {
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
};

/**
 * A post as it was typed or read from a file. What is wrong with anything but the text is left out and named, so that the post itself is
 * never lost.
 *
 * @param titleOf - a title for a post that has none, made of its first words
 * @returns null when the text holds nothing, or more than a dossier does
 */
export function newPost(
  typed: TypedPost,
  slug: DossierSlug | null,
  titleOf: (text: string) => string,
): { readonly added: NewPost; readonly leftOut: readonly ('author' | 'url')[] } | null {
  // Half a character cannot be stored; what replaces it is as long, so that every quote keeps its place.
  const text = typed.text.toWellFormed();
  if (text.trim() === '' || text.length > dossierLimits.postChars) return null;
  const line = (value: string) => value.toWellFormed().trim().replace(/\s+/g, ' ');
  const author = line(typed.author);
  const url = line(typed.url);
  const authorFits = author.length <= dossierLimits.titleChars;
  const urlFits = url === '' || WebAddress.safeParse(url).success;
  const title = line(typed.title).slice(0, dossierLimits.titleChars).toWellFormed();
  return {
    added: {
      slug,
      title: title === '' ? titleOf(text) : title,
      language: languageOfText(text),
      post: {
        text,
        author: author === '' || !authorFits ? null : author,
        date: null,
        url: url === '' || !urlFits ? null : url,
        remarks: null,
      },
    },
    leftOut: [...(authorFits ? [] : (['author'] as const)), ...(urlFits ? [] : (['url'] as const))],
  };
}
