import { readConfig } from '../config/schema.ts';
import { type App, buildApp } from './app.ts';
import { loadDotEnv } from './dot-env.ts';
import { failureOf } from './failure.ts';

/** Says what happened in one sentence, closes what is open, and ends the process. */
async function end(app: App | null, error: unknown): Promise<never> {
  const { sentence, exitCode } = failureOf(error);
  process.stderr.write(`${sentence}\n`);
  await app?.stop().catch(() => {});
  process.exit(exitCode);
}

let app: App | null = null;
try {
  loadDotEnv();
  app = await buildApp(readConfig(process.env, ['DISCORD_TOKEN']));
  const running = app;
  const stop = () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  running.lost.then((reason) => end(running, reason));
  await running.start();
} catch (error) {
  await end(app, error);
}
