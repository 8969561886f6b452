import type { AnyCommand } from '../src/command.ts';
import { about } from './about.ts';
import { audit } from './audit.ts';
import { checkPost } from './check-post.ts';
import { claim } from './claim.ts';
import { digest } from './digest.ts';
import { dossier } from './dossier.ts';
import { flagPost } from './flag-post.ts';
import { help } from './help.ts';
import { privacy } from './privacy.ts';
import { queue } from './queue.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { summary } from './summary.ts';

/** Everything a member can invoke. */
export const commands: readonly AnyCommand[] = [
  summary,
  claim,
  checkPost,
  flagPost,
  report,
  queue,
  dossier,
  digest,
  help,
  about,
  privacy,
  settings,
  audit,
];
