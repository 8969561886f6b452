import { FootnoteError } from '../core/errors.ts';
import type { Interval, PairedDifference } from '../core/evaluation/bootstrap.ts';
import { compare, type Evaluation, evaluate as measure } from '../core/evaluation/evaluate.ts';
import { parseJudgements, parseRun } from '../core/evaluation/run.ts';
import { ANSWERED_FROM } from '../core/matching/confidence.ts';
import { readParsed } from './read-lines.ts';
import { requiredFile } from './read-options.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** `evaluate` */
export const evaluate: TerminalCommand = {
  usage: 'evaluate --run R --qrels Q [--against R2] [--threshold P]',
  purpose: 'how good a TREC run is by what people judged; queries without a judged claim are about none',
  positionals: { min: 0, max: 0 },
  options: { run: 'string', qrels: 'string', against: 'string', threshold: 'string' },
  needs: [],

  async run(invocation) {
    const run = await readParsed(requiredFile(invocation, 'run'), parseRun);
    const judgements = await readParsed(requiredFile(invocation, 'qrels'), parseJudgements);
    const figures = measure(run, judgements, thresholdOption(invocation));
    const other = invocation.options['against'];
    const difference =
      typeof other === 'string' ? compare(run, await readParsed(other, parseRun), judgements) : null;
    return { json: { ...figures, against: difference }, text: asText(figures, difference) };
  },
};

function thresholdOption({ options }: Invocation): number {
  if (options['threshold'] === undefined) return ANSWERED_FROM;
  const threshold = Number(options['threshold']);
  if (options['threshold'] !== '' && Number.isFinite(threshold)) return threshold;
  throw new FootnoteError('usage', { problem: '--threshold takes a number, such as 0.6.' });
}

function asText(figures: Evaluation, difference: PairedDifference | null): string {
  const { answered } = figures;
  return [
    `queries about a claim: ${figures.queries}; about none: ${figures.withoutClaim}`,
    `MAP@5                  ${withInterval(figures.map5)}`,
    `MRR                    ${shown(figures.mrr)}`,
    `recall@5, @10          ${shown(figures.recall5)}, ${shown(figures.recall10)}`,
    `AUROC about a claim    ${shown(figures.auroc)}`,
    `AUROC first is right   ${shown(figures.aurocFirst)}`,
    `Brier of the first     ${shown(figures.brier)}`,
    `first from ${answered.threshold} on       ${answered.count}, of which right ${shown(answered.precision)}`,
    ...(difference === null
      ? []
      : [`MAP@5 against          ${withInterval(difference)}, p ${difference.p.toFixed(3)}`]),
  ].join('\n');
}

function withInterval({ mean, low, high }: Interval): string {
  return `${shown(mean)} (95 %: ${shown(low)} to ${shown(high)})`;
}

function shown(figure: number | null): string {
  return figure === null ? '-' : figure.toFixed(3);
}
