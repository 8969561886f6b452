/** Elements that may say what a page is, and how many of each are looked at. */
const telling: Readonly<Record<string, number>> = { meta: 300, script: 40, title: 1, time: 20, h1: 1 };

/** Elements whose content is no part of the page, or says nothing of it. */
const skipped: readonly string[] = ['script', 'style', 'textarea', 'svg', 'template', 'iframe'];

/** Elements whose times are the page's own, and not those of what it lists. */
const places: readonly string[] = ['article', 'header'];

/** The longest tag, and the longest main heading with its tags, that are looked at, in UTF-16 code units. */
const most = { tag: 5_000, heading: 2_000 };

/**
 * What of a page may say what it is, side by side in a small document of its own. A page of any size and depth takes
 * time in proportion to its length here; a tree of it may take seconds that were meant to be taken.
 */
export function tellingParts(html: string): string {
  const left = new Map(Object.entries(telling));
  const kept: string[] = [];
  let heading = '';
  let inPlaces = 0;
  for (const tag of tagsOf(html)) {
    const { name, closes, start, end } = tag;
    if (places.includes(name)) inPlaces = Math.max(0, inPlaces + (closes ? -1 : 1));
    const number = left.get(name) ?? 0;
    if (closes || number === 0 || end - start > most.tag || (name === 'script' && !isData(html, tag)))
      continue;
    const own = html.slice(start, end);
    if (name === 'time' && inPlaces === 0 && !/\spubdate\b/i.test(own)) continue;
    left.set(name, number - 1);
    if (name === 'h1') heading = headingAt(html, start, end);
    else kept.push(name === 'meta' ? own : `${own}${html.slice(end, tag.contentEnd)}</${name}>`);
  }
  return `<!doctype html><html><body>${kept.join('\n')}${heading}</body></html>`;
}

type Tag = {
  readonly name: string;
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the text of an element that holds text alone ends. */
  readonly contentEnd: number;
};

/** The tags of a page in order, without those in comments, scripts and pictures. */
function* tagsOf(html: string): Generator<Tag> {
  const tagName = /<(\/?)([a-z][a-z0-9]*)/iy;
  for (let at = html.indexOf('<'); at !== -1; ) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end === -1) return;
      at = html.indexOf('<', end);
      continue;
    }
    tagName.lastIndex = at;
    const [begin = '', slash, named = ''] = tagName.exec(html) ?? [];
    if (begin === '') {
      at = html.indexOf('<', at + 1);
      continue;
    }
    const end = tagEnd(html, at + begin.length);
    if (end === null) return;
    const name = named.toLowerCase();
    const closes = slash === '/';
    const contentEnd = closes || html[end - 2] === '/' ? end : contentEndOf(html, name, end);
    if (contentEnd === null) return;
    yield { name, closes, start: at, end, contentEnd };
    at = html.indexOf('<', contentEnd);
  }
}

/** Behind the `>` of a tag; one within a quoted value ends nothing. Null when the page ends first. */
function tagEnd(html: string, from: number): number | null {
  let before = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (character === '>') return at + 1;
    if (before === '=' && (character === '"' || character === "'")) {
      at = html.indexOf(character, at + 1);
      if (at === -1) return null;
    }
    if (character > ' ') before = character;
  }
  return null;
}

/** Where the content of an element ends that holds no tags of the page; null when that is never. */
function contentEndOf(html: string, name: string, from: number): number | null {
  if (name === 'time') return Math.max(from, html.indexOf('<', from));
  if (name !== 'title' && !skipped.includes(name)) return from;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? null;
}

function isData(html: string, { start, end }: Tag): boolean {
  return /application\/ld\+json/i.test(html.slice(start, end));
}

function headingAt(html: string, start: number, end: number): string {
  const length = html.slice(end, end + most.heading).search(/<\/h1/i);
  return length === -1 ? '' : `${html.slice(start, end + length)}</h1>`;
}
