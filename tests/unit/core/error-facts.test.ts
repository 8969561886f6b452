import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorFacts } from '../../../src/core/error-facts.ts';
import { FootnoteError } from '../../../src/core/errors.ts';

const canary = 'kanarienvogel 4711';

describe('what a log says of an error', () => {
  it.each([
    { error: new Error(canary), why: 'its message' },
    { error: new Error(`x\n    at ${canary} (a.ts:1:1)`), why: 'a message that looks like a stack trace' },
    { error: new Error('x', { cause: new Error(canary) }), why: 'the message of its cause' },
    { error: new Error('x', { cause: canary }), why: 'a cause that is a text' },
    {
      error: Object.assign(new Error('x'), { code: canary, status: canary }),
      why: 'a text where a code belongs',
    },
    { error: Object.assign(new Error('x'), { name: canary }), why: 'a text where a name belongs' },
    {
      error: Object.assign(new Error('x'), { url: `https://discord.com/api/${canary}` }),
      why: 'the address of a request',
    },
    { error: Object.assign(new Error('x'), { requestBody: { json: canary } }), why: 'the body of a request' },
    { error: new FootnoteError('dossier.unknown', { dossier: canary }), why: 'the parameters of a sentence' },
    { error: canary, why: 'a text that was thrown' },
    { error: { message: canary }, why: 'an object that was thrown' },
  ])('never holds $why', ({ error }) => {
    expect(JSON.stringify(errorFacts(error))).not.toContain('kanarienvogel');
  });

  it('never holds a message, whatever it is', () => {
    const messages = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => `${text}\n at ${canary}\n${text}`);

    fc.assert(
      fc.property(messages, (message) => {
        expect(JSON.stringify(errorFacts(new TypeError(message)))).not.toContain('kanarienvogel');
      }),
    );
  });

  it('names the error, its code and status, and where it arose', () => {
    const facts = errorFacts(
      Object.assign(new RangeError('x'), { code: 'ECONNRESET', status: 503, errno: -104 }),
    );

    expect(facts).toMatchObject({ name: 'RangeError', code: 'ECONNRESET', status: '503', errno: '-104' });
    expect(facts['frames']).toEqual(expect.arrayContaining([expect.stringContaining('error-facts.test.ts')]));
  });

  it('keeps the code of an expected failure', () => {
    expect(errorFacts(new FootnoteError('store.unavailable'))).toMatchObject({
      name: 'FootnoteError',
      code: 'store.unavailable',
    });
  });

  it('ends even when errors cause each other', () => {
    const first = new Error('a');
    first.cause = new Error('b', { cause: first });

    expect(() => JSON.stringify(errorFacts(first))).not.toThrow();
  });
});
