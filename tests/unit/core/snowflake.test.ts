import { describe, expect, it } from 'vitest';
import { shardOf } from '../../../src/core/snowflake.ts';

describe('the connection that serves a server', () => {
  it.each([
    { id: '197038439483310086', count: 1, shard: 0, why: 'there is one alone' },
    { id: String(5n << 22n), count: 4, shard: 1, why: 'the time in the id decides' },
    { id: String((5n << 22n) + 4_194_303n), count: 4, shard: 1, why: 'the bits below it do not' },
    { id: String(8n << 22n), count: 4, shard: 0, why: 'it begins anew after the last' },
  ])('of $count is number $shard: $why', ({ id, count, shard }) => {
    expect(shardOf(id, count)).toBe(shard);
  });
});
