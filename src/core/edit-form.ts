import { z } from 'zod';
import { claimKinds } from './claim.ts';
import type { Dossier } from './dossier.ts';
import { dossierLimits as limits } from './dossier-document.ts';
import { claimIn, type DossierChange, noteIn } from './dossier-edit.ts';
import { FootnoteError } from './errors.ts';
import { ClaimId, NoteId } from './ids.ts';
import { type Note, stances } from './note.ts';
import { PartialDate } from './partial-date.ts';
import { WebAddress } from './web-address.ts';

/** A form in which a moderator writes one change of a dossier. */
export const EditForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-claim') }),
  z.object({ kind: z.literal('reword'), claimId: ClaimId }),
  /** `url` is where the source was found. */
  z.object({ kind: z.literal('add-source'), claimId: ClaimId, url: WebAddress }),
  z.object({ kind: z.literal('change-source'), claimId: ClaimId, noteId: NoteId }),
  z.object({ kind: z.literal('add-dispute'), claimId: ClaimId }),
  z.object({ kind: z.literal('change-dispute'), claimId: ClaimId, noteId: NoteId }),
  z.object({ kind: z.literal('summary') }),
  z.object({ kind: z.literal('facts') }),
]);
export type EditForm = z.infer<typeof EditForm>;

/** The fields of each form, in order; every one is sent as a text. */
export const editFields = {
  'add-claim': ['quote', 'gist', 'kind'],
  reword: ['gist', 'kind'],
  'add-source': ['text', 'stance', 'publisher', 'headline', 'date'],
  'change-source': ['text', 'stance', 'publisher', 'headline', 'date'],
  'add-dispute': ['text', 'url'],
  'change-dispute': ['text', 'url'],
  summary: ['summary'],
  facts: ['title', 'author', 'date', 'url', 'remarks'],
} as const satisfies Record<EditForm['kind'], readonly string[]>;

/** A field of some form. */
export type EditField = (typeof editFields)[EditForm['kind']][number];

/** What was typed, letter by letter; what is missing counts as empty. */
export const EditFields = z.record(z.string(), z.string()).readonly();
export type EditFields = z.infer<typeof EditFields>;

/** What is wrong with a field. */
export type EditProblem = {
  readonly field: EditField;
  readonly problem: 'empty' | 'too-long' | 'not-in-post' | 'no-address' | 'no-date' | 'nothing-chosen';
  /** The most UTF-16 code units it takes, where it is too long. */
  readonly max?: number;
};

/** What was typed, understood. */
export type ReadEdit =
  | { readonly kind: 'change'; readonly change: DossierChange }
  | { readonly kind: 'problems'; readonly problems: readonly EditProblem[] };

/** What reading a form needs besides what was typed. */
export type EditReading = {
  readonly dossier: Dossier;
  /** Where in the post a passage is, however its spaces and quotation marks were typed; null when the post does not say it. */
  findQuote(post: string, quote: string): { readonly start: number; readonly end: number } | null;
  /** "The post says: “…”", for a claim nobody has worded. */
  gistOf(quote: string): string;
  newNoteId(): NoteId;
};

/** What stands in a form at first. */
export function fieldsAtFirst(form: EditForm, dossier: Dossier): EditFields {
  switch (form.kind) {
    case 'add-claim':
    case 'add-source':
    case 'add-dispute':
      return {};
    case 'reword': {
      const { gist, kind } = claimIn(dossier, form.claimId);
      return { gist, kind };
    }
    case 'change-source':
    case 'change-dispute':
      return noteFields(noteIn(claimIn(dossier, form.claimId), form.noteId));
    case 'summary':
      return { summary: dossier.summary.text };
    case 'facts': {
      const { author, date, url, remarks } = dossier.post;
      return known({ title: dossier.title, author, date, url, remarks });
    }
  }
}

function noteFields(note: Note): EditFields {
  if (note.type === 'dispute') return known({ text: note.text, url: note.url });
  const { text, stance, publisher, title: headline, date } = note;
  return known({ text, stance, publisher, headline, date });
}

function known(fields: Readonly<Record<string, string | null>>): EditFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']));
}

/**
 * Reads a form: the change it asks for, or everything that has to be mended first.
 *
 * @throws FootnoteError `edit.claim-gone`, `edit.note-gone` when another has removed what the form is about
 */
export function readEditForm(form: EditForm, fields: EditFields, reading: EditReading): ReadEdit {
  const typed = typedIn(fields);
  const change = changeOf(form, typed, reading);
  return typed.problems.length > 0 || change === null
    ? { kind: 'problems', problems: typed.problems }
    : { kind: 'change', change };
}

function changeOf(form: EditForm, typed: Typed, { dossier, ...reading }: EditReading): DossierChange | null {
  switch (form.kind) {
    case 'add-claim': {
      const quote = typed.text('quote', limits.postChars);
      const place = quote === '' ? null : reading.findQuote(dossier.post.text, quote);
      if (quote !== '' && place === null) typed.complain('quote', 'not-in-post');
      const gist = typed.maybe('gist', limits.gistChars);
      const kind = typed.chosen('kind', claimKinds);
      if (place === null || kind === null) return null;
      const { start, end } = place;
      const worded = gist ?? reading.gistOf(dossier.post.text.slice(start, end));
      return { do: 'add-claims', claims: [{ start, end, kind, gist: worded }] };
    }
    case 'reword': {
      const { id: claimId } = claimIn(dossier, form.claimId);
      const gist = typed.text('gist', limits.gistChars);
      const kind = typed.chosen('kind', claimKinds);
      return kind === null ? null : { do: 'change-claim', claimId, gist, kind };
    }
    case 'add-source': {
      const note = sourceOf(typed, { id: reading.newNoteId(), url: form.url, lastChecked: null });
      return note === null ? null : { do: 'add-note', claimId: form.claimId, note };
    }
    case 'change-source': {
      const before = noteIn(claimIn(dossier, form.claimId), form.noteId);
      if (before.type !== 'source') throw new FootnoteError('edit.note-gone');
      const note = sourceOf(typed, before);
      return note === null ? null : { do: 'change-note', claimId: form.claimId, note };
    }
    case 'add-dispute':
      return { do: 'add-note', claimId: form.claimId, note: disputeOf(typed, reading.newNoteId()) };
    case 'change-dispute': {
      const { id } = noteIn(claimIn(dossier, form.claimId), form.noteId);
      return { do: 'change-note', claimId: form.claimId, note: disputeOf(typed, id) };
    }
    case 'summary': {
      const text = typed.text('summary', limits.summaryChars);
      return { do: 'change-summary', summary: { text, madeBy: { by: 'person' } } };
    }
    case 'facts': {
      const title = typed.text('title', limits.titleChars);
      const post = {
        author: typed.maybe('author', limits.titleChars),
        date: typed.date('date'),
        url: typed.address('url'),
        remarks: typed.maybe('remarks', limits.textChars),
      };
      return { do: 'change-facts', title, language: dossier.language, post };
    }
  }
}

function sourceOf(
  typed: Typed,
  {
    id,
    url,
    lastChecked,
  }: { readonly id: NoteId; readonly url: string; readonly lastChecked: PartialDate | null },
): Note | null {
  const text = typed.text('text', limits.textChars);
  const stance = typed.chosen('stance', stances);
  const publisher = typed.text('publisher', limits.titleChars);
  const title = typed.maybe('headline', limits.headlineChars);
  const date = typed.date('date');
  return stance === null
    ? null
    : { id, type: 'source', text, stance, url, publisher, title, date, lastChecked };
}

function disputeOf(typed: Typed, id: NoteId): Note {
  return { id, type: 'dispute', text: typed.text('text', limits.textChars), url: typed.address('url') };
}

/** Reads fields one by one and gathers what is wrong with them. */
type Typed = ReturnType<typeof typedIn>;

function typedIn(fields: EditFields) {
  const problems: EditProblem[] = [];
  const complain = (field: EditField, problem: EditProblem['problem'], max?: number) => {
    problems.push({ field, problem, ...(max === undefined ? {} : { max }) });
  };
  // Texts of one line are kept on one: a pasted headline may hold a line's end.
  const oneLine: readonly EditField[] = ['title', 'author', 'publisher', 'headline', 'date', 'url'];
  const read = (field: EditField) => {
    const value = (fields[field] ?? '').toWellFormed().trim();
    return oneLine.includes(field) ? value.replace(/\s+/g, ' ') : value;
  };
  const maybe = (field: EditField, max: number): string | null => {
    const value = read(field);
    if (value.length > max) complain(field, 'too-long', max);
    return value === '' ? null : value;
  };
  return {
    problems,
    complain,
    maybe,
    text(field: EditField, max: number): string {
      const value = maybe(field, max);
      if (value === null) complain(field, 'empty');
      return value ?? '';
    },
    chosen<Choice extends string>(field: EditField, choices: readonly Choice[]): Choice | null {
      const value = read(field);
      const choice = choices.find((each) => each === value) ?? null;
      if (choice === null) complain(field, 'nothing-chosen');
      return choice;
    },
    date(field: EditField): PartialDate | null {
      const value = read(field);
      if (value === '') return null;
      const parsed = PartialDate.safeParse(value);
      if (!parsed.success) complain(field, 'no-date');
      return parsed.data ?? null;
    },
    address(field: EditField): string | null {
      const value = read(field).replace(/^<(.*)>$/, '$1');
      if (value === '') return null;
      if (!WebAddress.safeParse(value).success) complain(field, 'no-address');
      return value;
    },
  };
}
