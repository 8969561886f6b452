import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { VectorOf } from './stand-ins.ts';

/** A server of embeddings on this machine that speaks as OpenAI's does. */
export type StandInServer = { readonly baseUrl: string; stop(): Promise<void> };

const Request = z.object({
  model: z.string(),
  input: z.array(z.string()),
  encoding_format: z.literal('float'),
});

/** Starts a server on a free port of the loopback address that gives these vectors. */
export async function serveVectors(vectorOf: VectorOf): Promise<StandInServer> {
  const server = createServer((request, response) => {
    const answer = async () => {
      const asked = Request.parse(await bodyOf(request));
      const data = asked.input.map((text, index) => ({
        object: 'embedding',
        index,
        // Five digits: a byte holds less.
        embedding: Array.from(vectorOf(text), (number) => Number(number.toFixed(5))),
      }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', model: asked.model, data }));
    };
    answer().catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port says so in this shape.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  return JSON.parse(Buffer.concat(await request.toArray()).toString());
}
