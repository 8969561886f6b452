import type { Dossier } from '../core/dossier.ts';
import { disputeNotes, type SourceNote, sourceNotes } from '../core/note.ts';
import type { Card, CardFile } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, noteBlock, provenanceLine, quoteLine, sampleLine, sourceLine } from './attribution.ts';
import { blockQuote, escapedExcerpt, escapeMarkdown } from './markdown.ts';
import { pager } from './menus.ts';
import { type Block, notesRoom, pageOf } from './pages.ts';
import { attachment, button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

/** What a page of running text holds, in units of `roomOf`. */
const textRoom = 3_000;

type Chapter = {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What a page of it holds, in units of `roomOf`. */
  readonly room: number;
  readonly route: 'summary.text' | 'summary.sources' | 'summary.disputes' | 'summary.post';
  readonly file?: CardFile;
};

function chapterCard(dossier: Dossier, chapter: Chapter, wanted: number, words: Words): Card {
  const page = pageOf(chapter.blocks, chapter.room, wanted);
  const head = [sampleLine(dossier, words), `## ${chapter.title}`, escapedExcerpt(dossier.title, 200, 250)];
  const file = page.count > 1 ? chapter.file : undefined;

  return makeCard(
    [
      frame([
        text(linesOf(head)),
        divider,
        text(page.text),
        file ? attachment(file) : null,
        text(footer(dossier.slug, dossier, words)),
      ]),
      pager(page, (number) => encodeRoute(chapter.route, dossier.slug, number), words),
      row(button(words.say('summary.back'), encodeRoute('summary.open', dossier.slug))),
    ],
    file ? [file] : [],
  );
}

/** The whole summary, paged. */
export function wholeSummaryCard(dossier: Dossier, wanted: number, words: Words): Card {
  const blocks = paragraphsOf(dossier.summary.text, escapeMarkdown);
  const title = words.say('summary.title');
  const chapter = { title, blocks, room: textRoom, route: 'summary.text' } as const;
  return chapterCard(dossier, chapter, wanted, words);
}

/** Every source cited in a dossier, once each, with the claims it is cited for; paged. */
export function sourcesCard(dossier: Dossier, wanted: number, words: Words): Card {
  const byUrl = new Map<string, { note: SourceNote; claims: Set<string> }>();
  for (const claim of dossier.claims)
    for (const note of sourceNotes(claim.notes)) {
      const known = byUrl.get(note.url) ?? { note, claims: new Set() };
      known.claims.add(claim.key);
      byUrl.set(note.url, known);
    }
  const blocks = [...byUrl.values()]
    .sort((a, b) => a.note.publisher.localeCompare(b.note.publisher, 'en'))
    .map(({ note, claims }): Block => {
      const citedFor = words.say('sources.cited-for', { claims: words.list([...claims]) });
      return [{ plain: citedFor, show: (part) => part }, sourceLine(note, words)];
    });

  const title = words.say('sources.title', { count: blocks.length });
  const chapter = {
    title,
    blocks: orNone(blocks, words.say('sources.none')),
    room: notesRoom,
    route: 'summary.sources',
  } as const;
  return chapterCard(dossier, chapter, wanted, words);
}

/** Every dispute note of a dossier, claim by claim; paged. */
export function disputesCard(dossier: Dossier, wanted: number, words: Words): Card {
  const blocks = dossier.claims.flatMap((claim) =>
    disputeNotes(claim.notes).map((note, index) => {
      const heading = `**${claim.key}** ${quoteLine(claim.quote, 100, words)}`;
      return [...(index === 0 ? [heading] : []), ...noteBlock(note, words)];
    }),
  );

  const title = words.say('disputes.title', { count: blocks.length });
  const chapter = {
    title,
    blocks: orNone(blocks, words.say('disputes.none')),
    room: notesRoom,
    route: 'summary.disputes',
  } as const;
  return chapterCard(dossier, chapter, wanted, words);
}

/** The post word for word, paged, with the whole of it as a file when it needs more than one page. */
export function postCard(dossier: Dossier, wanted: number, words: Words): Card {
  const { text: post, remarks } = dossier.post;
  const about = remarks === null ? [] : [{ plain: remarks, show: escapeMarkdown }];
  const paragraphs = paragraphsOf(post, (part) => blockQuote(escapeMarkdown(part)));
  const blocks = [[provenanceLine(dossier, words), ...about], ...paragraphs];

  const file = {
    name: `${dossier.slug}.txt`,
    contentType: 'text/plain; charset=utf-8',
    content: post,
  };
  return chapterCard(
    dossier,
    { title: words.say('post.title'), blocks, room: textRoom, route: 'summary.post', file },
    wanted,
    words,
  );
}

function paragraphsOf(plain: string, show: (part: string) => string): Block[] {
  return plain
    .split(/(?:\r?\n){2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => [{ plain: paragraph, show }]);
}

function orNone(blocks: readonly Block[], none: string): readonly Block[] {
  return blocks.length > 0 ? blocks : [[none]];
}
