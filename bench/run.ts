import { benchDigest } from './digest.ts';
import { benchLoopback } from './loopback.ts';
import { benchMatching } from './matching/speed.ts';
import { benchPicture } from './picture.ts';
import { benchReports } from './reports.ts';

await benchLoopback();
await benchReports();
await benchDigest();
await benchPicture();
await benchMatching();
