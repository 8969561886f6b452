import { createHmac } from 'node:crypto';
import type { ModelProposal } from '../../core/analysis/analysis.ts';
import { type Grounded, ground, isTooLittle } from '../../core/analysis/ground.ts';
import type { GuildId, UserId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import { costOfAnswer } from '../../core/model-spend.ts';
import { type Analyzer, AnalyzerError, type AnalyzerFailure } from '../../ports/analyzer.ts';
import type { BoundDeps } from '../deps.ts';
import { payFor } from '../spending/paid-request.ts';
import { keepProposal, keptProposal } from './kept-proposals.ts';

/** How long, in ms, a member waits for a model, a second try included. */
const patienceMs = 90_000;

/** Why a post was described without the model's words. */
export type Without =
  | 'not-configured'
  | 'not-consented'
  | 'over-budget'
  | 'over-share'
  | 'unreachable'
  | 'too-slow'
  | 'refused'
  | 'unusable'
  | 'ungrounded';

/** A proposal, and what of it is faithful to the post. */
export type Looked = { readonly proposal: ModelProposal; readonly grounded: Grounded };

/** What is to be described, and for whom. */
export type Described = {
  readonly guildId: GuildId;
  /** Whose share of the server's day it is; null where it is nobody's. */
  readonly memberId: UserId | null;
  readonly post: string;
  /** Called when a model is asked, and when its answer is looked at. */
  onStep(step: 'finding' | 'checking'): void;
  readonly stop: AbortSignal;
};

const why: Readonly<Record<AnalyzerFailure, Without>> = {
  unreachable: 'unreachable',
  resting: 'unreachable',
  'too-slow': 'too-slow',
  refused: 'refused',
  'cut-off': 'unusable',
  unreadable: 'unusable',
};

/**
 * What a model makes of a post, looked at; it is asked a second time to mend what the post does not say. Or why there is none.
 * What turned out well is kept for a day.
 */
export async function askModel(
  deps: BoundDeps,
  analyzer: Analyzer,
  { guildId, memberId, post, onStep, stop }: Described,
): Promise<Looked | Without> {
  onStep('finding');
  const of = { guildId, analyzer, post };
  const kept = await keptProposal(deps.cache, of);
  if (kept !== null) {
    onStep('checking');
    return look(post, kept);
  }

  const late = new AbortController();
  const noUse = { input: 0, output: 0 };
  const cancel = deps.clock.after(patienceMs, () => late.abort(new AnalyzerError('too-slow', noUse)));
  const ends = AbortSignal.any([stop, late.signal]);
  const propose = (complaints: readonly string[]) =>
    proposal(deps, analyzer, { guildId, memberId, post, complaints, stop, ends });
  try {
    const first = await propose([]);
    if (typeof first === 'string') return first;
    onStep('checking');
    let looked = look(post, first);
    if (looked.grounded.complaints.length > 0) {
      const second = await propose(looked.grounded.complaints);
      if (typeof second !== 'string') looked = better(looked, look(post, second));
    }
    if (!isTooLittle(looked.grounded, looked.proposal)) await keepProposal(deps.cache, of, looked.proposal);
    return looked;
  } finally {
    cancel();
  }
}

type Asked = Omit<Described, 'onStep'> & {
  readonly complaints: readonly string[];
  /** Ends the work when the member stops it, or has waited long enough. */
  readonly ends: AbortSignal;
};

/** Asks once, within the budget. */
async function proposal(
  deps: BoundDeps,
  analyzer: Analyzer,
  { guildId, memberId, post, complaints, stop, ends }: Asked,
): Promise<ModelProposal | Without> {
  const { model } = analyzer;
  const order = { post, complaints, safetyIdentifier: await codeOf(deps, guildId) };
  const { prices } = deps.modelCosts;
  const atMost = costOfAnswer(analyzer.costAtMost(order), prices);
  const settle = await payFor(deps, { guildId, memberId, model, atMost });
  if (typeof settle === 'string') return settle;
  const startedMs = deps.clock.now();
  const facts = { guildId, model, again: complaints.length > 0 };
  try {
    const { proposal: proposed, use } = await analyzer.propose(order, ends);
    await settle(costOfAnswer(use, prices));
    deps.log.info({ ...facts, ...use, tookMs: deps.clock.now() - startedMs }, 'a model described a post');
    return proposed;
  } catch (error) {
    stop.throwIfAborted();
    if (!(error instanceof AnalyzerError)) throw error;
    // What it costs to be left waiting, nobody knows.
    await settle(ends.aborted ? null : costOfAnswer(error.use, prices));
    deps.log.warn({ ...facts, failure: error.failure }, 'a model did not describe a post');
    return why[error.failure];
  }
}

/** A code for the server that holds for a day and that only this installation can make: it names nobody. */
async function codeOf({ dayKeys, clock }: BoundDeps, guildId: GuildId): Promise<string> {
  const key = await dayKeys.keyOf(guildId, dayAndHour(clock.now()).day);
  return createHmac('sha256', key).update(`model ${guildId}`).digest('base64url').slice(0, 22);
}

function look(post: string, proposed: ModelProposal): Looked {
  return { proposal: proposed, grounded: ground(post, proposed) };
}

/** The second answer, unless the first one has more that is faithful. */
function better(first: Looked, second: Looked): Looked {
  const [before, after] = [first, second].map(({ grounded, proposal: proposed }) =>
    isTooLittle(grounded, proposed)
      ? -1
      : grounded.summary.length + grounded.claims.length - leftOut(grounded),
  );
  return (after ?? 0) >= (before ?? 0) ? second : first;
}

/** How many statements are left out; one that is wrong in two ways counts once. */
export function leftOut({ dropped }: Grounded): number {
  return new Set(dropped.map(({ part, at }) => `${part} ${at}`)).size;
}
