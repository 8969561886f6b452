import { selectDefaults, selectOptions } from './controls.js';
import { Select } from './select.js';
import { html } from './vnode.js';

/** @import { APIComponentInLabel, APIModalInteractionResponseCallbackData, APITextInputComponent } from 'discord-api-types/v10' */
/** @import { ComponentChildren } from '/vendor/preact.js' */
/** @import { PageState } from '../page-api.ts' */

/**
 * A question of a modal.
 *
 * @typedef {object} ModalField
 * @property {string} id - the component's custom_id
 * @property {string} label
 * @property {string} description
 * @property {APIComponentInLabel} component
 *
 * @typedef {object} FieldProps
 * @property {ModalField} field
 * @property {string} elementId
 * @property {readonly string[]} values
 * @property {string} error
 * @property {PageState} state
 * @property {(values: string[]) => void} onChange
 */

const PARAGRAPH = 2;
const TEXT_INPUT = 4;
const ROW = 1;
const LABEL = 18;

/** The modal's questions in their order; both labels and the older rows. @param {APIModalInteractionResponseCallbackData} modal @returns {ModalField[]} */
export function modalFields(modal) {
  return modal.components.flatMap((top) => {
    if (top.type === LABEL) {
      const { label, description = '', component } = top;
      return [{ id: component.custom_id, label, description, component }];
    }
    if (top.type !== ROW) return [];
    return top.components.map((component) => ({
      id: component.custom_id,
      label: component.label ?? '',
      description: '',
      component,
    }));
  });
}

/** What a question holds before anyone answers. @param {APIComponentInLabel} component @returns {string[]} */
export function firstValues(component) {
  switch (component.type) {
    case TEXT_INPUT:
      return [component.value ?? ''];
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return selectDefaults(component);
    case 21:
    case 22:
      return component.options.filter((one) => one.default).map((one) => one.value);
    case 23:
      return component.default ? ['true'] : [];
    default:
      return [];
  }
}

/** Whether Discord would insist on an answer: everything but what is marked otherwise. @param {APIComponentInLabel} component */
export function isRequired(component) {
  return !('required' in component) || component.required === undefined
    ? component.type !== 23
    : component.required;
}

/** What is wrong with an answer, as one sentence; empty when nothing is. @param {APIComponentInLabel} component @param {readonly string[]} values */
export function fieldError(component, values) {
  if (component.type === TEXT_INPUT) return textError(component, values[0] ?? '');
  if (values.length === 0) return isRequired(component) ? 'Please choose something.' : '';
  const minimum = 'min_values' in component ? (component.min_values ?? 1) : 0;
  return values.length < minimum ? `Please choose at least ${minimum}.` : '';
}

/** @param {APITextInputComponent} component @param {string} text */
function textError(component, text) {
  const { min_length: minimum = 0, max_length: maximum = 4_000 } = component;
  if (text.trim() === '') return isRequired(component) ? 'Please fill this in.' : '';
  if (text.length < minimum)
    return `Please write at least ${minimum} characters; there are ${text.length} now.`;
  return text.length > maximum
    ? `Please write at most ${maximum} characters; there are ${text.length} now.`
    : '';
}

/** @param {FieldProps} props @returns {ComponentChildren} */
export function FieldControl(props) {
  const { field, elementId, values, error, state, onChange } = props;
  const { component } = field;
  switch (component.type) {
    case TEXT_INPUT:
      return html`<${TextField} ...${props} component=${component} />`;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return html`
        <${Select}
          id=${elementId}
          label=${field.label}
          placeholder=${component.placeholder ?? 'Make a selection'}
          options=${selectOptions(component, state)}
          selected=${values}
          minimum=${isRequired(component) ? (component.min_values ?? 1) : 0}
          maximum=${component.max_values ?? 1}
          invalid=${error !== ''}
          describedBy=${`${elementId}-about`}
          onPick=${onChange}
        />
      `;
    case 21:
    case 22:
      return html`<${Ticks} ...${props} options=${component.options} single=${component.type === 21} />`;
    case 23:
      return html`<${Ticks} ...${props} options=${[{ value: 'true', label: field.label }]} single=${false} />`;
    default:
      return html`<p class="unknown" id=${elementId}>The sandbox cannot upload files.</p>`;
  }
}

/** @param {FieldProps & { component: APITextInputComponent }} props */
function TextField({ elementId, values, error, component, onChange }) {
  const value = values[0] ?? '';
  const limit = component.max_length ?? 4_000;
  const shared = {
    id: elementId,
    class: 'field-input',
    dir: 'auto',
    value,
    placeholder: component.placeholder ?? '',
    maxLength: limit,
    'aria-required': isRequired(component) ? 'true' : 'false',
    'aria-invalid': error === '' ? 'false' : 'true',
    'aria-describedby': `${elementId}-about`,
    onInput: (/** @type {InputEvent} */ { currentTarget: field }) => {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) onChange([field.value]);
    },
  };
  const input =
    component.style === PARAGRAPH
      ? html`<textarea rows="5" ...${shared} />`
      : html`<input type="text" autocomplete="off" ...${shared} />`;
  return html`${input}<span class="counter" aria-hidden="true">${value.length}/${limit}</span>`;
}

/** @param {FieldProps & { options: readonly { value: string, label: string, description?: string }[], single: boolean }} props */
function Ticks({ field, elementId, values, options, single, onChange }) {
  const toggled = (/** @type {string} */ value) => {
    if (single) return [value];
    return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  };
  return html`
    <div class="ticks" id=${elementId} role="group" aria-label=${field.label}>
      ${options.map(
        ({ value, label, description }) => html`
          <label class="tick">
            <input
              type=${single ? 'radio' : 'checkbox'}
              name=${elementId}
              checked=${values.includes(value)}
              onChange=${() => onChange(toggled(value))}
            />
            <span dir="auto">${label}${description && html`<small>${description}</small>`}</span>
          </label>
        `,
      )}
    </div>
  `;
}
