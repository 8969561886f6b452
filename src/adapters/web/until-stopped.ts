/**
 * What a promise comes to, but no later than `stop`; the work behind it goes on.
 *
 * @throws the reason of `stop` when that comes first
 */
export async function untilStopped<Value>(promise: Promise<Value>, stop: AbortSignal): Promise<Value> {
  stop.throwIfAborted();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onStop = () => reject(stop.reason);
  stop.addEventListener('abort', onStop);
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}
