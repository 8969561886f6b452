import { describe, expect, it } from 'vitest';
import { modelClient } from '../../src/adapters/model/client.ts';
import { openAnalyzer } from '../../src/adapters/model/openai-analyzer.ts';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import {
  hangsUp,
  inTurn,
  proposes,
  type Reaction,
  sendJson,
  stalls,
  usualUse,
  type WritingModel,
  withoutResponses,
  writes,
  writingModel,
} from '../fakes/writing-model.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';

const key = 'sk-canary-of-the-key';
const post = 'The bridge costs 40 million euros. Nobody asked the ferrymen.';
const proposal: ModelProposal = {
  summary: ['The post says that the bridge costs 40 million euros.'],
  claims: [
    {
      quote: 'The bridge costs 40 million euros.',
      gist: 'The post says that the bridge costs 40 million euros.',
      kind: 'factual',
    },
  ],
};
const goOn = new AbortController().signal;
const noComplaints: readonly string[] = [];
const order = { post, safetyIdentifier: 'a-code', complaints: noComplaints };

function analyzerAt({ url }: Pick<WritingModel, 'url'>, restMs?: number) {
  const { log, said } = recordingLog();
  const client = modelClient({ baseUrl: url, apiKey: key });
  const named = { model: 'test-model', provider: 'test' };
  return {
    analyzer: openAnalyzer({ client, ...named, log, ...(restMs === undefined ? {} : { restMs }) }),
    said,
  };
}

async function failureAt(react: Reaction) {
  const { analyzer } = analyzerAt(await writingModel(react));
  return analyzer.propose(order, goOn).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('an analyzer over the wire', () => {
  it('sends the post as data, has nothing stored, names nobody and hands over no tools', async () => {
    const server = await writingModel(proposes(proposal));
    const { analyzer } = analyzerAt(server);

    const proposed = await analyzer.propose(order, goOn);

    expect(proposed).toEqual({ proposal, use: usualUse });
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/responses');
    expect(request?.authorization).toBe(`Bearer ${key}`);
    expect(Object.keys(request?.body ?? {}).sort()).toEqual(
      ['input', 'instructions', 'max_output_tokens', 'model', 'safety_identifier', 'store', 'text'].sort(),
    );
    expect(request?.body).toMatchObject({
      model: 'test-model',
      store: false,
      safety_identifier: 'a-code',
      text: { format: { type: 'json_schema', strict: true } },
    });
    expect(request?.body.instructions).not.toContain(post);
    expect(request?.body.input).toMatch(/^<<POST ([\w-]{16})>>\nThe bridge.*ferrymen\.\n<<END OF POST \1>>$/);
  });

  it('marks each post anew, so that none can be written around the mark', async () => {
    const server = await writingModel(proposes(proposal));
    const { analyzer } = analyzerAt(server);

    await analyzer.propose(order, goOn);
    await analyzer.propose(order, goOn);

    expect(server.requests[0]?.body.input).not.toBe(server.requests[1]?.body.input);
  });

  it('tells what was wrong with the answer before', async () => {
    const server = await writingModel(proposes(proposal));

    await analyzerAt(server).analyzer.propose({ ...order, complaints: ['Gist "x": mend it.'] }, goOn);

    expect(server.requests[0]?.body.input).toContain('- Gist "x": mend it.');
  });

  it('speaks to a server without the Responses API by Chat Completions, and looks for the former once', async () => {
    const server = await writingModel(withoutResponses(proposes(proposal)));
    const { analyzer } = analyzerAt(server);

    const first = await analyzer.propose(order, goOn);
    await analyzer.propose(order, goOn);

    expect(first).toEqual({ proposal, use: usualUse });
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v1/responses',
      '/v1/chat/completions',
      '/v1/chat/completions',
    ]);
    expect(server.requests[1]?.body).toMatchObject({
      store: false,
      safety_identifier: 'a-code',
      response_format: { type: 'json_schema' },
    });
    expect(server.requests[1]?.body).not.toHaveProperty('tools');
  });

  it.each([
    { text: `Here it is:\n\`\`\`json\n${JSON.stringify(proposal)}\n\`\`\``, why: 'words around the object' },
    { text: JSON.stringify(proposal).replaceAll('"', "'"), why: 'the wrong quotation marks' },
    { text: JSON.stringify(proposal).replaceAll(']', ',]'), why: 'a comma too much' },
  ])('reads an answer with $why', async ({ text }) => {
    const server = await writingModel(withoutResponses(writes(text)));

    const { proposal: read } = await analyzerAt(server).analyzer.propose(order, goOn);

    expect(read).toEqual(proposal);
  });

  it('tries again when a server fails in passing', async () => {
    const server = await writingModel(inTurn(sendJson(500, {}), sendJson(429, {}), proposes(proposal)));

    const proposed = await analyzerAt(server).analyzer.propose(order, goOn);

    expect(proposed.proposal).toEqual(proposal);
    expect(server.requests).toHaveLength(3);
  });

  const cases: readonly { why: string; react: Reaction; failure: string; costs: boolean }[] = [
    {
      why: 'is down',
      react: sendJson(503, { error: { message: `${key} ${post}` } }),
      failure: 'unreachable',
      costs: false,
    },
    { why: 'is over its rate', react: sendJson(429, {}), failure: 'unreachable', costs: false },
    { why: 'does not know the key', react: sendJson(401, {}), failure: 'unreachable', costs: false },
    { why: 'does not know the model', react: sendJson(404, {}), failure: 'unreachable', costs: false },
    { why: 'hangs up', react: hangsUp, failure: 'unreachable', costs: false },
    {
      why: 'does not take the request',
      react: sendJson(400, { error: { message: post } }),
      failure: 'refused',
      costs: false,
    },
    { why: 'refuses', react: writes('I will not.', 'refused'), failure: 'refused', costs: true },
    { why: 'filters', react: writes('', 'filtered'), failure: 'refused', costs: true },
    {
      why: 'is cut off',
      react: writes('{"summary": ["The post', 'cut-off'),
      failure: 'cut-off',
      costs: true,
    },
    { why: 'says nothing', react: writes(''), failure: 'unreadable', costs: true },
    {
      why: 'proposes nothing',
      react: proposes({ summary: [], claims: [] }),
      failure: 'unreadable',
      costs: true,
    },
    { why: 'speaks in prose', react: writes('The bridge is expensive.'), failure: 'unreadable', costs: true },
    {
      why: 'answers in another form',
      react: writes('{"summary": "text"}'),
      failure: 'unreadable',
      costs: true,
    },
    { why: 'sends no JSON', react: sendJson(200, '<html>'), failure: 'unreadable', costs: true },
  ];

  it.each(
    cases.flatMap((row) => [row, { ...row, why: `${row.why} (chat)`, react: withoutResponses(row.react) }]),
  )('fails with “$failure” when the server $why', async ({ react, failure, costs }) => {
    const error = await failureAt(react);

    expect(error).toMatchObject({ name: 'AnalyzerError', failure });
    expect((error as { use: { input: number } }).use.input > 0).toBe(costs);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/canary|bridge/);
  });

  it('ends at once when it is stopped, with the reason', async () => {
    const server = await writingModel(stalls);
    const { analyzer } = analyzerAt(server);
    const stopping = new AbortController();
    const proposing = analyzer.propose(order, stopping.signal);
    await server.asked(1);

    stopping.abort(new FootnoteError('work.stopped'));

    await expect(proposing).rejects.toMatchObject({ code: 'work.stopped' });
  });

  it('leaves a server alone that fails time after time, and asks it again later', async () => {
    const server = await writingModel(sendJson(401, {}));
    const { analyzer, said } = analyzerAt(server, 0);
    const resting = analyzerAt(server, 60_000).analyzer;
    const failing = (one: typeof analyzer) => one.propose(order, goOn).catch((error) => error.failure);

    for (let time = 0; time < 5; time += 1) expect(await failing(resting)).toBe('unreachable');
    const before = server.requests.length;
    expect(await failing(resting)).toBe('resting');
    expect(server.requests).toHaveLength(before);
    for (let time = 0; time < 5; time += 1) await failing(analyzer);
    server.react = proposes(proposal);

    expect(await analyzer.propose(order, goOn)).toMatchObject({ proposal });
    expect(said.map(({ message }) => message)).toEqual([
      'the model is left alone for a while',
      'the model answers again',
    ]);
  });

  it('goes on asking when single posts are refused, or members stop', async () => {
    const server = await writingModel(sendJson(400, {}));
    const { analyzer } = analyzerAt(server, 60_000);

    for (let time = 0; time < 7; time += 1) await analyzer.propose(order, goOn).catch(() => {});
    server.react = proposes(proposal);

    expect(await analyzer.propose(order, goOn)).toMatchObject({ proposal });
  });

  it('asks about a long post in parts, and never costs more than it said it might', async () => {
    const sentences = Array.from({ length: 500 }, (_, at) => `Sentence ${at} of the long post says little.`);
    const server = await writingModel(proposes(proposal));
    const { analyzer } = analyzerAt(server);
    const long = { ...order, post: sentences.join(' ') };

    const { use, proposal: merged } = await analyzer.propose(long, goOn);

    expect(server.requests).toHaveLength(2);
    const sent = server.requests.map(({ text }) => text).join('\n');
    for (const sentence of sentences) expect(sent).toContain(sentence);
    expect(merged).toEqual(proposal);
    expect(use).toEqual({ input: 2 * usualUse.input, output: 2 * usualUse.output });
    const atMost = analyzer.costAtMost(long);
    const bytes = server.requests.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0);
    expect(atMost.input).toBeGreaterThan(bytes * 0.9);
    expect(atMost.output).toBeGreaterThan(use.output);
  });
});
