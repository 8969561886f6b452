/** @import { PageAct, PageChoices, PageEvent, PageDeleting, PageEditing, PageOutcome, PageState, PageTyping, PageWriting } from '../page-api.ts' */

const AWAY = 'The sandbox did not answer. Is it still running? What you typed is kept.';

/** @param {string} as @param {string} channel */
const seenFrom = (as, channel) => new URLSearchParams({ as, channel }).toString();

/**
 * @param {string} as
 * @param {string} channel
 * @param {AbortSignal} signal
 * @returns {Promise<PageState>} rejects when the sandbox is away or refuses
 */
export async function fetchState(as, channel, signal) {
  const answer = await fetch(`/sandbox/state?${seenFrom(as, channel)}`, { signal });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  return answer.json();
}

/** @param {string} method @param {string} path @param {unknown} body */
function send(method, path, body) {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method, headers, body: JSON.stringify(body) });
}

/** @param {string} path @param {unknown} body */
const post = (path, body) => send('POST', path, body);

/** @param {Response} answer @returns {Promise<string>} one sentence for a refusal */
async function refusal(answer) {
  const body = await answer.json().catch(() => null);
  const said = typeof body?.message === 'string' ? body.message : `status ${answer.status}`;
  return `The sandbox refused this: ${said}`;
}

/**
 * @param {PageAct} act
 * @returns {Promise<PageOutcome>} `failed` too when the sandbox itself is away; never rejects
 */
export async function sendAct(act) {
  try {
    const answer = await post('/sandbox/interactions', act);
    return answer.ok ? await answer.json() : { outcome: 'failed', notice: await refusal(answer) };
  } catch {
    return { outcome: 'failed', notice: AWAY };
  }
}

/**
 * @param {PageTyping} typing
 * @returns {Promise<PageChoices['choices']>} none when the bot or the sandbox is away; never rejects
 */
export async function fetchChoices(typing) {
  try {
    const answer = await post('/sandbox/autocomplete', typing);
    /** @type {PageChoices} */
    const body = answer.ok ? await answer.json() : { choices: [] };
    return body.choices;
  } catch {
    return [];
  }
}

/**
 * Writes, changes or deletes an ordinary message.
 *
 * @param {'POST' | 'PATCH' | 'DELETE'} method
 * @param {PageWriting | PageEditing | PageDeleting} body
 * @returns {Promise<string | null>} what went wrong, or null; never rejects
 */
export async function changeMessage(method, body) {
  try {
    const answer = await send(method, '/sandbox/messages', body);
    return answer.ok ? null : await refusal(answer);
  } catch {
    return AWAY;
  }
}

/**
 * Hears what happens in a channel, and keeps trying while the sandbox is away.
 *
 * @param {string} as
 * @param {string} channel
 * @param {{ onOpen: () => void, onEvent: (event: PageEvent) => void, onLost: () => void }} hear
 *   `onOpen` after every (re)connection
 * @returns {() => void} stops listening
 */
export function listen(as, channel, hear) {
  const retryMs = 2_000;
  /** @type {EventSource} */
  let source;
  let timer = 0;

  const open = () => {
    source = new EventSource(`/sandbox/events?${seenFrom(as, channel)}`);
    source.onopen = () => hear.onOpen();
    source.onmessage = (event) => hear.onEvent(JSON.parse(event.data));
    source.onerror = () => {
      hear.onLost();
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, retryMs);
    };
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}
