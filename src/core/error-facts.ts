const keptFrames = 12;
const keptCauses = 4;

/** A name or code as programs write them; anything else might be a text. */
function word(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return /^[\w.:[\]-]{1,64}$/.test(String(value)) ? String(value) : undefined;
}

/** The places of a stack trace, which follow the message; a line of the message may look like one. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/.test(line))
    .slice(0, keptFrames)
    .map((line) => line.trim());
}

/**
 * What a log may say of an error: its name, codes, and where it arose. Never its message, which may hold
 * what a member wrote, nor the address of a request, which holds a token.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  return factsOf(error, keptCauses);
}

function factsOf(error: unknown, causes: number): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, status, errno } = { code: undefined, status: undefined, errno: undefined, ...error };
  return {
    name: word(error.name) ?? 'Error',
    ...(code === undefined ? {} : { code: word(code) }),
    ...(status === undefined ? {} : { status: word(status) }),
    ...(errno === undefined ? {} : { errno: word(errno) }),
    frames: framesOf(error),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: factsOf(error.cause, causes - 1) }),
  };
}
