import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../config/schema.ts';
import { type ErrorCode, FootnoteError } from '../../../src/core/errors.ts';
import { failureOf } from '../../../src/failure.ts';

describe('a command that failed', () => {
  it.each<{ code: ErrorCode; exitCode: 1 | 2; why: string }>([
    { code: 'usage', exitCode: 2, why: 'what was typed can be mended' },
    { code: 'dossier.invalid', exitCode: 2, why: 'so can a file' },
    { code: 'file.not-found', exitCode: 2, why: 'so can a path' },
    { code: 'query.empty', exitCode: 2, why: 'so can a question' },
    { code: 'discord.token-refused', exitCode: 2, why: 'so can a token' },
    { code: 'store.newer', exitCode: 1, why: 'the data is not to blame on what was typed' },
    { code: 'store.read-only', exitCode: 1, why: 'nor is the folder' },
    { code: 'store.unavailable', exitCode: 1, why: 'nor is the database' },
    { code: 'discord.unreachable', exitCode: 1, why: 'nor is the network' },
  ])('with $code ends with $exitCode: $why', ({ code, exitCode }) => {
    const parameters = {
      problem: 'Wrong.',
      problems: 'x',
      file: 'x',
      address: 'x',
      folder: 'x',
      reason: 'x',
    };

    const failure = failureOf(new FootnoteError(code, parameters));

    expect(failure.exitCode).toBe(exitCode);
    expect(failure.sentence).toMatch(/^[A-Z].*\.$/);
    expect(failure.sentence).not.toContain(code);
  });

  it('for its configuration says every problem, and ends with 2', () => {
    expect(failureOf(new ConfigError(['A: b', 'C: d']))).toEqual({
      sentence: 'The configuration needs mending. A: b; C: d.',
      exitCode: 2,
    });
  });

  it.each([new TypeError('first line\nsecond line'), 'thrown text', undefined])(
    'for an unknown reason says one line and ends with 1',
    (error) => {
      const { sentence, exitCode } = failureOf(error);

      expect(exitCode).toBe(1);
      expect(sentence).toMatch(/^Footnote stopped: .* report it with this line\.$/);
      expect(sentence).not.toContain('second line');
    },
  );
});
