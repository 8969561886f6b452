import { describe, expect, it } from 'vitest';
import { readDossierDocument } from '../../../src/core/dossier-document.ts';
import { problemsOf, spoilt } from './spoilt-document.ts';

describe('an address in a dossier', () => {
  it.each([
    { url: 'javascript:alert(1)', why: 'a script' },
    { url: 'ftp://a.example/', why: 'another protocol' },
    { url: 'a.example/page', why: 'no protocol' },
    { url: 'https://user:pw@a.example/', why: 'a password' },
    { url: 'https://user@a.example/', why: 'a user' },
    { url: 'https://a.example/a b', why: 'a space' },
    { url: 'https://a.example/[x](y)', why: 'markdown' },
    { url: 'https://a.example/\\x', why: 'a backslash' },
    { url: 'http://127.0.0.1/', why: 'an address of one’s own machine' },
    { url: 'http://localhost/', why: 'a name of one’s own machine' },
    { url: `https://a.example/${'x'.repeat(500)}`, why: 'too many characters' },
    { url: `https://a.example/${'('.repeat(170)}`, why: 'too many characters once it is a link' },
    { url: 'https://a.example/\ud83d', why: 'half a surrogate pair' },
    { url: '', why: 'nothing' },
  ])('is refused, wherever it stands: $why', ({ url }) => {
    for (const path of ['post.url', 'claims.0.notes.0.url', 'claims.1.notes.0.url'])
      expect(problemsOf(spoilt(path, url))).toContain(`${path}: `);
  });

  it.each([
    'https://en.wikipedia.org/wiki/Nujaba_(militia)',
    'http://müller.example:8080/ä?q=a@b#c',
    'https://a.example?mail=x@y.z',
  ])('is taken as it is written: %s', (url) => {
    expect(readDossierDocument(spoilt('post.url', url)).post.url).toBe(url);
  });
});
