import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../../../src/adapters/web/page-facts.ts';
import { cpuMs } from '../../../cpu-time.ts';

const url = 'https://harbour.example/';
const pageChars = 512_000;
const full = (part: string) => part.repeat(Math.ceil(pageChars / part.length)).slice(0, pageChars);
const block = '<script type="application/ld+json">';

/** The best of a few, since the machine may be busy with something else. */
function bestMs(html: string): number {
  return Math.min(...Array.from({ length: 3 }, () => cpuMs(() => pageFacts(html, url))));
}

describe('a page as large as any that is read', () => {
  it.each([
    { what: 'elements within elements', html: full('<div>') },
    { what: 'articles within articles', html: full('<article><time>') },
    { what: 'elements that end nothing', html: full('<b></i>') },
    { what: 'openings', html: full('<') },
    { what: 'openings of pictures', html: full('<svg><g>') },
    { what: 'comments', html: full('<!---->') },
    { what: 'a comment without end', html: `<!--${full('-')}` },
    { what: 'meta elements', html: full('<meta name=a content=b>') },
    { what: 'attributes', html: `<meta ${Array.from({ length: 60_000 }, (_, at) => `a${at}=b`).join(' ')}>` },
    { what: 'a value without end', html: full('<a b="') },
    { what: 'a title of separators', html: `<title>${full('a - ')}|</title>` },
    { what: 'a title of spaces', html: `<title>a${full(' ')}|</title>` },
    { what: 'headings', html: full('<h1>a ') },
    { what: 'scripts without end', html: full('<script>') },
    { what: 'broken data', html: full(`${block}{"@type":</script>`) },
    { what: 'deep data', html: `${block}${'['.repeat(200_000)}${']'.repeat(200_000)}</script>` },
    { what: 'much data', html: `${block}[${Array(20_000).fill('{"@type":"Article"}').join()}]</script>` },
    { what: 'text', html: full('Some words, and a date: 3 March 2020. ') },
  ])('takes less than 300 ms: $what', ({ html }) => {
    expect(bestMs(html)).toBeLessThan(300);
  });

  const parts = fc.constantFrom(
    ...'< > / " \' = <title> </title> <h1> </h1> <time> <article> </article> <svg> <!-- --> <script> </script> <meta'.split(
      ' ',
    ),
    ...[
      block,
      ' content="',
      'name=date ',
      '2020-03-04',
      '{"@type":"Article","headline":',
      '\0',
      '\ud800',
      '𝕏',
      ' ',
    ],
  );

  it('is read without trouble, however broken', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (broken) => {
        const { title, publisher } = pageFacts(broken.join(''), url);

        for (const text of [title, publisher]) {
          expect(text?.isWellFormed() ?? true).toBe(true);
          expect(text ?? 'nothing').not.toMatch(/\n|^\s|^$/);
        }
      }),
    );
  });
});
