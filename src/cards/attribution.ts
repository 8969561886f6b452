import type { Claim } from '../core/claim.ts';
import type { Dossier, Summary } from '../core/dossier.ts';
import type { DisputeNote, Note, SourceNote, Stance } from '../core/note.ts';
import { stances } from '../core/note.ts';
import { type Standing, standingOf } from '../core/standing.ts';
import { hostOf } from '../core/web-address.ts';
import type { Words } from '../words/words.ts';
import { roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown, link, smallPrint } from './markdown.ts';
import type { Block } from './pages.ts';

/** The beginning of a quote, escaped, in the quotation marks of the language; the card offers the whole. */
export function quoteLine(quote: string, maxChars: number, words: Words): string {
  return words.say('quote', { text: escapedExcerpt(quote, maxChars, maxChars * 1.25) });
}

/** "Standing: mixed – …" and below it "2 support · 1 partly · 3 contradict · with 5 open questions". */
export function standingLine(claim: Claim, words: Words): string {
  const standing = standingOf(claim.kind, claim.notes);
  const label = words.say(`standing.${standing.label}`);
  return `**${words.say('standing.title', { standing: label })}**\n${countsOf(standing, ['supports', 'partly', 'contradicts'], words)}`;
}

/** The standing of a claim as `standingPhrase` says it. */
export function shortStanding(claim: Claim, words: Words): string {
  return standingPhrase(standingOf(claim.kind, claim.notes), words);
}

/** The same in small print, the standing itself in bold. */
export function standingSmall(claim: Claim, words: Words): string {
  const standing = standingOf(claim.kind, claim.notes);
  const label = words.say(`standing.${standing.label}.short`);
  return smallPrint(`**${label}** · ${countsOf(standing, [], words)}`);
}

/** A standing in one or two words, for lists, with those of its counts that are not zero. */
export function standingPhrase(standing: Standing, words: Words): string {
  const label = words.say(`standing.${standing.label}.short`);
  return words.say('standing.short', { standing: label, counts: countsOf(standing, [], words) });
}

/** Counts and open questions; of the counts that are zero only those of `always`. */
function countsOf({ counts, openQuestions }: Standing, always: readonly Stance[], words: Words): string {
  const shown = stances
    .filter((stance) => counts[stance] > 0 || always.includes(stance))
    .map((stance) => words.say(`standing.count.${stance}`, { count: counts[stance] }));
  if (shown.length === 0) shown.push(words.say('standing.no-notes'));
  if (openQuestions > 0) shown.push(words.say('standing.open-questions', { count: openQuestions }));
  return shown.join(' · ');
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
  const checked = linkPhrase(note, words);
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

/** What is known of the link: what Footnote found there, else when a person last looked. */
function linkPhrase({ link: found, lastChecked }: SourceNote, words: Words): string {
  switch (found?.state) {
    case 'alive':
      return words.say('source.link-alive', { date: words.day(found.checkedAt) });
    case 'moved': {
      const host = escapedExcerpt(hostOf(found.finalUrl), 60, 75);
      return words.say('source.link-moved', { date: words.day(found.checkedAt), host });
    }
    case 'dead':
      return words.say('source.link-dead', { date: words.day(found.since) });
    case 'blocked':
      return words.say('source.link-blocked');
    case undefined:
      return lastChecked === null
        ? words.say('source.never-checked')
        : words.say('source.checked', { date: words.date(lastChecked) });
  }
}

/** A note in full: its text, and where it comes from. */
export function noteBlock(note: Note, words: Words): Block {
  const text = { plain: note.text, show: escapeMarkdown };
  if (note.type === 'source') return [text, sourceLine(note, words)];
  return [text, disputeLine(note, words)];
}

/** Where a dispute note's statement was made, or that it still has to be checked. */
export function disputeLine({ url }: DisputeNote, words: Words): string {
  if (url === null) return smallPrint(words.say('dispute.needs-checking'));
  return smallPrint(link(escapeMarkdown(words.say('dispute.source', { host: hostOf(url) })), url));
}

/** How a summary was made: by a person, of the post's own sentences, or by which model. */
export function originLine({ madeBy }: Summary, words: Words): string {
  if (madeBy.by === 'model')
    return words.say('summary.by-model', { model: escapedExcerpt(madeBy.model, 200, 250) });
  return words.say(madeBy.by === 'person' ? 'summary.by-person' : 'summary.by-extraction');
}

/** Says that a dossier is a sample; null for any other. */
export function sampleLine(dossier: Dossier, words: Words): string | null {
  return dossier.sample ? smallPrint(words.say('dossier.sample')) : null;
}

/** The last line of a card: what it shows, in which version, and what Footnote does not do. */
export function footer(subject: string, dossier: Dossier, words: Words): string {
  return smallPrint(
    words.say(dossier.sample ? 'card.footer-sample' : 'card.footer', {
      subject,
      version: dossier.version,
      date: words.day(dossier.changedAt),
    }),
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
