import { modelClient } from '../../src/adapters/model/client.ts';
import { openAnalyzer } from '../../src/adapters/model/openai-analyzer.ts';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';
import type { WritingModel } from '../fakes/writing-model.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';

export const key = 'sk-canary-of-the-key';
export const post = 'The bridge costs 40 million euros. Nobody asked the ferrymen.';
export const proposal: ModelProposal = {
  summary: ['The post says that the bridge costs 40 million euros.'],
  claims: [
    {
      quote: 'The bridge costs 40 million euros.',
      gist: 'The post says that the bridge costs 40 million euros.',
      kind: 'factual',
    },
  ],
};
export const goOn = new AbortController().signal;
const noComplaints: readonly string[] = [];
export const order = { post, safetyIdentifier: 'a-code', complaints: noComplaints };

/** An analyzer that asks this server, and what it logs. */
export function analyzerAt({ url }: Pick<WritingModel, 'url'>, restMs?: number) {
  const { log, said } = recordingLog();
  const client = modelClient({ baseUrl: url, apiKey: key });
  const named = { model: 'test-model', provider: 'test' };
  return {
    analyzer: openAnalyzer({ client, ...named, log, ...(restMs === undefined ? {} : { restMs }) }),
    said,
  };
}
