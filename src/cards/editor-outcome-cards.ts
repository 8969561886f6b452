import { ComponentType } from 'discord-api-types/v10';
import type { Dossier } from '../core/dossier.ts';
import type { DossierDiff } from '../core/dossier-diff.ts';
import type { EditProblem } from '../core/edit-form.ts';
import { FootnoteError } from '../core/errors.ts';
import type { ClaimId, DossierId, DraftId } from '../core/ids.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { DossierHistory } from '../services/editor/dossier-history.ts';
import type { EditState } from '../services/editor/edit-state.ts';
import type { Words } from '../words/words.ts';
import { claimCard } from './claim-card.ts';
import { diffBlocks } from './diff-lines.ts';
import { limits } from './limits.ts';
import { claimsAround, pager } from './menus.ts';
import { pageOf } from './pages.ts';
import { button, frame, linesOf, makeCard, menu, row, text } from './parts.ts';
import { keyClaimsOn, summaryCard } from './summary-card.ts';

const diffRoom = limits.textChars - 700;

/** Says that another moderator was faster, what they changed, and offers to make the change all the same. */
export function changedMeanwhileCard(
  {
    state,
    since,
    draft,
  }: { readonly state: EditState; readonly since: DossierDiff | null; readonly draft: DraftId | null },
  words: Words,
): Card {
  const blocks = since === null ? [[words.say('edit.meanwhile-unknown')]] : diffBlocks(since, words);
  const page = pageOf(blocks.length === 0 ? [[words.say('diff.none')]] : blocks, diffRoom, 1);
  return makeCard([
    frame([
      text(
        linesOf([
          `### ${words.say('edit.meanwhile-title')}`,
          words.say(draft === null ? 'edit.meanwhile-publish' : 'edit.meanwhile'),
        ]),
      ),
      text(page.count > 1 ? `${page.text}\n…` : page.text),
    ]),
    row(
      draft === null
        ? null
        : button(words.say('edit.anyway'), encodeRoute('edit.anyway', draft), { style: 'main' }),
      button(
        words.say(draft === null ? 'edit.back' : 'edit.leave-mine'),
        encodeRoute('edit.open', state.dossier.id),
      ),
    ),
  ]);
}

/** What is wrong with what was typed; nothing of it is lost. */
export function editProblemsCard(
  {
    problems,
    dossierId,
    draft,
  }: {
    readonly problems: readonly EditProblem[];
    readonly dossierId: DossierId;
    readonly draft: DraftId;
  },
  words: Words,
): Card {
  const lines = problems.map(({ field, problem, max }) =>
    words.say(`edit.problem.${problem}`, { field: words.say(`edit.field.${field}`), max: max ?? 0 }),
  );
  return makeCard([
    frame([text(linesOf([`### ${words.say('edit.problems')}`, ...lines.map((line) => `- ${line}`)]))]),
    row(
      button(words.say('edit.open-form-again'), encodeRoute('edit.again', draft), { style: 'main' }),
      button(words.say('edit.back'), encodeRoute('edit.open', dossierId)),
    ),
  ]);
}

/** What differs between two states of a dossier, paged. */
export function diffCard(
  view: {
    readonly title: string;
    readonly diff: DossierDiff;
    readonly page: number;
    routeTo(page: string): string;
    readonly back: { readonly label: string; readonly route: string };
  },
  words: Words,
): Card {
  const page = pageOf(diffBlocks(view.diff, words), diffRoom, view.page);
  return makeCard([
    frame([
      text(`### ${view.title}`),
      text(page.text === '' ? words.say('diff.none') : page.text),
      text(words.say('diff.legend')),
    ]),
    pager(page, view.routeTo, words),
    row(button(view.back.label, view.back.route)),
  ]);
}

/** What one version of a dossier changed, and the way to bring it back. */
export function versionCard(
  { stored, versions }: DossierHistory,
  { version, page }: { readonly version: number; readonly page: number },
  words: Words,
): Card {
  const past = versions.find(({ dossier }) => dossier.version === version);
  if (past === undefined) throw new FootnoteError('dossier.version-unknown', { dossier: stored.slug });
  const blocks = past.diff === null ? [[words.say('history.first')]] : diffBlocks(past.diff, words);
  const shown = pageOf(blocks.length === 0 ? [[words.say('history.nothing')]] : blocks, diffRoom, page);
  return makeCard([
    frame([
      text(`### ${words.say('history.diff-title', { version })}`),
      text(shown.text),
      text(words.say('diff.legend')),
    ]),
    pager(shown, (number) => encodeRoute('history.diff', stored.id, String(version), number), words),
    row(
      version === stored.version
        ? null
        : button(words.say('history.restore'), encodeRoute('history.restore', stored.id, String(version))),
      button(words.say('history.back'), encodeRoute('history.page', stored.id, '1')),
    ),
  ]);
}

/** What is previewed: a claim, or with null the dossier with a page of its claims, 1 for the first. */
type Previewed = { readonly claimId: ClaimId | null; readonly page: number };

/** A dossier, or one claim of it, as members will see it: without the buttons, which belong to what is published. */
export function previewCard(dossier: Dossier, { claimId, page }: Previewed, words: Words): Card {
  const claim = dossier.claims.find(({ id }) => id === claimId);
  const notice = words.say('edit.preview-note');
  const card =
    claim === undefined
      ? summaryCard(dossier, page, words, notice)
      : claimCard({ dossier, claim, inquiryId: null, notice }, words);
  const shown = card.components.filter(
    ({ type }) => type === ComponentType.Container || type === ComponentType.TextDisplay,
  );
  const turned = keyClaimsOn(dossier, page);
  const position = claim === undefined ? turned.first : dossier.claims.indexOf(claim);
  const claims = claimsAround(dossier, position);
  return makeCard([
    ...shown,
    claim === undefined
      ? pager(turned, (number) => encodeRoute('edit.preview-page', dossier.id, number), words)
      : null,
    claims.length === 0
      ? null
      : row(
          menu(
            encodeRoute('edit.preview-claim', dossier.id),
            words.say('edit.preview-menu'),
            claims.map(({ id, key, quote }) => ({
              label: `${key} · ${quote}`,
              value: id,
              chosen: id === claimId,
            })),
          ),
        ),
    row(
      claim === undefined ? null : button(words.say('edit.preview'), encodeRoute('edit.preview', dossier.id)),
      button(words.say('edit.back'), encodeRoute('edit.open', dossier.id)),
    ),
  ]);
}
