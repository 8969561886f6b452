import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may be served: it names this machine as its host (so that a web page elsewhere cannot reach this
 * server through a name that resolves to 127.0.0.1), and, if it can change anything, it comes from our own page or
 * from no page at all.
 */
export function allowsRequest(
  request: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  port: number,
): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin, upgrade } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  const isHarmless = (request.method === 'GET' || request.method === 'HEAD') && upgrade === undefined;
  return isHarmless || origin === undefined || hosts.some((own) => origin === `http://${own}`);
}
