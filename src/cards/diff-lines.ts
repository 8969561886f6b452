import { diffWordsWithSpace } from 'diff';
import type { Claim } from '../core/claim.ts';
import type { ClaimDiff, DossierDiff, TextChange } from '../core/dossier-diff.ts';
import type { Note } from '../core/note.ts';
import type { WordKey, Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown } from './markdown.ts';
import type { Block } from './pages.ts';

/** How many characters of unchanged text are shown on each side of a change. */
const around = 40;

/** How much of one stretch that came or went is shown, and the room of all of a text's: the whole is in the two versions. */
const most = { stretchChars: 500, room: 1_800 };

/**
 * How many words that come or go are looked for in all texts together, and at most in one, before a text counts as replaced altogether.
 * The search takes time by the square of them: 40 ms for 200 in one text; without an end, 20 s for two summaries of brackets.
 */
const searched = { inAll: 2_000, inOne: 150 };

/** A text before and after with what went struck out and what came in bold; of long stretches that stay, only the ends. */
function changedText({ before, after }: TextChange, { words, mostEdits }: Telling): string {
  if (before === null) return marked(after ?? '', '**');
  if (after === null) return `${marked(before, '~~')} ${words.say('diff.unknown-now')}`;
  const stretches = stretchesOf(before, after, mostEdits);
  let shown = '';
  for (const [at, stretch] of stretches.entries()) {
    const next =
      'stays' in stretch
        ? escapeMarkdown(shortened(stretch.stays, at > 0, at < stretches.length - 1))
        : `${marked(stretch.went, '~~')}${marked(stretch.came, '**')}`;
    if (roomOf(shown + next) > most.room) return `${shown} …`;
    shown += next;
  }
  return shown;
}

type Stretch = { readonly stays: string } | { readonly went: string; readonly came: string };

/**
 * What share of the shorter text must stay for a change to be told word by word: of a text written anew the same few
 * words stay by chance, and nobody can read what stands between them. Chosen by looking at cards.
 */
const wholeFrom = 2 / 3;

/** What stays and what changes, in turns; words that change side by side are one change, not one for each word. */
function stretchesOf(before: string, after: string, mostEdits: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (parts === undefined) return writtenAnew(before, after);
  for (const [at, { value, added, removed }] of parts.entries()) {
    const last = stretches.at(-1);
    const next = parts[at + 1];
    const isGap = value.trim() === '' && next !== undefined && (next.added || next.removed);
    const open = last !== undefined && 'went' in last ? last : null;
    if (!added && !removed && !(isGap && open !== null)) {
      stretches.push({ stays: value });
      continue;
    }
    const { went, came } = open ?? { went: '', came: '' };
    if (open !== null) stretches.pop();
    stretches.push({ went: added ? went : went + value, came: removed ? came : came + value });
  }
  const stays = stretches.reduce((sum, stretch) => sum + ('stays' in stretch ? stretch.stays.length : 0), 0);
  const isRewritten = stays < wholeFrom * Math.min(before.length, after.length);
  return isRewritten ? writtenAnew(before, after) : stretches;
}

/** The whole text as it was, and below it as it is. */
function writtenAnew(before: string, after: string): readonly Stretch[] {
  return [{ went: before, came: '' }, { stays: '\n' }, { went: '', came: after }];
}

/** Puts marks around a text, inside its outer space: Discord takes no mark beside a space. */
function marked(value: string, mark: string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(value) ?? [];
  if (text === '') return value;
  const shown =
    text.length > most.stretchChars ? `${text.slice(0, most.stretchChars).toWellFormed()}…` : text;
  return `${before}${mark}${escapeMarkdown(shown)}${mark}${after}`;
}

function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const ends = (isAfterChange ? around : 0) + (isBeforeChange ? around : 0);
  if (text.length <= ends + around) return text;
  return `${isAfterChange ? text.slice(0, around).toWellFormed() : ''} … ${isBeforeChange ? text.slice(-around).toWellFormed() : ''}`;
}

/** How a diff is told: in which words, and how many words that come or go are looked for in a text. */
type Telling = { readonly words: Words; readonly mostEdits: number };

/** What became of a dossier, in blocks for `pageOf`. */
export function diffBlocks(diff: DossierDiff, words: Words): readonly Block[] {
  const { facts, summary, claims } = diff;
  const texts = claims.changed.reduce((sum, { notes }) => sum + 2 + notes.changed.length, facts.length + 1);
  const telling = { words, mostEdits: Math.min(searched.inOne, Math.ceil(searched.inAll / texts)) };
  const factBlocks = facts.map(
    (change): Block => [`**${words.say(`diff.fact.${change.fact}`)}**`, changedText(change, telling)],
  );
  const summaryBlocks: readonly Block[] =
    summary === null ? [] : [[`**${words.say('diff.summary')}**`, changedText(summary, telling)]];
  return [
    ...factBlocks,
    ...summaryBlocks,
    ...claims.added.map((claim) => claimBlock('diff.claim-added', claim, words)),
    ...claims.removed.map((claim) => claimBlock('diff.claim-removed', claim, words)),
    ...claims.changed.map((change) => changedClaim(change, telling)),
  ];
}

function claimBlock(key: WordKey, claim: Claim, words: Words): Block {
  return [`**${words.say(key, { key: claim.key })}** ${quoteLine(claim.quote, 300, words)}`];
}

function changedClaim({ claim, quote, gist, kind, notes }: ClaimDiff, telling: Telling): Block {
  const { words } = telling;
  return [
    `**${words.say('diff.claim-changed', { key: claim.key })}** ${quoteLine(claim.quote, 120, words)}`,
    ...(quote === null ? [] : [changedText(quote, telling)]),
    ...(gist === null ? [] : [changedText(gist, telling)]),
    ...(kind === null
      ? []
      : [
          words.say('diff.kind', {
            before: words.say(`kind.${kind.before}`),
            after: words.say(`kind.${kind.after}`),
          }),
        ]),
    ...notes.added.map((note) => noteLine('diff.note-added', note, words)),
    ...notes.removed.map((note) => noteLine('diff.note-removed', note, words)),
    ...notes.changed.map(({ before, after }) =>
      words.say('diff.note-changed', {
        text: changedText({ before: wholeNote(before, words), after: wholeNote(after, words) }, telling),
      }),
    ),
  ];
}

function noteLine(key: WordKey, note: Note, words: Words): string {
  return words.say(key, { text: escapedExcerpt(wholeNote(note, words), 240, 300) });
}

/** A note as one text, so that a change of its stance, address or date is seen as well. */
function wholeNote(note: Note, words: Words): string {
  if (note.type === 'dispute') return [note.text, note.url].filter((part) => part !== null).join(' · ');
  const { text, stance, publisher, title, date, url } = note;
  const parts = [words.say(`stance.${stance}`), publisher, title, date, text, url];
  return parts.filter((part) => part !== null).join(' · ');
}
