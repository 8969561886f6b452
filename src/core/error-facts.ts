import { FootnoteError } from './errors.ts';

const keptFrames = 12;

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * What a log may say of an error: its name, codes, and where it arose. Never its message, which may hold
 * what a member wrote, nor the address of a request, which holds a token.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, status, errno } = { code: undefined, status: undefined, errno: undefined, ...error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, keptFrames)
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(error instanceof FootnoteError || code !== undefined ? { code: text(code) } : {}),
    ...(status === undefined ? {} : { status: text(status) }),
    ...(errno === undefined ? {} : { errno: text(errno) }),
    frames,
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
