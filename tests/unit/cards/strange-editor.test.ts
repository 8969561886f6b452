import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDossierModal } from '../../../src/cards/add-dossier-form.ts';
import { dossierListCard } from '../../../src/cards/dossier-list-card.ts';
import { editorCard } from '../../../src/cards/editor-card.ts';
import { editorClaimCard, editorNoteCard } from '../../../src/cards/editor-claim-card.ts';
import { editorModal } from '../../../src/cards/editor-forms.ts';
import {
  changedMeanwhileCard,
  diffCard,
  editProblemsCard,
  previewCard,
  versionCard,
} from '../../../src/cards/editor-outcome-cards.ts';
import { historyCard } from '../../../src/cards/history-card.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { qualityCard } from '../../../src/cards/quality-card.ts';
import { workCard } from '../../../src/cards/work-card.ts';
import { ClaimKey, DossierSlug } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { diffOf } from '../../../src/core/dossier-diff.ts';
import { dossierLimits } from '../../../src/core/dossier-document.ts';
import { qualityOf } from '../../../src/core/dossier-quality.ts';
import { EditForm, editFields } from '../../../src/core/edit-form.ts';
import { unchangedRevision } from '../../../src/core/edit-revision.ts';
import { ClaimId, DraftId, GuildId, NoteId } from '../../../src/core/ids.ts';
import type { Card } from '../../../src/ports/message.ts';
import { decodeRoute } from '../../../src/routes.ts';
import { analysisSteps } from '../../../src/services/analysis/analyze-post.ts';
import type { EditState } from '../../../src/services/editor/edit-state.ts';
import { locales, type Words, words } from '../../../src/words/words.ts';
import { strangeDossier, strangeText } from '../../fakes/strange-dossier.ts';
import { customIdsOf } from './card-nodes.ts';
import '../../property-seed.ts';

const guildId = GuildId.parse('1290000000000000100');
const draft = DraftId.parse('abcdefghijkl');
const slug = DossierSlug.parse('a'.repeat(48));

/** Twelve characters that no other claim or note of the dossier has. */
const idOf = (kind: string, ...places: readonly number[]) => `${kind}${places.join('_')}`.padEnd(12, '-');

/** A dossier whose claims and notes can be told apart, as they can in the store. */
function withOwnIds(dossier: Dossier): Dossier {
  return {
    ...dossier,
    claims: dossier.claims.map((claim, at) => ({
      ...claim,
      id: ClaimId.parse(idOf('claim', at)),
      key: ClaimKey.parse(`c${1_000 + at}`),
      notes: claim.notes.map((note, place) => ({ ...note, id: NoteId.parse(idOf('n', at, place)) })),
    })),
  };
}

/** A state of the editor: what is stored, and what became of it on the desk, which is something else altogether. */
const strangeState: fc.Arbitrary<EditState> = fc
  .record({
    stored: strangeDossier(2_000),
    other: strangeDossier(2_000),
    status: fc.constantFrom('draft', 'published', 'archived'),
    isOvertaken: fc.boolean(),
  } as const)
  .map(({ stored, other, status, isOvertaken }) => {
    const own: Dossier = { ...withOwnIds(stored), guildId, slug, status };
    const claims = withOwnIds(other).claims;
    const post = { ...other.post, text: own.post.text };
    const edited: Dossier = { ...own, title: other.title, summary: other.summary, post, claims };
    const diff = diffOf(own, edited);
    const revision = unchangedRevision(own.version) + 9_999;
    return { dossier: edited, stored: own, revision, diff, overtaken: isOvertaken ? diff : null };
  });

function editorCards(state: EditState, text: string, speech: Words): readonly Card[] {
  const { dossier, stored, revision } = state;
  const uncovered = [text, text, text, text];
  const diff = diffOf(stored, dossier);
  const versions = Array.from({ length: 40 }, (_, index) => ({
    dossier: { ...stored, version: stored.version + 40 - index },
    diff: index === 39 ? null : diff,
  }));
  const history = { stored, versions };
  const report = qualityOf(dossier, uncovered);
  const back = { label: speech.say('edit.back'), route: '1:edit.open:abcdefghijkl' };
  const diffView = {
    title: speech.say('edit.changes-title'),
    diff,
    routeTo: (page: string) => `1:edit.changes:a:${page}`,
    back,
  };
  const forms = Object.values(editFields).flat();
  return [
    ...[1, 2, 99].map((page) => editorCard({ state, page, uncovered, notice: text.slice(0, 300) }, speech)),
    ...dossier.claims
      .slice(0, 3)
      .flatMap((claim) => [
        editorClaimCard(state, claim.id, speech, speech.say('edit.changed')),
        ...claim.notes
          .slice(0, 2)
          .flatMap(({ id: noteId }) =>
            [1, 99].map((page) => editorNoteCard(state, { claimId: claim.id, noteId, page }, speech)),
          ),
        previewCard(dossier, { claimId: claim.id, page: 1 }, speech),
      ]),
    ...[1, 2, 99].map((page) => previewCard(dossier, { claimId: null, page }, speech)),
    changedMeanwhileCard({ state, since: diff, draft }, speech),
    changedMeanwhileCard({ state, since: null, draft: null }, speech),
    ...[1, 2, 99].map((page) => diffCard({ ...diffView, page }, speech)),
    ...[1, 3, 99].map((page) => historyCard(history, page, speech)),
    ...[1, 2, 99].map((page) => versionCard(history, { version: stored.version + 40, page }, speech)),
    qualityCard({ dossier, revision, report, publishing: true }, speech),
    qualityCard(
      {
        dossier,
        revision,
        report: { ...report, loaded: forms.map((field) => `${field}${text.slice(0, 20)}`) },
        publishing: true,
      },
      speech,
    ),
    editProblemsCard(
      {
        problems: [...new Set(forms)].map((field) => ({ field, problem: 'too-long', max: 200_000 })),
        dossierId: dossier.id,
        draft,
      },
      speech,
    ),
    ...[1, 99].map((page) => dossierListCard(listed(stored), page, speech)),
    ...analysisSteps.map((step) => workCard(step, draft, speech)),
  ];
}

/** Forty dossiers that differ in their ids alone. */
function listed(dossier: Dossier) {
  return Array.from({ length: 40 }, (_, index) => ({
    dossier: { ...dossier, id: dossier.id.replace(/..$/, String(10 + index)) as Dossier['id'] },
    underWay: true,
  }));
}

const strange = fc.record({
  state: strangeState,
  text: strangeText(2_000),
  speech: fc.constantFrom(...locales).map(words),
});

describe('the editor of the longest and strangest dossiers', () => {
  it('keeps every limit of Discord, with custom_ids that can be read back', () => {
    fc.assert(
      fc.property(strange, ({ state, text, speech }) => {
        for (const { components } of editorCards(state, text, speech)) {
          expect(complaintsOf(components)).toEqual([]);
          expect(customIdsOf(components).map(decodeRoute)).not.toContain(null);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('opens every form with whatever was typed into it', () => {
    fc.assert(
      fc.property(strange, ({ state, text, speech }) => {
        const [claim] = state.dossier.claims;
        const ids = {
          claimId: claim?.id ?? draft,
          noteId: claim?.notes[0]?.id ?? draft,
          url: 'https://a.example/',
        };
        for (const kind of Object.keys(editFields)) {
          const form = EditForm.parse({ kind, ...ids });
          const fields = Object.fromEntries(editFields[form.kind].map((field) => [field, text.repeat(3)]));
          const known = { ...fields, kind: 'opinion', stance: 'partly' };

          expect(() => editorModal({ draft, form, fields: known }, speech)).not.toThrow();
        }
        expect(() => addDossierModal(slug, speech)).not.toThrow();
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('shows a dossier of as many claims and notes as the format allows', () => {
    const [state] = fc.sample(
      strangeState.filter(({ dossier }) => (dossier.claims[0]?.notes.length ?? 0) > 0),
      {
        numRuns: 1,
        seed: 3,
      },
    );
    const [claim] = state?.dossier.claims ?? [];
    if (state === undefined || claim === undefined) throw new RangeError('no sample');
    const notes = Array.from(
      { length: dossierLimits.notesPerClaim },
      (_, at) => claim.notes[at % claim.notes.length],
    );
    const full = { ...claim, notes: notes.flatMap((note) => note ?? []) };
    const claims = Array.from({ length: dossierLimits.claims }, () => full);
    const dossier = withOwnIds({ ...state.dossier, claims });
    const crowded = { ...state, dossier, stored: { ...state.stored, claims: [] } };

    for (const locale of locales)
      for (const { components } of editorCards(crowded, 'x', words(locale)))
        expect(complaintsOf(components)).toEqual([]);
  });
});
