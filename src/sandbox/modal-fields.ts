import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** What a person put into a modal, by the field's custom_id or label. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * A filled modal as an interaction carries it; fields that were not filled keep what the bot had put there.
 *
 * @throws {RangeError} when a named field does not exist
 * @returns the submission, or the sentence by which Discord's client would refuse it
 */
export function submission(
  modal: APIModalInteractionResponseCallbackData,
  fields: Fields,
): APIModalSubmission | string {
  const top = objectsOf(modal.components);
  const all = top.flatMap((component): readonly PlacedField[] => {
    const label = textOf(component.label) ?? '';
    const inside =
      component.type === ComponentType.Label
        ? [objectOf(component.component)]
        : objectsOf(component.components);
    return inside.map((field) => ({
      field,
      names: [textOf(field.custom_id) ?? '', label, textOf(field.label) ?? ''],
    }));
  });
  const stranger = Object.keys(fields).find((name) => !all.some(({ names }) => names.includes(name)));
  if (stranger !== undefined) throw new RangeError(`the modal has no field "${stranger}"`);

  const valuesOf = (field: JsonObject) => {
    const placed = all.find((one) => one.field === field || one.field.custom_id === field.custom_id);
    const named = Object.entries(fields).find(([name]) => placed?.names.includes(name));
    if (named !== undefined) return [named[1]].flat();
    const preset = textOf(field.value);
    if (preset !== undefined) return [preset];
    return objectsOf(field.options).flatMap((option) =>
      option.default === true ? [String(option.value)] : [],
    );
  };
  const objection = all
    .map(({ field }) => fieldObjection(field, valuesOf(field)))
    .find((found) => found !== undefined);
  if (objection !== undefined) return objection;
  const components = top.map((component, index) => filled(component, index + 1, valuesOf));
  return { custom_id: modal.custom_id, components };
}

type PlacedField = { readonly field: JsonObject; readonly names: readonly string[] };

function filled(
  component: JsonObject,
  id: number,
  valuesOf: (field: JsonObject) => readonly string[],
): APIModalSubmissionComponent {
  const data = (field: JsonObject, fieldId: number) => {
    const values = valuesOf(field);
    const base = { id: fieldId, type: field.type, custom_id: field.custom_id };
    return field.type === ComponentType.TextInput ? { ...base, value: values[0] ?? '' } : { ...base, values };
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

function fieldObjection(field: JsonObject, values: readonly string[]): string | undefined {
  const isRequired = field.required !== false;
  if (field.type === ComponentType.TextInput) {
    const length = values[0]?.length ?? 0;
    if (length === 0) return isRequired ? 'This field is required' : undefined;
    const min = numberOf(field.min_length, 0);
    const max = numberOf(field.max_length, 4_000);
    return length < min || length > max ? `Must be between ${min} and ${max} in length.` : undefined;
  }
  if (field.type !== ComponentType.StringSelect) return undefined;
  const offered = objectsOf(field.options).map(({ value }) => value);
  if (values.length === 0 && isRequired) return 'This field is required';
  if (values.some((value) => !offered.includes(value))) return 'This option is not offered';
  return values.length > numberOf(field.max_values, 1) ? 'Too many options' : undefined;
}
