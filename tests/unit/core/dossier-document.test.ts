import { describe, expect, it } from 'vitest';
import { type DossierDocument, readDossierDocument } from '../../../src/core/dossier-document.ts';
import { parsedJson, problemsOf, spoilt } from './spoilt-document.ts';

describe('a dossier document', () => {
  it('is taken as it is when it is valid', () => {
    expect(readDossierDocument(parsedJson())).toEqual(parsedJson());
  });

  it('holds each quote where it stands in the post, counted in UTF-16 code units', () => {
    const document: DossierDocument = parsedJson();
    const text = `😀 ${document.post.text}`;
    const claims = document.claims.map((claim) => ({ ...claim, start: claim.start + 3, end: claim.end + 3 }));

    expect(
      readDossierDocument({ ...document, post: { ...document.post, text }, claims }).claims,
    ).toHaveLength(2);
  });

  it.each([
    {
      path: 'claims.0.start',
      value: 3,
      says: 'claims.0.quote: is not the post’s text from 3 to 76; it is there from 23 to 76',
      why: 'a wrong offset',
    },
    {
      path: 'claims.0.quote',
      value: 'never said',
      says: 'claims.0.quote: is not the post’s text from 23 to 76; copy it from the post, letter by letter',
      why: 'a quote the post does not hold',
    },
    {
      path: 'claims.0.end',
      value: 9_999,
      says: 'claims.0.quote: is not the post’s text from 23 to 9999; it is there from 23 to 76',
      why: 'an offset behind the post',
    },
    {
      path: 'claims.0.start',
      value: 1.5,
      says: 'claims.0.start: write a whole number',
      why: 'half an offset',
    },
    {
      path: 'claims.0.quote',
      value: '',
      says: 'claims.0.quote: quote at least a word of the post',
      why: 'an empty quote',
    },
    {
      path: 'claims.1.id',
      value: 'c01',
      says: 'claims.1.id: c01 is used twice; give every claim an id of its own',
      why: 'an id used twice',
    },
    {
      path: 'claims.1.id',
      value: 'C 1',
      says: 'claims.1.id: use a letter and a number, such as c01 or c04b',
      why: 'no id',
    },
    {
      path: 'slug',
      value: 'My Post',
      says: 'slug: use lower-case letters, digits and single hyphens',
      why: 'no slug',
    },
    { path: 'title', value: undefined, says: 'title: is missing', why: 'a missing key' },
    { path: 'titel', value: 'x', says: 'file: take out titel, or check the spelling', why: 'an unknown key' },
    { path: 'title', value: 'a\nb', says: 'title: write it on one line', why: 'a title of two lines' },
    { path: 'title', value: ' ', says: 'title: write something here', why: 'a title of spaces' },
    {
      path: 'title',
      value: 'x'.repeat(201),
      says: 'title: use at most 200 characters',
      why: 'too long a title',
    },
    { path: 'post.text', value: ' \n', says: 'post.text: write the post, word for word', why: 'no post' },
    {
      path: 'post.date',
      value: '2023-02-29',
      says: 'post.date: this day is not in the calendar',
      why: 'a day that never was',
    },
    {
      path: 'claims.0.kind',
      value: 'lie',
      says: 'claims.0.kind: write one of factual, causal, prediction, opinion',
      why: 'an unknown kind',
    },
    {
      path: 'claims.0.notes.0.type',
      value: 'rumour',
      says: 'claims.0.notes.0.type: write source or dispute',
      why: 'an unknown note',
    },
    {
      path: 'claims.0.notes.0.stance',
      value: 'maybe',
      says: 'claims.0.notes.0.stance: write one of supports, partly, contradicts, context',
      why: 'an unknown stance',
    },
    {
      path: 'claims.0.notes.2.url',
      value: 'https://a.example',
      says: 'claims.0.notes.2.url: basis "source" needs a url, basis "needs-checking" needs null',
      why: 'a source for what needs checking',
    },
    {
      path: 'claims.1.notes.0.url',
      value: null,
      says: 'claims.1.notes.0.url: basis "source" needs a url, basis "needs-checking" needs null',
      why: 'no source for what has one',
    },
    {
      path: 'summary.madeBy',
      value: 'me',
      says: 'summary.madeBy: write "person", "extractive" or {"model": "its name"}',
      why: 'an unknown maker',
    },
    { path: 'claims', value: null, says: 'claims: write a list in [ ]', why: 'no list' },
    {
      path: 'claims.0.gist',
      value: 'half \ud83d',
      says: 'claims.0.gist: holds half a character: copy it again from the source',
      why: 'half a surrogate pair',
    },
  ])('is refused for $why, with the place and what to do', ({ path, value, says }) => {
    expect(problemsOf(spoilt(path, value)).split('; claims.0.quote: is')[0]).toBe(says);
  });

  it('refuses a quote that tears a character of the post in two', () => {
    const document: DossierDocument = parsedJson();
    const post = { ...document.post, text: 'a😀b' };
    const [claim] = document.claims;

    expect(
      problemsOf({ ...document, post, claims: [{ ...claim, quote: 'a\ud83d', start: 0, end: 2 }] }),
    ).toContain('claims.0.quote: holds half a character');
  });

  it('names five problems and counts the others', () => {
    const document = {
      ...parsedJson(),
      slug: '',
      title: '',
      language: '',
      claims: 1,
      summary: 1,
      post: 1,
      more: 1,
    };

    const problems = problemsOf(document);

    expect(problems.split('; ')).toHaveLength(6);
    expect(problems).toMatch(/; and 2 more$/);
  });

  it('never answers with a page of foreign text', () => {
    expect(problemsOf({ ...parsedJson(), ['x'.repeat(100_000)]: 1 }).length).toBeLessThan(300);
  });

  it.each([null, [], 3, 'text', true])('is not %j', (value) => {
    expect(problemsOf(value)).toBe('file: write an object in { }');
  });
});
