import { expect, it } from 'vitest';
import { robotsOf } from '../../../../src/adapters/web/robots.ts';
import { fakeClock } from '../../../fakes/fake-clock.ts';

const never = new AbortController().signal;

async function rulesIn(text: string) {
  const answer = { came: 'answer', status: 200, location: null, contentType: null } as const;
  const body = new TextEncoder().encode(text);
  const robots = robotsOf(fakeClock(), 0, (_url, bytes) =>
    Promise.resolve({ ...answer, body: body.subarray(0, bytes) }),
  );
  return robots.rulesFor(new URL('https://site.test/'), never);
}

it('reads rules that were made to take long in well under a second for an address', async () => {
  const rules = await rulesIn(
    `User-agent: *\nDisallow: /private\n${'Disallow: /*a*a*a*a*a*a*a*b\n'.repeat(18_000)}`,
  );
  const address = new URL(`https://site.test/${'a'.repeat(480)}`);

  const startedMs = performance.now();
  const allowed = rules.known && rules.allows(address);
  const tookMs = performance.now() - startedMs;

  expect(allowed).toBe(true);
  expect(tookMs).toBeLessThan(400);
});

it('keeps to rules with stars, and to plain ones behind too many of them', async () => {
  const many = 'Disallow: /*a*a*a*a*a*a*a*b\n'.repeat(5_000);
  const rules = await rulesIn(`User-agent: *\nDisallow: /*.pdf\n${many}Disallow: /private\n`);

  const allowed = ['/report.pdf', '/private/page', '/open'].map(
    (path) => rules.known && rules.allows(new URL(path, 'https://site.test')),
  );

  expect(allowed).toEqual([false, false, true]);
});
