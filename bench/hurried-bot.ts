import { readConfig } from '../config/schema.ts';
import { systemClock } from '../src/adapters/system-clock.ts';
import { buildApp } from '../src/app.ts';

/**
 * The bot with a clock that goes forward by as many milliseconds as its parent says: so that a benchmark can report
 * faster than the limits for members allow.
 */
let aheadMs = 0;
process.on('message', (ms) => {
  aheadMs += Number(ms);
  process.send?.('ahead');
});

const clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
const app = await buildApp(readConfig(process.env, ['DISCORD_TOKEN']), { clock });
await app.start();
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
