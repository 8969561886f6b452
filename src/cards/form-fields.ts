import {
  type APILabelComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { safeCut } from './markdown.ts';
import { type MenuOption, menu } from './parts.ts';

/** A field of a form under its label; `hint` says what to put there, in at most 100 characters. */
function field(
  label: string,
  hint: string | null,
  component: APIStringSelectComponent | APITextInputComponent,
): APILabelComponent {
  return { type: ComponentType.Label, label, ...(hint === null ? {} : { description: hint }), component };
}

/** A field of several lines, or of one where `lines` says so; `value` is what stands in it at first. */
export function writtenField(
  id: string,
  { label, hint, value }: { readonly label: string; readonly hint: string; readonly value?: string },
  {
    maxChars,
    required,
    lines = 'several',
  }: { readonly maxChars: number; readonly required: boolean; readonly lines?: 'one' | 'several' },
): APILabelComponent {
  const first = value?.slice(0, safeCut(value, maxChars)) ?? '';
  return field(label, hint, {
    type: ComponentType.TextInput,
    custom_id: id,
    style: lines === 'one' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    max_length: maxChars,
    required,
    ...(first === '' ? {} : { value: first }),
  });
}

/** A field in which one of the options is chosen; it may be left empty where `required` says so. */
export function chosenField(
  id: string,
  {
    label,
    hint,
    placeholder,
  }: { readonly label: string; readonly hint?: string; readonly placeholder: string },
  options: readonly MenuOption[],
  required = true,
): APILabelComponent {
  const chosen = required ? { required } : { required, min_values: 0 };
  return field(label, hint ?? null, { ...menu(id, placeholder, options), ...chosen });
}
