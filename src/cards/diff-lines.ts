import { diffWordsWithSpace } from 'diff';
import type { Claim } from '../core/claim.ts';
import type { ClaimDiff, DossierDiff, TextChange } from '../core/dossier-diff.ts';
import type { Note } from '../core/note.ts';
import type { WordKey, Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { roomOf } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Block } from './pages.ts';

/** How many characters of unchanged text are shown on each side of a change. */
const around = 40;

/** How much of one stretch that came or went is shown, and the room of all of a text's: the whole is in the two versions. */
const most = { stretchChars: 500, room: 1_800 };

/** A text before and after with what went struck out and what came in bold; of long stretches that stay, only the ends. */
function changedText({ before, after }: TextChange, words: Words): string {
  if (before === null) return marked(after ?? '', '**');
  if (after === null) return `${marked(before, '~~')} ${words.say('diff.unknown-now')}`;
  const stretches = stretchesOf(before, after);
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

/** What stays and what changes, in turns; words that change side by side are one change, not one for each word. */
function stretchesOf(before: string, after: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const parts = diffWordsWithSpace(before, after);
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
  return stretches;
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

/** What became of a dossier, in blocks for `pageOf`. */
export function diffBlocks({ facts, summary, claims }: DossierDiff, words: Words): readonly Block[] {
  const factBlocks = facts.map(
    (change): Block => [`**${words.say(`diff.fact.${change.fact}`)}**`, changedText(change, words)],
  );
  const summaryBlocks: readonly Block[] =
    summary === null ? [] : [[`**${words.say('diff.summary')}**`, changedText(summary, words)]];
  return [
    ...factBlocks,
    ...summaryBlocks,
    ...claims.added.map((claim) => claimBlock('diff.claim-added', claim, words)),
    ...claims.removed.map((claim) => claimBlock('diff.claim-removed', claim, words)),
    ...claims.changed.map((change) => changedClaim(change, words)),
  ];
}

function claimBlock(key: WordKey, claim: Claim, words: Words): Block {
  return [`**${words.say(key, { key: claim.key })}** ${quoteLine(claim.quote, 300, words)}`];
}

function changedClaim({ claim, quote, gist, kind, notes }: ClaimDiff, words: Words): Block {
  return [
    `**${words.say('diff.claim-changed', { key: claim.key })}** ${quoteLine(claim.quote, 120, words)}`,
    ...(quote === null ? [] : [changedText(quote, words)]),
    ...(gist === null ? [] : [changedText(gist, words)]),
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
        text: changedText({ before: wholeNote(before, words), after: wholeNote(after, words) }, words),
      }),
    ),
  ];
}

function noteLine(key: WordKey, note: Note, words: Words): string {
  return words.say(key, { text: quoteLine(wholeNote(note, words), 240, words) });
}

/** A note as one text, so that a change of its stance, address or date is seen as well. */
function wholeNote(note: Note, words: Words): string {
  if (note.type === 'dispute') return [note.text, note.url].filter((part) => part !== null).join(' · ');
  const { text, stance, publisher, title, date, url } = note;
  const parts = [words.say(`stance.${stance}`), publisher, title, date, text, url];
  return parts.filter((part) => part !== null).join(' · ');
}
