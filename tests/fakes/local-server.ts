import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Starts a server on this machine that is there until the test ends; its port. */
export async function localServer(answer: RequestListener): Promise<number> {
  const server = createServer((request, response) => {
    // A client that goes away in the midst of an answer is nothing to fail for.
    response.on('error', () => {});
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on a port says so in this shape.
  const { port } = server.address() as AddressInfo;
  return port;
}
