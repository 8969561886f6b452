import type { Dossier } from '../core/dossier.ts';
import { unchangedRevision } from '../core/edit-revision.ts';
import { sourceNotes } from '../core/note.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import { type EditState, isNews } from '../services/editor/edit-state.ts';
import type { Words } from '../words/words.ts';
import { originLine, provenanceLine, quoteLine } from './attribution.ts';
import { limits, roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown, smallPrint } from './markdown.ts';
import { pager } from './menus.ts';
import { pageOf, pageOfList } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, menu, row, text } from './parts.ts';

/** How many claims a page of the editor lists, and its menu offers. */
const claimsOnPage = 10;

/** How much of the summary and of each quote is shown: the first that leaves the card within Discord's limits, or else the last. */
const shares = [
  { summaryRoom: 900, quoteChars: 60 },
  { summaryRoom: 600, quoteChars: 50 },
  { summaryRoom: 300, quoteChars: 24 },
] as const;
type Share = (typeof shares)[number];

/** What a card of the editor is about. */
export type EditorView = {
  readonly state: EditState;
  /** 1 for the first page of claims. */
  readonly page?: number;
  /** What became of the last act. */
  readonly notice?: string;
  /** What of the summary the post does not say, a sentence each. */
  readonly uncovered: readonly string[];
};

/** A dossier as a moderator edits it: its summary and claims, and everything that can be done with it. */
export function editorCard(view: EditorView, words: Words): Card {
  const { state, notice, uncovered } = view;
  const { dossier } = state;
  const page = pageOfList(dossier.claims, claimsOnPage, view.page ?? 1);
  const claims = page.items;
  const head = linesOf([
    `## ${escapedExcerpt(dossier.title, 160, 220)}`,
    smallPrint(statusLine(state, words)),
    provenanceLine(dossier, words),
  ]);
  const taken = roomOf(head) + roomOf(notice ?? '');
  const [summary = '', quotes = ''] = fitting(limits.textChars - taken, (share) => [
    summaryBlock(dossier, uncovered, share, words),
    claimLines(dossier, claims, share, words),
  ]);
  return makeCard([
    notice === undefined ? null : text(notice),
    frame([
      text(head),
      text(summary),
      divider,
      text(quotes),
      claims.length === 0
        ? null
        : row(
            menu(
              encodeRoute('edit.claim', dossier.id),
              words.say('edit.open-claim'),
              claims.map(({ id, key, quote, kind }) => ({
                label: `${key} · ${quote}`,
                value: id,
                description: words.say(`kind.${kind}`),
              })),
            ),
          ),
    ]),
    pager(page, (number) => encodeRoute('edit.page', dossier.id, number), words),
    ...controlsOf(state, words),
  ]);
}

/** "draft · 12 claims", and what is not published yet. */
function statusLine({ stored, diff, overtaken }: EditState, words: Words): string {
  return [
    stored.slug,
    words.say(`edit.status.${stored.status}`, { version: stored.version }),
    ...(diff === null ? [] : [words.say('edit.unpublished')]),
    ...(overtaken === null ? [] : [words.say('edit.overtaken')]),
  ].join(' · ');
}

/** The largest share of texts that fits into the room that is left. */
function fitting(room: number, textsFor: (share: Share) => readonly string[]): readonly string[] {
  const tries = shares.map(textsFor);
  const fits = (texts: readonly string[]) => texts.reduce((sum, one) => sum + roomOf(one), 0) <= room;
  return tries.find(fits) ?? tries.at(-1) ?? [];
}

function summaryBlock(
  { summary }: Dossier,
  uncovered: readonly string[],
  { summaryRoom }: Share,
  words: Words,
): string {
  const origin = originLine(summary, words);
  const shown = pageOf([[{ plain: summary.text, show: escapeMarkdown }]], summaryRoom, 1);
  return linesOf([
    `### ${words.say('summary.title')}`,
    shown.count > 1 ? `${shown.text}…` : shown.text,
    smallPrint(origin),
    ...uncovered
      .slice(0, 2)
      .map((sentence) => `⚠️ ${words.say('edit.uncovered', { sentence: quoteLine(sentence, 120, words) })}`),
  ]);
}

function claimLines(
  dossier: Dossier,
  claims: Dossier['claims'],
  { quoteChars }: Share,
  words: Words,
): string {
  if (dossier.claims.length === 0) return words.say('edit.no-claims');
  const lines = claims.map((claim) => {
    const sources = sourceNotes(claim.notes).length;
    const counts = words.say('edit.counts', { sources, disputes: claim.notes.length - sources });
    return `**${claim.key}** ${quoteLine(claim.quote, quoteChars, words)}\n${smallPrint(`${words.say(`kind.${claim.kind}`)} · ${counts}`)}`;
  });
  return [`### ${words.say('summary.key-claims', { count: dossier.claims.length })}`, ...lines].join('\n');
}

function controlsOf(state: EditState, words: Words) {
  if (state.stored.status === 'archived') return archivedControls(state, words);
  return state.overtaken === null ? controls(state, words) : overtakenControls(state, words);
}

/** What is archived is looked at, and brought back by its history alone. */
function archivedControls({ dossier }: EditState, words: Words) {
  return [
    row(
      button(words.say('edit.preview'), encodeRoute('edit.preview', dossier.id)),
      button(words.say('edit.history'), encodeRoute('history.page', dossier.id, '1')),
      button(words.say('edit.export'), encodeRoute('edit.export', dossier.id)),
    ),
  ];
}

function controls(state: EditState, words: Words) {
  const { stored, dossier, diff, revision } = state;
  const seen = [dossier.id, String(revision)] as const;
  const form = (kind: 'add-claim' | 'summary' | 'facts') =>
    button(words.say(`edit.${kind}`), encodeRoute('edit.form', ...seen, kind, '-', '-'));
  const publish = button(words.say('edit.publish'), encodeRoute('edit.publish', ...seen), { style: 'main' });
  const changes = button(words.say('edit.changes'), encodeRoute('edit.changes', dossier.id, '1'));
  const undo = button(words.say('edit.undo'), encodeRoute('edit.undo', ...seen));
  const drop = button(words.say('edit.drop'), encodeRoute('edit.drop', dossier.id), { style: 'danger' });
  return [
    row(
      form('add-claim'),
      form('summary'),
      form('facts'),
      button(words.say('edit.analyze'), encodeRoute('edit.analyze', dossier.id)),
    ),
    row(
      isNews(state) ? publish : null,
      button(words.say('edit.preview'), encodeRoute('edit.preview', dossier.id)),
      button(words.say('edit.check'), encodeRoute('edit.check', ...seen)),
      diff === null ? null : changes,
    ),
    row(
      revision === unchangedRevision(stored.version) ? null : undo,
      diff === null ? null : drop,
      button(words.say('edit.history'), encodeRoute('history.page', dossier.id, '1')),
      button(words.say('edit.export'), encodeRoute('edit.export', dossier.id)),
    ),
  ];
}

/** Nothing can be done before somebody decides which of two states holds. */
function overtakenControls({ dossier }: EditState, words: Words) {
  return [
    row(
      button(words.say('edit.see-overtaken'), encodeRoute('edit.overtaken', dossier.id, '1')),
      button(words.say('edit.keep-mine'), encodeRoute('edit.keep', dossier.id), { style: 'main' }),
      button(words.say('edit.drop'), encodeRoute('edit.drop', dossier.id), { style: 'danger' }),
    ),
  ];
}
