import { describe, expect, it } from 'vitest';
import { proposes, usualUse, withoutResponses, writes, writingModel } from '../fakes/writing-model.ts';
import { analyzerAt, goOn, key, order, post, proposal } from './arranged-analyzer.ts';

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
