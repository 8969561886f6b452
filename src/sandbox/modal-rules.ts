import { ComponentType } from 'discord-api-types/v10';
import { badLength, badText, type Complaint, invalid, required } from './complaints.ts';
import { duplicateComplaints, optionComplaints } from './component-rules.ts';
import { componentsIn } from './components-in.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { limits } from './message-limits.ts';

/** Discord's limits for modals and autocomplete, from its reference (August 2026). */
export const modalLimits = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  input: 4_000,
  inputPlaceholder: 100,
  choices: 25,
} as const;

type Path = Complaint['path'];

/** Everything Discord would refuse in a modal. */
export function modalComplaints(modal: JsonObject): readonly Complaint[] {
  const top = objectsOf(modal.components);
  const path: Path = ['components'];
  return [
    ...badText(modal.custom_id, ['custom_id'], 1, limits.customId),
    ...badText(modal.title, ['title'], 1, modalLimits.title),
    ...(top.length < 1 || top.length > modalLimits.components
      ? [badLength(path, 1, modalLimits.components)]
      : []),
    ...top.flatMap((component, index) => topComplaints(component, [...path, index])),
    ...duplicateComplaints(componentsIn(modal.components)),
  ];
}

function topComplaints(component: JsonObject, path: Path): readonly Complaint[] {
  switch (component.type) {
    case ComponentType.Label:
      return [
        ...badText(component.label, [...path, 'label'], 1, modalLimits.label),
        ...badText(component.description, [...path, 'description'], 0, modalLimits.description, true),
        ...fieldComplaints(objectOf(component.component), [...path, 'component'], true),
      ];
    case ComponentType.ActionRow: {
      const fields = objectsOf(component.components);
      const here = [...path, 'components'];
      if (fields.length !== 1) return [badLength(here, 1, 1)];
      return fields.flatMap((field, index) => fieldComplaints(field, [...here, index], false));
    }
    case ComponentType.TextDisplay:
      return badText(component.content, [...path, 'content'], 1, limits.textDisplays);
    default:
      return [invalid([...path, 'type'], 'A modal holds labels, text displays and action rows.')];
  }
}

function fieldComplaints(field: JsonObject, path: Path, labelled: boolean): readonly Complaint[] {
  const named = badText(field.custom_id, [...path, 'custom_id'], 1, limits.customId);
  if (field.type === ComponentType.TextInput) return [...named, ...inputComplaints(field, path, labelled)];
  if (!labelled)
    return [...named, invalid([...path, 'type'], 'An action row of a modal holds a text input.')];
  if (field.type === ComponentType.StringSelect) {
    return [
      ...named,
      ...badText(field.placeholder, [...path, 'placeholder'], 0, limits.placeholder, true),
      ...optionComplaints(field, path),
    ];
  }
  return selectable.has(Number(field.type))
    ? named
    : [...named, invalid([...path, 'type'], 'Not a field of a modal.')];
}

const selectable: ReadonlySet<number> = new Set([
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
]);

function inputComplaints(input: JsonObject, path: Path, labelled: boolean): readonly Complaint[] {
  const min = numberOf(input.min_length, 0);
  const max = numberOf(input.max_length, modalLimits.input);
  const fits = min >= 0 && max >= 1 && max <= modalLimits.input && min <= max;
  return [
    ...(labelled ? [] : badText(input.label, [...path, 'label'], 1, modalLimits.label)),
    ...(labelled && input.label != null
      ? [invalid([...path, 'label'], 'The label component bears the label.')]
      : []),
    ...(input.style === 1 || input.style === 2 ? [] : [required([...path, 'style'])]),
    ...(fits ? [] : [invalid([...path, 'max_length'], 'min_length and max_length do not fit.')]),
    ...badText(input.placeholder, [...path, 'placeholder'], 0, modalLimits.inputPlaceholder, true),
    ...badText(input.value, [...path, 'value'], 0, max, true),
  ];
}

/** Everything Discord would refuse in the choices of an autocomplete. */
export function choiceComplaints(data: JsonObject): readonly Complaint[] {
  const choices = objectsOf(data.choices);
  const path: Path = ['choices'];
  return [
    ...(Array.isArray(data.choices) ? [] : [required(path)]),
    ...(choices.length > modalLimits.choices ? [badLength(path, 0, modalLimits.choices)] : []),
    ...choices.flatMap((choice, index) => [
      ...badText(choice.name, [...path, index, 'name'], 1, limits.optionText),
      ...(textOf(choice.value) === undefined && typeof choice.value !== 'number'
        ? [required([...path, index, 'value'])]
        : []),
      ...(typeof choice.value === 'string'
        ? badText(choice.value, [...path, index, 'value'], 1, limits.optionText)
        : []),
    ]),
  ];
}
