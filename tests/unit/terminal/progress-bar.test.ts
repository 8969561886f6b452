import { expect, it } from 'vitest';
import { progressBar } from '../../../src/terminal/progress-bar.ts';

it.each([
  { done: 0, total: 10, bar: '\r[..............................] 0 %' },
  { done: 5, total: 10, bar: '\r[###############...............] 50 %' },
  { done: 999, total: 1_000, bar: '\r[#############################.] 99 %' },
  { done: 10, total: 10, bar: '\r[##############################] 100 %\n' },
  { done: 0, total: 0, bar: '\r[##############################] 100 %\n' },
])('$done of $total is as long a bar, and its line ends with the last', ({ done, total, bar }) => {
  expect(progressBar(done, total)).toBe(bar);
});
