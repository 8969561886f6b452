import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { dossierLimits } from '../../core/dossier-document.ts';
import { hostOf } from '../../core/web-address.ts';
import type { PageFacts } from '../../ports/web.ts';
import { tellingParts } from './telling-parts.ts';
import { readWrittenDate } from './written-date.ts';

/** Meta elements that hold a fact, the most telling first: Open Graph, schemas for papers, Dublin Core, and custom. */
const metaNames = {
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'],
  publisher: [
    'og:site_name',
    'citation_publisher',
    'citation_journal_title',
    'dc.publisher',
    'dcterms.publisher',
    'application-name',
  ],
  date: [
    'article:published_time',
    'og:article:published_time',
    'citation_publication_date',
    'citation_date',
    'dc.date',
    'dc.date.issued',
    'dcterms.issued',
    'parsely-pub-date',
    'date',
    'pubdate',
    'publish-date',
  ],
} as const;

/** What is read of JSON-LD (schema.org's CreativeWork); a name may stand alone or within its organisation. */
const Named = z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]);
const Work = z.looseObject({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  publisher: z
    .union([Named, z.array(Named).transform(([first]) => first)])
    .optional()
    .catch(undefined),
});
type Work = z.infer<typeof Work>;
const Graph = z.looseObject({ '@graph': z.array(z.unknown()) });

/** Kinds of works that a page may be; others on it are its parts, such as videos and comments. */
const pageWorks =
  /Article$|^(?:Report|BlogPosting|LiveBlogPosting|WebPage|Dataset|Book|ScholarlyArticle|ClaimReview)$/;

/** A work that stands for the page itself; any other is rather what the page holds. */
const wholePage = /^WebPage$/;

/** How many works of a block of JSON-LD are looked at. */
const worksLookedAt = 200;

/** A longer title is cut before anything is looked for in it, in UTF-16 code units. */
const longestTitle = 2_000;

type Document = ReturnType<typeof parseHTML>['document'];

/**
 * What a page says of itself: in JSON-LD, else in its meta elements, else in what a reader sees.
 *
 * @param url - where it was found, for the name of a publisher that is named nowhere
 */
export function pageFacts(html: string, url: string): PageFacts {
  const { document } = parseHTML(tellingParts(html));
  const work = workIn(document);
  const first = <Fact>(found: readonly string[], read: (text: string) => Fact | null): Fact | null => {
    for (const text of found) {
      const fact = read(text);
      if (fact !== null) return fact;
    }
    return null;
  };
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
  const publisher = first(
    [...known(work?.publisher), ...metasOf(document, 'publisher'), hostOf(url)],
    (text) => lineOf(text, dossierLimits.titleChars),
  );
  return {
    publisher,
    title: first(
      [
        ...known(work?.headline, work?.name),
        ...metasOf(document, 'title'),
        ...shown('title'),
        ...shown('h1'),
      ],
      (text) => titleOf(text, publisher),
    ),
    date: first(
      [...known(work?.datePublished), ...metasOf(document, 'date'), ...timesIn(document)],
      readWrittenDate,
    ),
  };
}

function known(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

/** The first article on the page, or the like; else what the page says of itself as a whole. */
function workIn(document: Document): Work | undefined {
  const blocks = [...document.querySelectorAll('script')];
  const works = blocks.flatMap((script) => worksIn(script.textContent ?? ''));
  const isWhole = (work: Work) => [work['@type']].flat().every((type) => wholePage.test(type));
  return works.find((work) => !isWhole(work)) ?? works[0];
}

/** The works in a block of JSON-LD, which holds one thing, a list, or a graph. */
function worksIn(json: string): readonly Work[] {
  const things = thingsIn(json).flatMap((thing) => {
    const { success, data } = Graph.safeParse(thing);
    return success ? data['@graph'] : [thing];
  });
  return things.slice(0, worksLookedAt).flatMap((thing) => {
    const { success, data } = Work.safeParse(thing);
    return success && [data['@type']].flat().some((type) => pageWorks.test(type)) ? [data] : [];
  });
}

function thingsIn(json: string): readonly unknown[] {
  try {
    return [JSON.parse(json)].flat().slice(0, worksLookedAt);
  } catch {
    return [];
  }
}

function metasOf(document: Document, fact: keyof typeof metaNames): readonly string[] {
  const metas = [...document.querySelectorAll('meta')].map((meta) => ({
    name: (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase(),
    content: meta.getAttribute('content') ?? '',
  }));
  return metaNames[fact].flatMap((name) =>
    metas.filter((meta) => meta.name === name).map(({ content }) => content),
  );
}

function timesIn(document: Document): readonly string[] {
  return [...document.querySelectorAll('time')].map(
    (time) => time.getAttribute('datetime') ?? time.textContent ?? '',
  );
}

/** "Bridge closed | Harbour Gazette" without the publisher, which has a field of its own. */
function titleOf(text: string, publisher: string | null): string | null {
  const title = lineOf(text, longestTitle);
  if (title === null || publisher === null) return title;
  const end = title.slice(-publisher.length);
  const [, headline = title] =
    end.toLowerCase() === publisher.toLowerCase()
      ? (/^(.*\S)\s+[|–—·:»-]\s+$/u.exec(title.slice(0, -publisher.length)) ?? [])
      : [];
  return lineOf(headline, dossierLimits.headlineChars);
}

/** A text on one line, cut where it is too long; null when there is none. */
function lineOf(text: string, maxChars: number): string | null {
  const line = text
    .slice(0, 2 * longestTitle)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line === '') return null;
  return line.length <= maxChars ? line : `${line.slice(0, maxChars - 1).toWellFormed()}…`;
}
