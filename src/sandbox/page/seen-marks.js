/** @import { PageState } from '../page-api.ts' */
/** @import { Choice } from './preferences.js' */

const KEY = 'sandbox.seen';

/**
 * When each persona last looked at each channel, kept in the browser. What was written before anybody looked at the
 * sandbox for the first time counts as seen.
 */
export class SeenMarks {
  #storage;
  #marks;

  /** @param {Pick<Storage, 'getItem' | 'setItem'>} storage @param {number} nowMs */
  constructor(storage, nowMs) {
    this.#storage = storage;
    this.#marks = readMarks(storage.getItem(KEY)) ?? { sinceMs: nowMs, at: {} };
    this.#keep();
  }

  #keep() {
    this.#storage.setItem(KEY, JSON.stringify(this.#marks));
  }

  /**
   * Notes that the persona looks at the chosen channel now, as far as its messages go.
   *
   * @param {Pick<Choice, 'as' | 'channel'>} choice
   * @param {PageState} state
   * @returns {ReadonlySet<string>} ids of the other channels in which there is something new
   */
  look({ as, channel }, state) {
    const { sinceMs, at } = this.#marks;
    const here = state.channels.find((one) => one.id === channel);
    if (here && here.newestMs > (at[`${as} ${channel}`] ?? 0)) {
      at[`${as} ${channel}`] = here.newestMs;
      this.#keep();
    }
    const isNew = (/** @type {{ id: string, newestMs: number }} */ one) =>
      one.id !== channel && one.newestMs > (at[`${as} ${one.id}`] ?? sinceMs);
    return new Set(state.channels.filter(isNew).map((one) => one.id));
  }
}

/** @param {string | null} text @returns {{ sinceMs: number, at: Record<string, number> } | null} null when it is no such text */
function readMarks(text) {
  try {
    const marks = JSON.parse(text ?? '');
    return typeof marks.sinceMs === 'number' && typeof marks.at === 'object' ? marks : null;
  } catch {
    return null;
  }
}
