import { html } from './vnode.js';

/**
 * @typedef {object} ChoiceItem
 * @property {string} key
 * @property {string} label
 * @property {string} [description]
 * @property {string} [emoji]
 * @property {boolean} [chosen]
 */

/** The id of an option, for `aria-activedescendant`. @param {string} listId @param {number} index */
export const optionId = (listId, index) => `${listId}-${index}`;

/** @param {Element | null} element */
const keepInView = (element) => element?.scrollIntoView({ block: 'nearest' });

/** @param {Event} event - a press must not take the focus from the field the list belongs to */
const keepFocus = (event) => event.preventDefault();

/**
 * The list below or above a field; the field keeps the focus and names the active option.
 *
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.label
 * @param {readonly ChoiceItem[]} props.items
 * @param {number} props.active - -1 for none
 * @param {(index: number) => void} props.onPick
 * @param {boolean} [props.multiple]
 */
export function ChoiceList({ id, label, items, active, onPick, multiple = false }) {
  const options = items.map(
    (item, index) => html`
      <li
        key=${item.key}
        id=${optionId(id, index)}
        role="option"
        class=${index === active ? 'choice active' : 'choice'}
        aria-selected=${multiple || item.chosen !== undefined ? item.chosen === true : index === active}
        ref=${index === active ? keepInView : null}
        onClick=${() => onPick(index)}
      >
        ${multiple && html`<span class="choice-box" aria-hidden="true">${item.chosen ? '✓' : ''}</span>`}
        ${item.emoji && html`<span class="choice-emoji" aria-hidden="true">${item.emoji}</span>`}
        <span class="choice-words">
          <span class="choice-label" dir="auto">${item.label}</span>
          ${item.description && html`<span class="choice-description" dir="auto">${item.description}</span>`}
        </span>
      </li>
    `,
  );
  return html`
    <ul
      class="choices"
      role="listbox"
      id=${id}
      aria-label=${label}
      aria-multiselectable=${multiple ? 'true' : undefined}
      onMouseDown=${keepFocus}
    >
      ${options}
    </ul>
  `;
}

/**
 * Where an arrow key moves to.
 *
 * @param {string} key
 * @param {number} active - -1 for none
 * @param {number} count
 * @returns {number | null} null when the key does not move
 */
export function movedBy(key, active, count) {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}
