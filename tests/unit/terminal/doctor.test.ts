import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { permissionBits } from '../../../src/core/access.ts';
import { neededPermissions } from '../../../src/terminal/doctor.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

it('looks for exactly what the invite link of the README grants', () => {
  const [, number = ''] = /[?&]permissions=(\d+)/.exec(readme) ?? [];
  const bits = neededPermissions.map(({ permission }) => permissionBits[permission]);

  expect(BigInt(number)).toBe(bits.reduce((all, bit) => all | bit, 0n));
});

it.each(neededPermissions)('the README says why “$name” is needed', ({ name }) => {
  expect(readme).toMatch(new RegExp(`\\| ${name} \\| \\w`));
});
