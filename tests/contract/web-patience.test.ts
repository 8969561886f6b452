import { describe, expect, it } from 'vitest';
import { fakeClock } from '../fakes/fake-clock.ts';
import { nearWeb, never } from '../fakes/near-web.ts';
import { pages, someSite, status } from '../fakes/some-site.ts';

describe('a reader who has no more patience', () => {
  it('is let go at once while a site rests, and nothing is left behind', async () => {
    const clock = fakeClock();
    const stopping = new AbortController();
    const asked = Promise.withResolvers<void>();
    const site = await someSite((request, response) => {
      status(404)(request, response);
      response.on('finish', () => asked.resolve());
    });

    const web = nearWeb({ clock, restMs: 5_000 });
    const reading = web.readPage(site.at('/page'), stopping.signal);
    await asked.promise;
    await expect.poll(() => clock.timers(), { interval: 5 }).toBe(1);
    stopping.abort(new Error('enough'));

    await expect(reading).rejects.toThrow('enough');
    expect(site.asked).toHaveLength(1);
    expect(clock.timers()).toBe(0);
  });

  it('takes nothing from another who waits for the rules of the same site', async () => {
    const stopping = new AbortController();
    let silent = true;
    const asked = Promise.withResolvers<void>();
    const site = await someSite((request, response) => {
      if (silent) asked.resolve();
      else
        pages({ '/page': (_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end() })(
          request,
          response,
        );
    });
    const web = nearWeb();

    const impatient = web.readPage(site.at('/page'), stopping.signal);
    const patient = web.readPage(site.at('/page'), never);
    await asked.promise;
    silent = false;
    stopping.abort(new Error('enough'));

    await expect(impatient).rejects.toThrow('enough');
    expect(await patient).toMatchObject({ found: 'page' });
  });
});
