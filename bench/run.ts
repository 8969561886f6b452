import { benchLoopback } from './loopback.ts';
import { benchMatching } from './matching/speed.ts';
import { benchReports } from './reports.ts';

await benchLoopback();
await benchReports();
await benchMatching();
