import type { Analysis } from '../../core/analysis/analysis.ts';
import { analyzeExtractively } from '../../core/analysis/analyze.ts';
import { isTooLittle } from '../../core/analysis/ground.ts';
import type { GuildId, UserId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { askModel, leftOut, type Without } from './ask-model.ts';
import { modelOf } from './model-of.ts';

/** What is being done, in this order; without a model it is over before anybody could read it. */
export const analysisSteps = ['reading', 'finding', 'checking'] as const;
export type AnalysisStep = (typeof analysisSteps)[number];

/** An analysis, and what happened on the way. */
export type AnalyzedPost = {
  readonly analysis: Analysis;
  /** Why it is made of the post's own sentences; null where a model proposed it. */
  readonly without: Without | null;
  /** How many statements of a model were left out, because the post does not make them. */
  readonly dropped: number;
};

/** Whose post is analysed for whom, and how the waiting member is kept up to date. */
export type AnalysisRequest = {
  readonly guildId: GuildId;
  readonly memberId: UserId;
  /** Whether it is for a draft: that is work for the server, and no part of the member's share of the model. */
  readonly forDraft: boolean;
  /** Not one of a member who opted out: whoever calls has looked. */
  readonly post: string;
  onStep(step: AnalysisStep): void;
  /** Ends the work; then rejects with its reason. */
  readonly stop: AbortSignal;
};

/**
 * What a post says: by the model where there is one, the server's admins have consented to it, the budget holds it and the member has
 * not spent their share, as far as the post bears it out; else by the post's own sentences.
 */
export async function analyzePost(deps: BoundDeps, request: AnalysisRequest): Promise<AnalyzedPost> {
  const { guildId, post, onStep, stop } = request;
  const memberId = request.forDraft ? null : request.memberId;
  const byRules = (without: Without, dropped = 0): AnalyzedPost => {
    stop.throwIfAborted();
    return { analysis: analyzeExtractively(post), without, dropped };
  };
  const analyzer = await modelOf(deps, guildId);
  if (typeof analyzer === 'string') return byRules(analyzer);

  const asked = await askModel(deps, analyzer, { guildId, memberId, post, onStep, stop });
  if (typeof asked === 'string') return byRules(asked);
  const { grounded, proposal } = asked;
  const dropped = leftOut(grounded);
  if (isTooLittle(grounded, proposal)) return byRules('ungrounded', dropped);
  stop.throwIfAborted();
  const { summary, claims } = grounded;
  const analyst = { by: 'model', model: analyzer.model } as const;
  return { analysis: { analyst, summary, claims }, without: null, dropped };
}
