import { describe, expect, it } from 'vitest';
import type { DossierChange } from '../../../src/core/dossier-edit.ts';
import { EditForm, editFields, fieldsAtFirst, readEditForm } from '../../../src/core/edit-form.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

const dossier = exampleDossier();
const [claim] = dossier.claims;
const claimId = claim?.id ?? '';
const [source, , dispute] = claim?.notes ?? [];
const newId = NoteId.parse('newNoteAAAAA');
const gone = ClaimId.parse('goneAAAAAAAA');

function read(form: object, fields: Readonly<Record<string, string>>) {
  return readEditForm(EditForm.parse(form), fields, {
    dossier,
    findQuote(post, quote) {
      const start = post.indexOf(quote);
      return start < 0 ? null : { start, end: start + quote.length };
    },
    gistOf: (quote) => `The post says: “${quote}”`,
    newNoteId: () => newId,
  });
}

/** What a form that can be read asks for. */
function changeOf(form: object, fields: Readonly<Record<string, string>>): DossierChange {
  const result = read(form, fields);
  if (result.kind === 'problems') throw new RangeError(JSON.stringify(result.problems));
  return result.change;
}

const sourceFields = {
  text: 'It says so.',
  stance: 'supports',
  publisher: 'The Paper',
  headline: '',
  date: '',
};
const url = 'https://paper.example/';

describe('a form about a dossier', () => {
  it.each([
    {
      why: 'a passage is worded by itself where nobody worded it',
      form: { kind: 'add-claim' },
      fields: { quote: 'the new timetable', gist: ' ', kind: 'factual' },
      change: {
        do: 'add-claims',
        claims: [{ start: 23, end: 40, kind: 'factual', gist: 'The post says: “the new timetable”' }],
      },
    },
    {
      why: 'space around what was typed does not count',
      form: { kind: 'reword', claimId },
      fields: { gist: '  The post says so.\n', kind: 'causal' },
      change: { do: 'change-claim', claimId, gist: 'The post says so.', kind: 'causal' },
    },
    {
      why: 'a source has the address it was found at, and was checked by nobody yet',
      form: { kind: 'add-source', claimId, url },
      fields: { ...sourceFields, headline: 'Two\n lines', date: '2024-03' },
      change: {
        do: 'add-note',
        claimId,
        note: {
          id: newId,
          type: 'source',
          text: 'It says so.',
          stance: 'supports',
          url,
          publisher: 'The Paper',
          title: 'Two lines',
          date: '2024-03',
          lastChecked: null,
        },
      },
    },
    {
      why: 'a changed source keeps its id, its address and when it was checked',
      form: { kind: 'change-source', claimId, noteId: source?.id },
      fields: sourceFields,
      change: {
        do: 'change-note',
        claimId,
        note: { ...source, text: 'It says so.', publisher: 'The Paper', title: null, date: null },
      },
    },
    {
      why: 'an address may be pasted in angle brackets',
      form: { kind: 'add-dispute', claimId },
      fields: { text: 'Who counted?', url: `<${url}>` },
      change: { do: 'add-note', claimId, note: { id: newId, type: 'dispute', text: 'Who counted?', url } },
    },
    {
      why: 'half a character is replaced, since it cannot be stored',
      form: { kind: 'summary' },
      fields: { summary: 'The post says \ud83d.' },
      change: { do: 'change-summary', summary: { text: 'The post says \ufffd.', madeBy: { by: 'person' } } },
    },
    {
      why: 'what is left empty is unknown, and the text of the post is no part of it',
      form: { kind: 'facts' },
      fields: { title: 'The ferry', date: '2025' },
      change: {
        do: 'change-facts',
        title: 'The ferry',
        language: 'en',
        post: { author: null, date: '2025', url: null, remarks: null },
      },
    },
  ])('is understood: $why', ({ form, fields, change }) => {
    expect(changeOf(form, fields)).toEqual(change);
  });

  it.each([
    {
      why: 'the post does not say it',
      form: { kind: 'add-claim' },
      fields: { quote: 'the old timetable', kind: 'factual' },
      problems: [{ field: 'quote', problem: 'not-in-post' }],
    },
    {
      why: 'nothing was pasted, which is one problem and not two',
      form: { kind: 'add-claim' },
      fields: { kind: 'factual' },
      problems: [{ field: 'quote', problem: 'empty' }],
    },
    {
      why: 'everything is missing, and all of it is named at once',
      form: { kind: 'add-source', claimId, url },
      fields: {},
      problems: [
        { field: 'text', problem: 'empty' },
        { field: 'stance', problem: 'nothing-chosen' },
        { field: 'publisher', problem: 'empty' },
      ],
    },
    {
      why: 'a stance was forged',
      form: { kind: 'add-source', claimId, url },
      fields: { ...sourceFields, stance: 'proves' },
      problems: [{ field: 'stance', problem: 'nothing-chosen' }],
    },
    {
      why: 'there is no such day',
      form: { kind: 'facts' },
      fields: { title: 'The ferry', date: '2025-02-30' },
      problems: [{ field: 'date', problem: 'no-date' }],
    },
    {
      why: 'the address leads to no web page',
      form: { kind: 'add-dispute', claimId },
      fields: { text: 'Who counted?', url: 'javascript:alert(1)' },
      problems: [{ field: 'url', problem: 'no-address' }],
    },
    {
      why: 'it is longer than a gist may be',
      form: { kind: 'reword', claimId },
      fields: { gist: 'x'.repeat(301), kind: 'factual' },
      problems: [{ field: 'gist', problem: 'too-long', max: 300 }],
    },
  ])('has to be mended: $why', ({ form, fields, problems }) => {
    expect(read(form, fields)).toEqual({ kind: 'problems', problems });
  });

  it.each([
    { form: { kind: 'reword', claimId: gone }, code: 'edit.claim-gone' },
    { form: { kind: 'change-source', claimId, noteId: newId }, code: 'edit.note-gone' },
    { form: { kind: 'change-source', claimId, noteId: dispute?.id }, code: 'edit.note-gone' },
  ])('leads nowhere once another has removed what it is about: $form.kind, $code', ({ form, code }) => {
    expect(() => read(form, sourceFields)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    { kind: 'reword', claimId },
    { kind: 'change-source', claimId, noteId: source?.id },
    { kind: 'change-dispute', claimId, noteId: dispute?.id },
    { kind: 'summary' },
    { kind: 'facts' },
  ])('changes nothing when it is sent as it was opened: $kind', (some) => {
    const form = EditForm.parse(some);

    const fields = fieldsAtFirst(form, dossier);
    const change = changeOf(form, fields);

    expect(Object.keys(fields).toSorted()).toEqual([...editFields[form.kind]].toSorted());
    expect(change).toMatchObject(
      {
        reword: { gist: claim?.gist, kind: claim?.kind },
        'change-source': { note: source },
        'change-dispute': { note: dispute },
        summary: { summary: { text: dossier.summary.text } },
        facts: { title: dossier.title, post: { author: dossier.post.author, remarks: dossier.post.remarks } },
      }[some.kind] ?? {},
    );
  });
});
