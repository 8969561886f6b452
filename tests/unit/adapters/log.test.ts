import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../../src/adapters/log.ts';

const canary = 'kanarienvogel-4711';

function opened(level = 'debug') {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: openLog(level, destination), lines };
}

describe('a log line', () => {
  it('is one line of JSON with the facts, the sentence, level and time', () => {
    const { log, lines } = opened();

    log.info({ guildId: '1', tookMs: 12 }, 'claim looked up');

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      guildId: '1',
      tookMs: 12,
      msg: 'claim looked up',
    });
  });

  const secret = ['token', 'authorization', 'content', 'text', 'query', 'memberId', 'userId', 'apiKey'];

  it.each(secret)('never holds a %s, however deep it lies', (key) => {
    const { log, lines } = opened();

    log.error({ [key]: canary }, 'a');
    log.warn({ request: { [key]: canary } }, 'b');
    log.info({ request: { headers: { [key]: canary } } }, 'c');
    log.debug({ list: [{ [key]: canary }] }, 'd');
    log.info({ [key]: { deep: canary } }, 'e');

    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toContain(canary);
    expect(lines.join('').match(/\[removed\]/g)).toHaveLength(5);
  });

  it.each(['err', 'error'])('tells nothing of an error under "%s" but where it arose', (key) => {
    const { log, lines } = opened();

    log.error(
      { [key]: Object.assign(new Error(canary, { cause: new Error(canary) }), { url: canary }) },
      'failed',
    );

    expect(lines.join('')).not.toContain(canary);
    expect(JSON.parse(lines[0] ?? '')[key]).toMatchObject({ name: 'Error', frames: expect.any(Array) });
  });

  it.each([
    { level: 'silent', written: 0 },
    { level: 'error', written: 1 },
    { level: 'warn', written: 2 },
    { level: 'info', written: 3 },
    { level: 'debug', written: 4 },
  ])('is left out below the level: $level writes $written of four', ({ level, written }) => {
    const { log, lines } = opened(level);

    for (const write of [log.debug, log.info, log.warn, log.error]) write({}, 'a');

    expect(lines).toHaveLength(written);
  });
});
