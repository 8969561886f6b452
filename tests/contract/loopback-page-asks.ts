import type { Loopback } from '../../src/sandbox/loopback.ts';
import type { PageEvent, PageState } from '../../src/sandbox/page-api.ts';

const view = (as: string, channel: string) => `?as=${as}&channel=${channel}`;

/** What the page shows this persona of this channel. */
export async function stateOf(
  { origin }: Pick<Loopback, 'origin'>,
  as: string,
  channel: string,
): Promise<PageState> {
  return (await fetch(`${origin}/sandbox/state${view(as, channel)}`)).json() as Promise<PageState>;
}

/** Posts what the page would. */
export async function postTo(
  { origin }: Pick<Loopback, 'origin'>,
  path: string,
  body: unknown,
): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The stream of events that the page listens to as this persona in this channel. */
export async function eventsFor({ origin }: Pick<Loopback, 'origin'>, as: string, channel: string) {
  const response = await fetch(`${origin}/sandbox/events${view(as, channel)}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  let text = '';
  return {
    response,
    /** Every event so far, as soon as there are `count`. */
    async take(count: number): Promise<readonly PageEvent[]> {
      for (;;) {
        const found = text.split('\n\n').filter((part) => part.startsWith('data: '));
        if (found.length >= count) return found.map((part) => JSON.parse(part.slice(6)) as PageEvent);
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    ended: async () => {
      while (!(await reader.read()).done);
    },
  };
}
