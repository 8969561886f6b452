import { randomBytes } from 'node:crypto';
import type { ModelProposal } from '../../core/analysis/analysis.ts';
import { type TokenUse, totalUse } from '../../core/model-spend.ts';
import {
  type AnalysisOrder,
  type Analyzer,
  AnalyzerError,
  type AnalyzerFailure,
} from '../../ports/analyzer.ts';
import type { Log } from '../../ports/log.ts';
import { isBrokenCircuitError, leavingAlone, usualRestMs } from './circuit-breaker.ts';
import { type ModelClient, ModelServerError } from './client.ts';
import { mergedProposals, partsOf } from './post-parts.ts';
import { instructionsFor, orderText, promptVersion } from './prompt.ts';
import { proposalIn } from './read-proposal.ts';
import { mostOutputTokens, type WrittenAnswer, type WrittenOrder, writingTo } from './written-answer.ts';

/** What the form of the answer and the frame of a request cost at most, in tokens. */
const frameTokens = 1_000;

export type AnalyzerOptions = {
  readonly client: ModelClient;
  readonly model: string;
  readonly provider: string;
  readonly log: Log;
  /** 30 seconds by default. */
  readonly restMs?: number;
};

/** What came of one part of a post. */
type OfPart =
  | { readonly use: TokenUse; readonly proposal: ModelProposal }
  | { readonly use: TokenUse; readonly failure: AnalyzerFailure };

/** An analyzer over OpenAI, or over a server compatible with it. */
export function openAnalyzer(options: AnalyzerOptions): Analyzer {
  const { client, model, provider, log, restMs = usualRestMs } = options;
  const writing = writingTo(client);
  const breaker = leavingAlone({ kind: 'model', model, log, restMs, counts: isOfServer });

  const write = (order: WrittenOrder, stop: AbortSignal) =>
    breaker.execute(async () => {
      try {
        return await writing.write(order, stop);
      } catch (error) {
        // A member who stops the work says nothing about the server; one whose patience has run out does.
        stop.throwIfAborted();
        throw error;
      }
    });

  return {
    model,
    provider,
    promptVersion,
    costAtMost: (order) => totalUse(ordersOf(model, order).map(mostUse)),
    async propose(order, stop) {
      stop.throwIfAborted();
      const parts = await Promise.all(
        ordersOf(model, order).map((part) => ofPart(part, () => write(part, stop))),
      );
      stop.throwIfAborted();
      const use = totalUse(parts.map((part) => part.use));
      const proposals = parts.map((part) => {
        if ('failure' in part) throw new AnalyzerError(part.failure, use);
        return part.proposal;
      });
      return { proposal: mergedProposals(proposals), use };
    },
  };
}

function ordersOf(
  model: string,
  { post, complaints, safetyIdentifier }: AnalysisOrder,
): readonly WrittenOrder[] {
  const parts = partsOf(post);
  return parts.map((part) => ({
    model,
    instructions: instructionsFor(parts.length),
    text: orderText(part, complaints, randomBytes(12).toString('base64url')),
    safetyIdentifier,
  }));
}

/** No token is shorter than a byte: so much a request costs at most. */
function mostUse({ instructions, text }: WrittenOrder): TokenUse {
  return {
    input: Buffer.byteLength(instructions) + Buffer.byteLength(text) + frameTokens,
    output: mostOutputTokens,
  };
}

async function ofPart(order: WrittenOrder, write: () => Promise<WrittenAnswer>): Promise<OfPart> {
  try {
    const { text, end, use: reported } = await write();
    const use = reported ?? { ...mostUse(order), output: Buffer.byteLength(text) };
    if (end !== 'complete') return { use, failure: end };
    const proposal = proposalIn(text);
    return proposal === null ? { use, failure: 'unreadable' } : { use, proposal };
  } catch (error) {
    const failure = failureOf(error);
    // A server that was too slow, or said something odd, may have done the work.
    const costs = failure === 'too-slow' || failure === 'unreadable';
    return { use: costs ? mostUse(order) : { input: 0, output: 0 }, failure };
  }
}

function failureOf(error: unknown): AnalyzerFailure {
  if (isBrokenCircuitError(error)) return 'resting';
  if (!(error instanceof ModelServerError)) return 'unreadable';
  // A key or a model that the server does not know is for the operator to mend; the model has refused nothing.
  return error.failure === 'refused' && !isAboutRequest(error) ? 'unreachable' : error.failure;
}

/** Whether an error tells of the server, so that the next request will fail as well. */
function isOfServer(error: unknown): boolean {
  return error instanceof AnalyzerError || (error instanceof ModelServerError && !isAboutRequest(error));
}

/** Bad request, too large, unprocessable: another post may do. */
function isAboutRequest({ status }: ModelServerError): boolean {
  return status === 400 || status === 413 || status === 422;
}
