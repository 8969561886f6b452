import { readConfig } from '../config/schema.ts';
import { buildApp } from './app.ts';
import { loadDotEnv } from './dot-env.ts';
import { failureOf } from './failure.ts';

try {
  loadDotEnv();
  const app = await buildApp(readConfig(process.env, ['DISCORD_TOKEN']));
  const stop = () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    void app.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  await app.start();
} catch (error) {
  const { sentence, exitCode } = failureOf(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(exitCode);
}
