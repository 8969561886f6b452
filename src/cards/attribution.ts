import type { Claim } from '../core/claim.ts';
import type { Dossier } from '../core/dossier.ts';
import type { Note, SourceNote } from '../core/note.ts';
import { stances } from '../core/note.ts';
import { type Standing, standingOf } from '../core/standing.ts';
import type { Words } from '../words/words.ts';
import { roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown, link, smallPrint } from './markdown.ts';
import type { Block } from './pages.ts';

/** The beginning of a quote, escaped, in the quotation marks of the language; the card offers the whole. */
export function quoteLine(quote: string, maxChars: number, words: Words): string {
  return words.say('quote', { text: escapedExcerpt(quote, maxChars, maxChars * 1.25) });
}

/** "mixed: … (2 support · 1 partly · 3 contradict · 1 context), with open questions (5)" */
export function standingLine(claim: Claim, words: Words): string {
  const standing = standingOf(claim.kind, claim.notes);
  const label = words.say(`standing.${standing.label}`);
  return `**${words.say('standing.title', { standing: label })}**\n${standingCounts(standing, words)}`;
}

/** The standing in one or two words, for lists, with its counts. */
export function shortStanding(claim: Claim, words: Words): string {
  const standing = standingOf(claim.kind, claim.notes);
  return words.say('standing.short', {
    standing: words.say(`standing.${standing.label}.short`),
    counts: stanceCounts(standing, words),
  });
}

function stanceCounts({ counts }: Standing, words: Words): string {
  return stances
    .filter((stance) => stance !== 'context' || counts.context > 0)
    .map((stance) => words.say(`standing.count.${stance}`, { count: counts[stance] }))
    .join(' · ');
}

function standingCounts(standing: Standing, words: Words): string {
  const counts = stanceCounts(standing, words);
  if (standing.openQuestions === 0) return counts;
  return `${counts} · ${words.say('standing.open-questions', { count: standing.openQuestions })}`;
}

/** The longest publisher and headline a dossier may hold, and what a shortened line leaves of them. */
const sourceChars = [
  { publisher: 200, title: 500 },
  { publisher: 80, title: 120 },
  { publisher: 60, title: 40 },
];

/**
 * Publisher, headline, date and link of a source; what is not known is called unknown.
 *
 * @param maxRoom - with less room the names are shortened, then the link is left out: only for a card that offers the whole
 */
export function sourceLine(note: SourceNote, words: Words, maxRoom = Number.POSITIVE_INFINITY): string {
  const date = note.date === null ? words.say('source.no-date') : words.date(note.date);
  const checked =
    note.lastChecked === null
      ? words.say('source.never-checked')
      : words.say('source.checked', { date: words.date(note.lastChecked) });
  for (const chars of sourceChars) {
    const publisher = escapedExcerpt(note.publisher, chars.publisher, chars.publisher * 1.25);
    const headline =
      note.title === null
        ? words.say('source.no-headline')
        : words.say('source.headline', {
            title: escapedExcerpt(note.title, chars.title, chars.title * 1.25),
          });
    const line = smallPrint(`${link(`${publisher}: ${headline}`, note.url)} · ${date} · ${checked}`);
    if (roomOf(line) <= maxRoom) return line;
  }
  return smallPrint(`${escapedExcerpt(note.publisher, 60, 70)} · ${date}`);
}

/** A note in full: its text, and where it comes from. */
export function noteBlock(note: Note, words: Words): Block {
  const text = { plain: note.text, show: escapeMarkdown };
  if (note.type === 'source') return [text, sourceLine(note, words)];
  const basis =
    note.url === null
      ? words.say('dispute.needs-checking')
      : link(escapeMarkdown(words.say('dispute.source', { host: hostOf(note.url) })), note.url);
  return [text, smallPrint(basis)];
}

/** Says that a dossier is a sample; null for any other. */
export function sampleLine(dossier: Dossier, words: Words): string | null {
  return dossier.sample ? smallPrint(words.say('dossier.sample')) : null;
}

/** The last line of a card: what it shows, in which version, and what Footnote does not do. */
export function footer(subject: string, dossier: Dossier, words: Words): string {
  return smallPrint(
    words.say('card.footer', { subject, version: dossier.version, date: words.day(dossier.changedAt) }),
  );
}

/** Who posted the contested text, when and where, as far as that is known. */
export function provenanceLine(dossier: Dossier, words: Words): string {
  const { author, date, url } = dossier.post;
  const parts = [
    author === null
      ? words.say('post.no-author')
      : words.say('post.author', { author: escapedExcerpt(author, 200, 250) }),
    date === null ? words.say('post.no-date') : words.date(date),
    url === null ? words.say('post.no-link') : link(words.say('post.link'), url),
  ];
  return parts.join(' · ');
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
