import { expect, test } from 'vitest';
import { remembering } from '../../../src/core/matching/remembering.ts';

test('what is asked for again and again is made once, however much else comes by', () => {
  const made: string[] = [];
  const shout = remembering(4, (text) => {
    made.push(text);
    return text.toUpperCase();
  });

  for (let at = 0; at < 50; at += 1) {
    expect(shout('often')).toBe('OFTEN');
    expect(shout(`once ${at}`)).toBe(`ONCE ${at}`);
  }

  expect(made.filter((text) => text === 'often')).toHaveLength(1);
});

test('what has not been asked for in a while is made anew', () => {
  let made = 0;
  const length = remembering(4, (text) => {
    made += 1;
    return [text.length];
  });

  for (const text of ['a', 'b', 'c', 'd', 'e', 'a']) length(text);

  expect(made).toBe(6);
});
