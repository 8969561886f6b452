import type { AnyCommand } from '../src/command.ts';
import { about } from './about.ts';
import { claim } from './claim.ts';
import { help } from './help.ts';
import { privacy } from './privacy.ts';
import { summary } from './summary.ts';

/** Everything a member can invoke. */
export const commands: readonly AnyCommand[] = [summary, claim, help, about, privacy];
