import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from './world.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Packages the page imports, by the path it imports them from. */
const VENDOR: Readonly<Record<string, string>> = {
  'preact.js': 'preact',
  'preact-hooks.js': 'preact/hooks',
  'htm.js': 'htm',
};

/** Pictures a browser may show; every other attachment is handed out as a download. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Serves the page, the packages it imports, and uploaded files. */
export function servePageFiles(app: FastifyInstance, world: World): void {
  app.get('/', (_request, reply) => sendPageFile(reply, 'index.html'));
  app.get<{ Params: { name: string } }>('/page/:name', (request, reply) =>
    sendPageFile(reply, request.params.name),
  );
  app.get<{ Params: { name: string } }>('/vendor/:name', async (request, reply) => {
    const specifier = VENDOR[request.params.name];
    if (specifier === undefined) return notFound(reply);
    const source = await readFile(new URL(import.meta.resolve(specifier)), 'utf8');
    // Browsers know no package names, and an import map would need inline script.
    return send(reply, 'js', source.replaceAll('from"preact"', 'from"/vendor/preact.js"'));
  });
  app.get<{ Params: { id: string } }>('/sandbox/attachments/:id/:name', (request, reply) => {
    const file = world.attachments.get(request.params.id);
    if (file === undefined) return notFound(reply);
    const isShown = SHOWN.has(file.contentType);
    reply.headers({
      'content-type': isShown ? file.contentType : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return reply.send(Buffer.from(file.bytes));
  });
}

async function sendPageFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
  const extension = /^[\w-]+\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
  if (TYPES[extension] === undefined) return notFound(reply);
  const bytes = await readFile(new URL(`./page/${name}`, import.meta.url)).catch(() => undefined);
  return bytes === undefined ? notFound(reply) : send(reply, extension, bytes);
}

function send(reply: FastifyReply, extension: string, body: string | Buffer): FastifyReply {
  return reply.header('content-type', TYPES[extension] ?? 'application/octet-stream').send(body);
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ message: 'There is no such file.' });
}
