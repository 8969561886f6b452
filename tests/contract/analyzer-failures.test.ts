import { describe, expect, it } from 'vitest';
import { FootnoteError } from '../../src/core/errors.ts';
import {
  hangsUp,
  inTurn,
  proposes,
  type Reaction,
  sendJson,
  stalls,
  withoutResponses,
  writes,
  writingModel,
} from '../fakes/writing-model.ts';
import { analyzerAt, goOn, key, order, post, proposal } from './arranged-analyzer.ts';

async function failureAt(react: Reaction) {
  const { analyzer } = analyzerAt(await writingModel(react));
  return analyzer.propose(order, goOn).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('an analyzer whose server fails it', () => {
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
});
