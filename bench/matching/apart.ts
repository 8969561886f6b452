import { fork } from 'node:child_process';

/** What came of a piece of work: its result, or why there is none. */
export type Outcome<Result> = { readonly result: Result } | { readonly failure: string };

/** What a piece of work may take. */
type Allowance = { readonly heapMb: number; readonly mostMs: number };

/**
 * Runs a script with a task in a process of its own, whose memory is its own, and which may take too long or too much without harm
 * to the rest. The script answers by `doApart`.
 */
export function runApart<Result>(
  script: URL,
  task: unknown,
  { heapMb, mostMs }: Allowance,
): Promise<Outcome<Result>> {
  return new Promise((done) => {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${heapMb}`, '--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      timeout: mostMs,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    child.stderr?.on('data', (part) => {
      errors = `${errors}${part}`.slice(-2_000);
    });
    // The script is ours, and answers with what whoever runs it says it does.
    child.once('message', (result) => done({ result: result as Result }));
    child.once('exit', (code, signal) => done({ failure: whyGone(code, signal, errors, mostMs) }));
    child.send({ task });
  });
}

function whyGone(code: number | null, signal: string | null, errors: string, mostMs: number): string {
  if (signal === 'SIGKILL') return `not done within ${Math.round(mostMs / 1_000)} s`;
  if (/heap out of memory|heap limit/iu.test(errors)) return 'out of memory';
  return `failed (${code ?? signal}): ${errors.trim().split('\n').at(-1) ?? ''}`;
}

/** Does one task for the process that started this one, and ends. */
export function doApart<Task>(work: (task: Task) => unknown): void {
  process.once('message', (message) => {
    // What `runApart` was given by a file that imports the task's type from the script.
    const { task } = message as { readonly task: Task };
    process.send?.(work(task), () => process.exit(0));
  });
}

/** Does all tasks, so many at a time; results in the order of the tasks. */
export async function severalAtOnce<Task, Result>(
  tasks: readonly Task[],
  count: number,
  work: (task: Task) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = tasks.entries();
  const one = async () => {
    for (const [at, task] of waiting) results.set(at, await work(task));
  };
  await Promise.all(Array.from({ length: count }, one));
  return tasks.flatMap((_, at) => results.get(at) ?? []);
}
