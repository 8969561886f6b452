import { analyze } from './analyze.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { exportDossier, importDossier, validateDossier } from './dossier.ts';
import { embed } from './embed.ts';
import { evaluate } from './evaluate.ts';
import { lookup } from './lookup.ts';
import { backup, deployCommands } from './maintenance.ts';
import { deleteMember, exportMember, purge } from './privacy.ts';
import { rank } from './rank.ts';
import { sandbox } from './sandbox.ts';
import { seedDemo } from './seed-demo.ts';
import { sentences } from './sentences.ts';
import { summary } from './summary.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** Every command of the terminal, by its name. */
export const terminalCommands: ReadonlyMap<string, TerminalCommand> = new Map([
  ['sandbox', sandbox],
  ['summary', summary],
  ['lookup', lookup],
  ['analyze', analyze],
  ['sentences', sentences],
  ['rank', rank],
  ['evaluate', evaluate],
  ['digest', digest],
  ['seed-demo', seedDemo],
  ['dossier validate', validateDossier],
  ['dossier import', importDossier],
  ['dossier export', exportDossier],
  ['embed', embed],
  ['doctor', doctor],
  ['backup', backup],
  ['privacy export', exportMember],
  ['privacy delete', deleteMember],
  ['purge', purge],
  ['deploy-commands', deployCommands],
]);

/** What `help` prints. */
export function helpText(): string {
  const lines = [...terminalCommands.values()].map(({ usage, purpose }) => `  ${usage}\n      ${purpose}`);
  const head = 'npm run --silent footnote -- <command> [--json]';
  return [head, '', ...lines, '', 'Configuration: config/env.example. Start the bot with "npm start".'].join(
    '\n',
  );
}
