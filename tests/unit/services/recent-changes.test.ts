import { describe, expect, it } from 'vitest';
import { ChannelId, MessageId } from '../../../src/core/ids.ts';
import { rememberChanges } from '../../../src/services/recent-changes.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const message = (number: number) => MessageId.parse(String(100_000_000_000_000_000n + BigInt(number)));
const channel = ChannelId.parse('200000000000000001');

describe('what was deleted a moment ago', () => {
  it('is known by message and by channel', () => {
    const deleted = rememberChanges(fakeClock());

    deleted.note([message(1)]);
    deleted.note([channel]);

    expect(deleted.has(message(1))).toBe(true);
    expect(deleted.has(message(2), channel)).toBe(true);
    expect(deleted.has(message(2))).toBe(false);
  });

  it('is known as long as a form may be open', () => {
    const clock = fakeClock();
    const deleted = rememberChanges(clock);
    deleted.note([message(1)]);

    clock.advance(15 * 60_000 - 1);
    expect(deleted.has(message(1))).toBe(true);
    clock.advance(1);
    expect(deleted.has(message(1))).toBe(false);
  });

  it('is told apart from what was deleted before a moment', () => {
    const clock = fakeClock();
    const deleted = rememberChanges(clock);
    const before = clock.now() - 1;
    deleted.note([message(1)]);

    expect(deleted.hasSince(message(1), before)).toBe(true);
    expect(deleted.hasSince(message(1), clock.now())).toBe(false);
    expect(deleted.hasSince(message(2), before)).toBe(false);
  });

  it('is forgotten from the oldest on when there is more than 5,000 of it', () => {
    const deleted = rememberChanges(fakeClock());
    for (let number = 0; number < 5_000; number += 1) deleted.note([message(number)]);

    deleted.note([message(0)]);
    deleted.note([message(5_000)]);

    expect(deleted.has(message(0))).toBe(true);
    expect(deleted.has(message(1))).toBe(false);
    expect(deleted.has(message(2))).toBe(true);
  });
});
