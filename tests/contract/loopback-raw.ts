import type { Loopback } from '../../src/sandbox/loopback.ts';

/** One open interaction as a bot without any library meets it. */
export type RawInteraction = { readonly id: string; readonly token: string };

type Packet = { readonly op: number; readonly t: string; readonly d: RawInteraction };

/** A bot that speaks the wire formats by hand. */
export type RawBot = {
  /** The next interaction that arrives. */
  next(): Promise<RawInteraction>;
  /** Every event name with its data, in order of arrival. */
  readonly events: readonly { readonly name: string; readonly data: unknown }[];
  /** Asks the REST interface; a list of files makes it multipart. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    files?: readonly { readonly name: string; readonly text: string }[],
  ): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }>;
  /** Resolves when everything the Gateway has sent so far is here. */
  settled(): Promise<void>;
  stop(): void;
};

/** Connects by hand with the given intents (Guilds when absent). */
export async function startRawBot(loopback: Loopback, intents = 1): Promise<RawBot> {
  const events: { name: string; data: unknown }[] = [];
  const waiting: ((interaction: RawInteraction) => void)[] = [];
  const arrived: RawInteraction[] = [];
  const acknowledged: (() => void)[] = [];
  const ready = Promise.withResolvers<void>();
  const socket = new WebSocket(`${loopback.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  socket.onmessage = ({ data }) => {
    const packet: Packet = JSON.parse(String(data));
    if (packet.op === 10) {
      const properties = { os: 'test', browser: 'test', device: 'test' };
      socket.send(JSON.stringify({ op: 2, d: { token: loopback.token, intents, properties } }));
    }
    if (packet.op === 11) acknowledged.shift()?.();
    if (packet.op !== 0) return;
    if (packet.t === 'READY') ready.resolve();
    events.push({ name: packet.t, data: packet.d });
    if (packet.t !== 'INTERACTION_CREATE') return;
    const { id, token } = packet.d;
    const taker = waiting.shift();
    if (taker === undefined) arrived.push({ id, token });
    else taker({ id, token });
  };
  const settled = () =>
    new Promise<void>((resolve) => {
      acknowledged.push(resolve);
      socket.send(JSON.stringify({ op: 1, d: null }));
    });
  await ready.promise;
  await settled();

  return {
    events,
    next: () =>
      new Promise((resolve) => {
        const already = arrived.shift();
        if (already === undefined) waiting.push(resolve);
        else resolve(already);
      }),
    async ask(method, path, body, files = []) {
      const headers: Record<string, string> = { authorization: `Bot ${loopback.token}` };
      const form = new FormData();
      form.set('payload_json', JSON.stringify(body));
      for (const [index, { name, text }] of files.entries())
        form.set(`files[${index}]`, new Blob([text]), name);
      if (files.length === 0 && body !== undefined) headers['content-type'] = 'application/json';
      const payload = files.length > 0 ? form : body === undefined ? null : JSON.stringify(body);
      const response = await fetch(`${loopback.apiUrl}/v10${path}`, { method, headers, body: payload });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? null : JSON.parse(text),
        headers: response.headers,
      };
    },
    settled,
    stop: () => socket.close(1000),
  };
}
