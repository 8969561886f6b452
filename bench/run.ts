import { benchLoopback } from './loopback.ts';
import { benchMatching } from './matching/speed.ts';

await benchLoopback();
await benchMatching();
