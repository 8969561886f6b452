import { type DestinationStream, pino } from 'pino';
import { errorFacts } from '../core/error-facts.ts';
import type { Log } from '../ports/log.ts';

/** Fields that are blanked wherever they turn up, as a second fence: no line should hold them in the first place. */
const redacted = ['token', 'authorization', 'content', 'text', 'query', 'memberId', 'userId', 'apiKey'];

/** An error that was handed over whole still tells nothing but its facts. */
function withoutMessage(value: unknown): unknown {
  return value instanceof Error ? errorFacts(value) : value;
}

/**
 * A log of JSON lines on standard error.
 *
 * @param level - `silent` for none
 * @param destination - where the lines go instead, for tests
 */
export function openLog(level: string, destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino(
    {
      level,
      base: null,
      serializers: { err: withoutMessage, error: withoutMessage },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
    },
    destination,
  );
  return {
    debug: (facts, message) => logger.debug(facts, message),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
