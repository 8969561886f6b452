import { keepChoice, settleChoice } from './preferences.js';
import { SeenMarks } from './seen-marks.js';
import { changeMessage, fetchChoices, fetchState, listen, sendAct } from './server.js';
import { applyEvent } from './timeline.js';

/** @import { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10' */
/** @import { PageAct, PageEvent, PageOption, PageState } from '../page-api.ts' */
/** @import { Choice } from './preferences.js' */

/**
 * Everything the page shows that is more than one part's own business.
 *
 * @typedef {object} View
 * @property {Choice} choice
 * @property {PageState | null} state
 * @property {ReadonlySet<string>} unread - ids of channels in which others have written since the persona looked
 * @property {boolean} loading - the messages of the chosen channel are not there yet
 * @property {boolean} reachable - whether the sandbox itself answers
 * @property {ReadonlySet<string>} dismissed - ids of messages the person has put away
 * @property {ReadonlySet<string>} pending - controls that wait for the bot, as `messageId customId`
 * @property {Readonly<Record<string, string>>} notices - what went wrong, by message id
 * @property {{ interactionId: string, modal: APIModalInteractionResponseCallbackData } | null} modal
 *
 * What a control of a message does.
 *
 * @typedef {Extract<PageAct, { messageId: string }>} MessageAct
 * @typedef {MessageAct extends infer A ? A extends MessageAct ? Omit<A, 'as' | 'channel' | 'locale'> : never : never} Press
 */

const RETRY_MS = 2_000;

/** Holds the view, speaks with the sandbox, and tells its listeners when something has changed. */
export class Session {
  /** @type {View} */
  view;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #storage;
  #seen;
  #stop = () => {};

  /** @param {Choice} choice @param {Storage} storage */
  constructor(choice, storage) {
    this.#storage = storage;
    this.#seen = new SeenMarks(storage, Date.now());
    this.view = {
      choice,
      state: null,
      unread: new Set(),
      loading: true,
      reachable: true,
      dismissed: new Set(),
      pending: new Set(),
      notices: {},
      modal: null,
    };
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param {Partial<View>} change */
  #set(change) {
    const state = change.state === undefined ? this.view.state : change.state;
    const choice = change.choice ?? this.view.choice;
    const unread = change.state ? this.#seen.look(choice, change.state) : this.view.unread;
    this.view = { ...this.view, ...change, state, unread };
    for (const listener of this.#listeners) listener();
  }

  /** Loads the chosen channel and keeps it current, however often the connection breaks. */
  connect() {
    this.#stop();
    const ended = new AbortController();
    this.#stop = () => ended.abort();
    this.#follow(ended.signal);
  }

  /** @param {AbortSignal} ended */
  async #follow(ended) {
    if (!(await this.#load(ended))) {
      if (!ended.aborted) window.setTimeout(() => ended.aborted || this.#follow(ended), RETRY_MS);
      return;
    }
    const { as, channel } = this.view.choice;
    const stop = listen(as, channel, {
      onOpen: () => void this.#load(ended),
      onEvent: (event) => this.#hear(event),
      onLost: () => this.#set({ reachable: false }),
    });
    ended.addEventListener('abort', stop, { once: true });
  }

  /** @type {Set<PageEvent[]>} what happens while a state is on its way, to be applied to it; a list for each */
  #meanwhile = new Set();

  /** @param {AbortSignal} ended @returns {Promise<boolean>} whether the state of the chosen channel is there */
  async #load(ended) {
    const { as, channel } = this.view.choice;
    /** @type {PageEvent[]} */
    const meanwhile = [];
    this.#meanwhile.add(meanwhile);
    try {
      const state = await fetchState(as, channel, ended);
      const choice = settleChoice(this.view.choice, state);
      if (choice.as !== as || choice.channel !== channel) {
        this.#set({ choice });
        return await this.#load(ended);
      }
      keepChoice(this.#storage, choice);
      this.#set({
        state: meanwhile.reduce(applyEvent, state),
        choice,
        loading: false,
        reachable: true,
      });
      return true;
    } catch {
      if (!ended.aborted) this.#set({ reachable: false });
      return false;
    } finally {
      this.#meanwhile.delete(meanwhile);
    }
  }

  /** @param {PageEvent} event */
  #hear(event) {
    if (event.type === 'places') return this.connect();
    for (const meanwhile of this.#meanwhile) meanwhile.push(event);
    if (this.view.state) this.#set({ state: applyEvent(this.view.state, event) });
  }

  /** Looks through other eyes, at another channel, in other words or colours. @param {Partial<Choice>} change */
  choose(change) {
    const before = this.view.choice;
    const choice = { ...before, ...change };
    keepChoice(this.#storage, choice);
    history.replaceState(null, '', location.pathname);
    const moved = choice.as !== before.as || choice.channel !== before.channel;
    if (!moved) return this.#set({ choice });
    const state = this.view.state && { ...this.view.state, messages: [] };
    this.#set({ choice, state, loading: true, notices: {}, pending: new Set() });
    this.connect();
  }

  /** @param {string} messageId */
  dismiss(messageId) {
    this.#set({ dismissed: new Set([...this.view.dismissed, messageId]) });
  }

  /** @returns {{ as: string, channel: string, locale: string }} */
  get #who() {
    const { as, channel, locale } = this.view.choice;
    return { as, channel, locale };
  }

  /**
   * @param {string} command
   * @param {readonly PageOption[]} options
   * @returns {Promise<string | null>} what went wrong, or null
   */
  runCommand(command, options) {
    return this.#act({ ...this.#who, kind: 'slash', command, options });
  }

  /**
   * A button, a select menu or a message menu: the control is pending until the bot has answered, and what goes
   * wrong is shown at the message.
   *
   * @param {Press} press
   */
  async press(press) {
    const key = pressKey(press);
    if (this.view.pending.has(key)) return;
    const { [press.messageId]: _old, ...notices } = this.view.notices;
    this.#set({ pending: new Set([...this.view.pending, key]), notices });

    const notice = await this.#act({ ...this.#who, ...press });

    const pending = new Set(this.view.pending);
    pending.delete(key);
    const failed = notice === null ? {} : { [press.messageId]: notice };
    this.#set({ pending, notices: { ...this.view.notices, ...failed } });
  }

  /** @param {PageAct} act @returns {Promise<string | null>} what went wrong, or null */
  async #act(act) {
    const outcome = await sendAct(act);
    if (outcome.outcome === 'failed') return outcome.notice;
    const modal =
      outcome.outcome === 'modal' ? { interactionId: outcome.interactionId, modal: outcome.modal } : null;
    if (modal || act.kind === 'modal') this.#set({ modal });
    return null;
  }

  /**
   * @param {readonly { customId: string, values: readonly string[] }[]} fields
   * @returns {Promise<string | null>} what went wrong, or null and the modal is closed
   */
  async submitModal(fields) {
    const open = this.view.modal;
    return open && this.#act({ ...this.#who, kind: 'modal', interactionId: open.interactionId, fields });
  }

  closeModal() {
    this.#set({ modal: null });
  }

  /** @param {string} command @param {readonly PageOption[]} options @param {string} focused - an option's name */
  complete(command, options, focused) {
    return fetchChoices({ ...this.#who, command, options, focused });
  }

  /** @param {string} content @returns {Promise<string | null>} what went wrong, or null */
  write(content) {
    const { as, channel } = this.view.choice;
    return changeMessage('POST', { as, channel, content });
  }

  /** @param {string} messageId @param {string} content @returns {Promise<string | null>} what went wrong, or null */
  edit(messageId, content) {
    const { as, channel } = this.view.choice;
    return changeMessage('PATCH', { as, channel, messageId, content });
  }

  /** @param {string} messageId @returns {Promise<string | null>} what went wrong, or null */
  remove(messageId) {
    const { as, channel } = this.view.choice;
    return changeMessage('DELETE', { as, channel, messageId });
  }
}

/** @param {Press} press @returns {string} its place in `View.pending` */
export const pressKey = (press) =>
  `${press.messageId} ${press.kind === 'menu' ? press.command : press.customId}`;
