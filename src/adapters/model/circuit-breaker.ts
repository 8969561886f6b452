import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { Log } from '../../ports/log.ts';

export { isBrokenCircuitError } from 'cockatiel';

/** After so many failures in a row a model is left alone for a while; then one request tells whether it is back. */
const failuresInARow = 5;

/** How long, in ms, a model is usually left alone. */
export const usualRestMs = 30_000;

/**
 * Stops asking a model that fails time after time.
 *
 * @param options.counts - whether an error is a failure of the model's server, and not of the one request
 */
export function leavingAlone(options: {
  readonly kind: 'model' | 'embedding model';
  readonly model: string;
  readonly log: Log;
  readonly restMs: number;
  counts(error: unknown): boolean;
}): CircuitBreakerPolicy {
  const { kind, model, log, restMs, counts } = options;
  const breaker = circuitBreaker(handleWhen(counts), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  breaker.onBreak(() => log.warn({ model, restMs }, `the ${kind} is left alone for a while`));
  breaker.onReset(() => log.info({ model }, `the ${kind} answers again`));
  return breaker;
}
