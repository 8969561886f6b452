import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../../../src/adapters/web/page-facts.ts';

const url = 'https://www.harbour.example/news/1';
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Bridge closed',
  datePublished: '2020-03-04T23:30:00-05:00',
  publisher: { '@type': 'Organization', name: 'Harbour Gazette' },
};
const facts = { title: 'Bridge closed', publisher: 'Harbour Gazette', date: '2020-03-04' };

describe('what a page says of itself', () => {
  it.each([
    { how: 'an article', html: data(article) },
    { how: 'a list', html: data([{ '@type': 'VideoObject', name: 'A film' }, article]) },
    { how: 'a graph', html: data({ '@graph': [{ '@type': 'WebPage', name: 'Page' }, article] }) },
    { how: 'several kinds', html: data({ ...article, '@type': ['Thing', 'ReportageNewsArticle'] }) },
    { how: 'a publisher by name', html: data({ ...article, publisher: 'Harbour Gazette' }) },
    { how: 'several publishers', html: data({ ...article, publisher: [article.publisher, 'Other'] }) },
    { how: 'a second block', html: data({ '@type': 'WebSite', name: 'Site' }) + data(article) },
    {
      how: 'a block behind a broken one',
      html: `<script type="application/ld+json">{"a":</script>${data(article)}`,
    },
    {
      how: 'Open Graph',
      html:
        property('og:title', 'Bridge closed') +
        property('og:site_name', 'Harbour Gazette') +
        property('article:published_time', '2020-03-04T10:00Z'),
    },
    {
      how: 'Dublin Core',
      html:
        meta('DC.Title', 'Bridge closed') +
        meta('DC.publisher', 'Harbour Gazette') +
        meta('DC.date', '2020-03-04'),
    },
    {
      how: 'citations of papers',
      html:
        meta('citation_title', 'Bridge closed') +
        meta('citation_journal_title', 'Harbour Gazette') +
        meta('citation_publication_date', '2020/03/04'),
    },
    {
      how: 'its title and a time in its article',
      html: `<title>Bridge closed | Harbour Gazette</title>${property('og:site_name', 'Harbour Gazette')}
        <time datetime="2001-01-01">old</time><article><header><time datetime="2020-03-04">today</time></header></article>`,
    },
    {
      how: 'its main heading and a time in words',
      html: `${meta('application-name', 'Harbour Gazette')}<header><h1><a href="/">Bridge <b>closed</b></a></h1><time>4 March 2020</time></header>`,
    },
  ])('is taken from $how', ({ html }) => {
    expect(pageFacts(html, url)).toEqual(facts);
  });

  it('is put together from what each of them says', () => {
    const html = data({ ...article, publisher: { '@id': '#us' }, datePublished: 'lately' });

    expect(
      pageFacts(html + property('og:site_name', 'Harbour Gazette') + meta('date', '2020-03-04'), url),
    ).toEqual(facts);
  });

  it('is its host alone where it says nothing', () => {
    for (const html of ['', 'Not found', '<p>Hello', '<title> </title>', '\0\0', '<'])
      expect(pageFacts(html, url), html).toEqual({ title: null, publisher: 'harbour.example', date: null });
  });

  it.each([
    { title: 'Bridge closed - harbour.example', headline: 'Bridge closed' },
    { title: 'Bridge closed – all lanes – HARBOUR.example', headline: 'Bridge closed – all lanes' },
    { title: 'Bridge-harbour.example', headline: 'Bridge-harbour.example' },
    { title: 'harbour.example', headline: 'harbour.example' },
    { title: 'Bridge: closed', headline: 'Bridge: closed' },
    { title: 'Tom &amp; Jerry\n  &lt;b&gt;', headline: 'Tom & Jerry <b>' },
    { title: 'الجسر مغلق | harbour.example', headline: 'الجسر مغلق' },
  ])('has a headline without the publisher behind it: $title', ({ title, headline }) => {
    expect(pageFacts(`<title>${title}</title>`, url).title).toBe(headline);
  });

  it('is cut to what a note holds, on one line', () => {
    const { title, publisher } = pageFacts(
      property('og:title', `one\n${'x'.repeat(2_000)}`) + property('og:site_name', `𝕐${'𝕏'.repeat(500)}`),
      url,
    );

    expect(title).toMatch(/^one x+…$/);
    expect(title?.length).toBeLessThanOrEqual(500);
    expect(publisher?.isWellFormed()).toBe(true);
    expect(publisher?.endsWith('…')).toBe(true);
  });

  it('never comes from a comment, a script, a picture, or another attribute', () => {
    const html = `<!-- <title>Comment</title> --><script>document.title = '<title>Script</title>'; globalThis.ran = 1</script>
      <svg><title>Picture</title></svg><a title="<title>Attribute</title>">x</a><img src=x onerror="globalThis.ran = 1">`;

    expect(pageFacts(html, url).title).toBeNull();
    expect('ran' in globalThis).toBe(false);
  });
});
