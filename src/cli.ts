import { once } from 'node:events';
import { readConfig } from '../config/schema.ts';
import { loadDotEnv } from './dot-env.ts';
import { failureOf } from './failure.ts';
import { helpText } from './terminal/commands.ts';
import { parseArguments } from './terminal/parse-arguments.ts';
import { progressBar } from './terminal/progress-bar.ts';

// Whoever reads the output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  loadDotEnv();
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed === null) {
    process.stdout.write(`${helpText()}\n`);
  } else {
    const { command, json, ...invocation } = parsed;
    const quiet = { ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn' };
    const printout = await command.run({
      ...invocation,
      config: readConfig(quiet, command.needs),
      say: (line) => process.stderr.write(`${line}\n`),
      progress: (done, total) => {
        if (process.stderr.isTTY) process.stderr.write(progressBar(done, total));
      },
      interrupted: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {}),
    });
    process.stdout.write(`${json ? JSON.stringify(printout.json, null, 2) : printout.text}\n`);
    process.exitCode = printout.exitCode ?? 0;
  }
} catch (error) {
  const { sentence, exitCode } = failureOf(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = exitCode;
}
