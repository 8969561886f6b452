import { expect, it } from 'vitest';
import { fitted } from '../../../src/cards/digest-size.ts';

it.each([
  { claims: 5, lines: 3 },
  { claims: 5, lines: 2 },
])('gives up claims and lines before the words of questions: $claims claims, $lines lines', (room) => {
  const size = fitted(
    false,
    (each) => each,
    ({ claims, lines }) => claims <= room.claims && lines <= room.lines,
  );

  expect(size).toMatchObject({ ...room, chars: 40 });
});
