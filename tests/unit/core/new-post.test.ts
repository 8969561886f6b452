import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../../src/core/claim.ts';
import { newPost } from '../../../src/core/new-post.ts';

const empty = { text: '', title: '', author: '', url: '' };
const titleOf = (text: string) => `Post: ${text.slice(0, 5)}`;
const slug = DossierSlug.parse('bridge');
const read = (typed: object) => newPost({ ...empty, ...typed }, slug, titleOf);

describe('a post that is to get a dossier', () => {
  it('is kept word for word, space and all', () => {
    const text = '  The bridge\r\n\r\n costs  40 million. ';

    expect(read({ text })?.added.post.text).toBe(text);
  });

  it.each([
    { why: 'a title nobody gave is made of the text', typed: {}, added: { title: 'Post: Der Z' } },
    { why: 'a title is one line', typed: { title: ' The \n train ' }, added: { title: 'The train' } },
    {
      why: 'a title is no longer than it may be',
      typed: { title: 'x'.repeat(900) },
      added: { title: 'x'.repeat(200) },
    },
    {
      why: 'what is not known is null',
      typed: {},
      added: { post: { author: null, url: null, date: null, remarks: null } },
    },
    { why: 'the language is the text’s', typed: {}, added: { language: 'de', slug } },
  ])('has what it needs: $why', ({ typed, added }) => {
    const text = 'Der Zug fährt nicht mehr, weil die Brücke über den Fluss zu teuer war.';

    const result = read({ text, ...typed });

    expect(result?.added).toMatchObject(added);
    expect(result?.leftOut).toEqual([]);
  });

  it.each([
    { why: 'an address that is none', typed: { url: 'paper dot example' }, leftOut: ['url'] },
    { why: 'an address no browser should open', typed: { url: 'file:///etc/passwd' }, leftOut: ['url'] },
    { why: 'an author of a whole page', typed: { author: 'x'.repeat(201) }, leftOut: ['author'] },
    { why: 'both', typed: { url: 'x', author: 'x'.repeat(201) }, leftOut: ['author', 'url'] },
  ])('loses what cannot be used, and never the text: $why', ({ typed, leftOut }) => {
    const result = read({ text: 'A post.', ...typed });

    expect(result?.leftOut).toEqual(leftOut);
    expect(result?.added.post.text).toBe('A post.');
    for (const fact of leftOut) expect(result?.added.post).toHaveProperty(fact, null);
  });

  it.each([
    { why: 'nothing in it', text: '' },
    { why: 'space alone', text: ' \n\t ' },
    { why: 'more than a dossier holds', text: 'x'.repeat(200_001) },
  ])('is none with $why', ({ text }) => {
    expect(read({ text })).toBeNull();
  });

  it('keeps every place in it when half a character is replaced', () => {
    expect(read({ text: 'a\ud83db' })?.added.post.text).toBe('a\ufffdb');
  });
});
