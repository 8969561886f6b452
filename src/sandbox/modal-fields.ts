import {
  type APIInteractionDataResolved,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { type Picked, pickedInSelect } from './resolved-data.ts';
import { defaultValues, selectObjection } from './select-values.ts';

/** What a person put into a modal, by the field's custom_id or label. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Looks up what was picked by its id; undefined when something of it does not exist. */
export type Resolve = (picked: readonly Picked[]) => APIInteractionDataResolved | undefined;

/**
 * A filled modal as an interaction carries it; fields that were not filled keep what the bot had put there.
 *
 * @throws {RangeError} when a named field does not exist
 * @returns the submission, or the sentence by which Discord's client would refuse it
 */
export function submission(
  modal: APIModalInteractionResponseCallbackData,
  fields: Fields,
  resolve: Resolve = () => ({}),
): APIModalSubmission | string {
  const top = objectsOf(modal.components);
  const all = top.flatMap(placedFields);
  const stranger = Object.keys(fields).find((name) => !all.some(({ names }) => names.includes(name)));
  if (stranger !== undefined) throw new RangeError(`the modal has no field "${stranger}"`);

  const valuesOf = (field: JsonObject) => {
    const placed = all.find((one) => one.field === field || one.field.custom_id === field.custom_id);
    const named = Object.entries(fields).find(([name]) => placed?.names.includes(name));
    return named === undefined ? presetOf(field) : [named[1]].flat();
  };
  const objection = all
    .map(({ field }) => fieldObjection(field, valuesOf(field)))
    .find((found) => found !== undefined);
  if (objection !== undefined) return objection;
  const picked = all.flatMap(({ field }) => pickedInSelect(field.type, valuesOf(field)));
  const resolved = resolve(picked);
  if (resolved === undefined) return 'This option is not offered';
  const components = top.map((component, index) => filled(component, index + 1, valuesOf));
  return { custom_id: modal.custom_id, components, ...(picked.length === 0 ? {} : { resolved }) };
}

type PlacedField = { readonly field: JsonObject; readonly names: readonly string[] };

function placedFields(component: JsonObject): readonly PlacedField[] {
  const label = textOf(component.label) ?? '';
  const inside =
    component.type === ComponentType.Label
      ? [objectOf(component.component)]
      : objectsOf(component.components);
  return inside.map((field) => ({
    field,
    names: [textOf(field.custom_id) ?? '', label, textOf(field.label) ?? ''],
  }));
}

/** What the bot had put into a field. */
function presetOf(field: JsonObject): readonly string[] {
  if (field.type === ComponentType.Checkbox) return field.default === true ? ['true'] : [];
  const preset = textOf(field.value);
  return preset === undefined ? defaultValues(field) : [preset];
}

function filled(
  component: JsonObject,
  id: number,
  valuesOf: (field: JsonObject) => readonly string[],
): APIModalSubmissionComponent {
  const data = (field: JsonObject, fieldId: number) => {
    const base = { id: fieldId, type: field.type, custom_id: field.custom_id };
    return { ...base, ...answered(field, valuesOf(field)) };
  };
  const shape =
    component.type === ComponentType.Label
      ? { id, type: component.type, component: data(objectOf(component.component), id * 100) }
      : component.type === ComponentType.ActionRow
        ? {
            id,
            type: component.type,
            components: objectsOf(component.components).map((field) => data(field, id * 100)),
          }
        : { id, type: component.type };
  // The modal has passed the modal rules, so its components are of the kinds that Discord's type lists.
  return shape as unknown as APIModalSubmissionComponent;
}

function answered(field: JsonObject, values: readonly string[]): JsonObject {
  switch (field.type) {
    case ComponentType.TextInput:
      return { value: values[0] ?? '' };
    case ComponentType.RadioGroup:
      return { value: values[0] ?? null };
    case ComponentType.Checkbox:
      return { value: values.length > 0 };
    default:
      return { values };
  }
}

function fieldObjection(field: JsonObject, values: readonly string[]): string | undefined {
  const isRequired = field.required !== false;
  if (field.type === ComponentType.TextInput) {
    const length = values[0]?.length ?? 0;
    if (length === 0) return isRequired ? 'This field is required' : undefined;
    const min = numberOf(field.min_length, 0);
    const max = numberOf(field.max_length, 4_000);
    return length < min || length > max ? `Must be between ${min} and ${max} in length.` : undefined;
  }
  if (field.type === ComponentType.Checkbox || field.type === ComponentType.FileUpload) return undefined;
  if (values.length === 0) return isRequired ? 'This field is required' : undefined;
  return selectObjection(field, values);
}
