import { LLMock } from '@copilotkit/aimock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelClient } from '../../src/adapters/model/client.ts';
import { openAnalyzer } from '../../src/adapters/model/openai-analyzer.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';

const proposal = {
  summary: ['The post says that the bridge is closed.'],
  claims: [
    { quote: 'The bridge is closed.', gist: 'The post says that the bridge is closed.', kind: 'factual' },
  ],
};

/** An analyzer at a server that others wrote after OpenAI's. */
async function analyzerAtMock() {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  await mock.start();
  onTestFinished(async () => {
    await mock.stop();
  });
  const client = modelClient({ baseUrl: `${mock.url}/v1`, apiKey: 'none' });
  const named = { model: 'gpt-5-mini', provider: 'test' };
  return { mock, analyzer: openAnalyzer({ client, ...named, log: recordingLog().log }) };
}

const order = { post: 'The bridge is closed.', safetyIdentifier: 'a-code', complaints: [] };
const goOn = new AbortController().signal;

describe('an analyzer at a server of another hand', () => {
  it('is understood, and understands what comes back', async () => {
    const { mock, analyzer } = await analyzerAtMock();
    mock.onMessage(/The bridge is closed/, { content: JSON.stringify(proposal) });

    const proposed = await analyzer.propose(order, goOn);

    expect(proposed.proposal).toEqual(proposal);
    expect(proposed.use.input).toBeGreaterThan(order.post.length);
    expect(mock.getRequests().map(({ path }) => path)).toEqual(['/v1/responses']);
  });

  it('fails as it should when the server does', async () => {
    const { mock, analyzer } = await analyzerAtMock();
    mock.onMessage(/bridge/, { error: { message: 'no', type: 'invalid_request_error' }, status: 400 });

    await expect(analyzer.propose(order, goOn)).rejects.toMatchObject({ failure: 'refused' });
  });
});
