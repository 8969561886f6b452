import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { claimKinds } from '../core/claim.ts';
import { dossierLimits } from '../core/dossier-document.ts';
import { type EditField, type EditFields, editFields } from '../core/edit-form.ts';
import { stances } from '../core/note.ts';
import { webAddressChars } from '../core/web-address.ts';
import { encodeRoute } from '../routes.ts';
import type { FormToShow } from '../services/editor/write-form.ts';
import type { Words } from '../words/words.ts';
import { chosenField, writtenField } from './form-fields.ts';
import { limits } from './limits.ts';
import { type MenuOption, makeModal } from './parts.ts';

/** What a field takes: texts somewhat longer than a dossier does, so that what is too long is explained and not cut off. */
const written: Readonly<
  Partial<Record<EditField, { readonly maxChars: number; readonly lines: 'one' | 'several' }>>
> = {
  quote: { maxChars: limits.modalInputChars, lines: 'several' },
  gist: { maxChars: dossierLimits.gistChars + 200, lines: 'several' },
  text: { maxChars: dossierLimits.textChars + 400, lines: 'several' },
  publisher: { maxChars: dossierLimits.titleChars + 100, lines: 'one' },
  headline: { maxChars: dossierLimits.headlineChars + 200, lines: 'one' },
  date: { maxChars: 40, lines: 'one' },
  url: { maxChars: webAddressChars + 500, lines: 'one' },
  summary: { maxChars: dossierLimits.summaryChars, lines: 'several' },
  title: { maxChars: dossierLimits.titleChars + 100, lines: 'one' },
  author: { maxChars: dossierLimits.titleChars + 100, lines: 'one' },
  remarks: { maxChars: dossierLimits.textChars + 400, lines: 'several' },
};

/** Fields of each form that may be left empty. */
const optional: readonly EditField[] = ['author', 'date', 'url', 'remarks', 'headline'];

/** The form for one change of a dossier, with what stands in it. */
export function editorModal(
  { draft, form, fields }: FormToShow,
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('edit.written', draft),
    title: words.say(`edit.form.${form.kind}`),
    components: editFields[form.kind].map((field) => fieldOf(field, form.kind, fields, words)),
  });
}

function fieldOf(
  field: EditField,
  form: FormToShow['form']['kind'],
  fields: EditFields,
  words: Words,
): APILabelComponent {
  const label = words.say(`edit.field.${field}`);
  const choose = (options: readonly MenuOption[]) =>
    chosenField(
      field,
      { label, placeholder: words.say('edit.choose') },
      options.map((option) => ({ ...option, chosen: fields[field] === option.value })),
    );
  if (field === 'kind')
    return choose(claimKinds.map((kind) => ({ label: words.say(`kind.${kind}`), value: kind })));
  if (field === 'stance')
    return choose(stances.map((stance) => ({ label: words.say(`stance.${stance}`), value: stance })));
  const { maxChars, lines } = written[field] ?? {
    maxChars: limits.modalInputChars,
    lines: 'several' as const,
  };
  const required = !optional.includes(field) && !(field === 'gist' && form === 'add-claim');
  return writtenField(
    field,
    { label, hint: words.say(`edit.hint.${field}`), value: fields[field] ?? '' },
    { maxChars, required, lines },
  );
}
