import { AsyncResource } from 'node:async_hooks';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The most pieces of work that share one commit, so that none waits long for the others. */
const maxTogether = 32;

const mark = CompiledQuery.raw('savepoint work');
const keep = CompiledQuery.raw('release savepoint work');
const undo = CompiledQuery.raw('rollback to savepoint work');

type Work<Result> = (open: Transaction<Tables>) => Promise<Result>;

type Waiting = {
  /** Does the work; gives what to do once it is on disk. */
  attempt(open: Transaction<Tables>): Promise<() => void>;
  /** Tells the caller that nothing of it is on disk. */
  reject(error: unknown): void;
};

/**
 * Runs pieces of work that arrive together in one transaction, one after another, each within a savepoint of its
 * own: a failure undoes its own work alone, and the disk is waited for once. What succeeds is acknowledged after the
 * commit. (Group commit: DeWitt et al., "Implementation techniques for main memory database systems", 1984.)
 */
export function sharedCommit(writer: Kysely<Tables>): <Result>(work: Work<Result>) => Promise<Result> {
  const waiting: Waiting[] = [];
  let pumping = false;

  const pump = async () => {
    // Whatever arrives in the same turn of the event loop comes in before the first transaction begins.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitTogether(writer, waiting.splice(0, maxTogether));
    pumping = false;
  };

  return <Result>(work: Work<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ attempt: withinSavepoint(AsyncResource.bind(work), resolve, reject), reject });
      if (pumping) return;
      pumping = true;
      void pump();
    });
}

async function commitTogether(writer: Kysely<Tables>, batch: readonly Waiting[]): Promise<void> {
  try {
    const acknowledgements = await writer.transaction().execute(async (open) => {
      const done: (() => void)[] = [];
      for (const { attempt } of batch) done.push(await attempt(open));
      return done;
    });
    for (const acknowledge of acknowledgements) acknowledge();
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

function withinSavepoint<Result>(
  work: Work<Result>,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting['attempt'] {
  return async (open) => {
    await open.executeQuery(mark);
    try {
      const result = await work(open);
      await open.executeQuery(keep);
      return () => resolve(result);
    } catch (error) {
      await open.executeQuery(undo);
      await open.executeQuery(keep);
      // Told after the commit: whoever hears of the failure can write at once, from another process, too.
      return () => reject(error);
    }
  };
}
