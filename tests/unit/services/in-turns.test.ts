import { describe, expect, test } from 'vitest';
import type { InPieces } from '../../../src/core/in-pieces.ts';
import { inTurns } from '../../../src/services/in-turns.ts';

function* threePieces(log: string[]): InPieces<string> {
  for (const piece of ['first', 'second']) {
    log.push(piece);
    yield;
  }
  log.push('third');
  return 'done';
}

describe('inTurns', () => {
  test('returns what the work returns, and lets others have their turn between its pieces', async () => {
    const log: string[] = [];
    const other = new Promise<void>((resolve) => {
      setImmediate(() => {
        log.push('another');
        resolve();
      });
    });

    const [result] = await Promise.all([inTurns(threePieces(log)), other]);

    expect(result).toBe('done');
    expect(log).toEqual(['first', 'another', 'second', 'third']);
  });

  test('fails as the work does', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first piece ends.
    function* failing(): InPieces<never> {
      throw new Error('not today');
    }

    await expect(inTurns(failing())).rejects.toThrow('not today');
  });
});
