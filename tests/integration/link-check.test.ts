import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/core/dossier-export.ts';
import { GuildId } from '../../src/core/ids.ts';
import type { Web } from '../../src/ports/web.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { nearWeb, never } from '../fakes/near-web.ts';
import { leadingNowhere, pages, redirect, type SomeSite, someSite, status } from '../fakes/some-site.ts';
import { publish, type RunningBot, runningBot, textOf } from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);
const dayMs = 24 * 3_600_000;

/** The example with the first claim's sources at two pages of a site. */
function documentAbout(site: SomeSite, first: string, second: string) {
  const document = toDocument(exampleDossier());
  const [claim, ...others] = document.claims;
  if (claim === undefined) throw new RangeError('the example has a claim');
  const addresses = [site.at(first), site.at(second)];
  const notes = claim.notes.map((note) =>
    note.type === 'source' ? { ...note, url: addresses.shift() ?? note.url } : note,
  );
  return { ...document, claims: [{ ...claim, notes }, ...others] };
}

/** The web on this machine; whatever the shipped dossier names allows no look. */
function harbourWeb(): Web {
  const web = nearWeb();
  return {
    check: (url, stop) =>
      url.includes('harbour') ? web.check(url, stop) : Promise.resolve({ found: 'blocked' }),
    readPage: web.readPage,
  };
}

/** Looks at everything that is due. */
async function lookAtAll({ app }: RunningBot, web: Pick<Web, 'check'>): Promise<void> {
  while ((await app.services.checkLinks(web, never)).looked > 0);
}

/** Waits until so many rounds of looks are over. */
function roundsOf({ log }: RunningBot, rounds: number): Promise<void> {
  const logged = () => log.filter((line) => line.includes('links of sources looked at')).length;
  return expect.poll(logged, { interval: 5, timeout: 30_000 }).toBe(rounds);
}

async function claimCardOf(bot: RunningBot): Promise<string> {
  const answer = await bot.discord.as(ids.mia).slash('claim show', { id: 'ferry-timetable/c01' });
  return textOf(answer.message);
}

describe('the link check', () => {
  it('looks at the sources of a dossier by itself, and the card says what it found', async () => {
    const clock = fakeClock();
    const site = await someSite(
      pages({ '/survey': redirect(301, '/surveys/1'), '/surveys/1': status(200), '/fridays': status(200) }),
    );
    const bot = await runningBot({ clock, web: harbourWeb(), environment: { LINK_CHECK: 'on' } });
    await roundsOf(bot, 1);
    await publish(bot, guildId, documentAbout(site, '/survey', '/fridays'));
    expect(await claimCardOf(bot)).toContain('link not checked yet');

    clock.advance(300_000);
    await roundsOf(bot, 2);

    const card = await claimCardOf(bot);
    expect(card).toContain('link checked on March 2, 2026: moved to harbour');
    expect(card).toMatch(/link checked on March 2, 2026$/m);
    expect(card).not.toContain('not checked yet');
  });

  it('calls a link dead once it is missing a day later, and alive when it is there again', async () => {
    const clock = fakeClock();
    let there = false;
    const site = await someSite((request, response) =>
      status(request.url === '/survey' && there ? 200 : 404)(request, response),
    );
    const bot = await runningBot({ clock });
    const web = harbourWeb();
    await publish(bot, guildId, documentAbout(site, '/survey', '/fridays'));

    await lookAtAll(bot, web);
    clock.advance(60_000);
    expect(await claimCardOf(bot)).not.toContain('dead');
    clock.advance(dayMs);
    await lookAtAll(bot, web);
    expect(await claimCardOf(bot)).toMatch(
      /link dead since March 2, 2026[\s\S]*link dead since March 2, 2026/,
    );
    expect(await bot.app.services.countLinks()).toMatchObject({ dead: 2 });
    there = true;
    clock.advance(3 * dayMs);
    await lookAtAll(bot, web);

    const card = await claimCardOf(bot);
    expect(card).toContain('link checked on March 6, 2026');
    expect(card).toContain('link dead since March 2, 2026');
  });

  it('sees what another process found', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const document = toDocument(exampleDossier());
    await publish(bot, guildId, document);
    await claimCardOf(bot);

    await bot.inDatabase(async ({ links }) => {
      const due = await links.due(clock.now(), 50);
      await links.save(
        due.map((check) => ({ ...check, state: 'blocked', checkedAt: clock.now(), changedAt: clock.now() })),
      );
      await links.announce();
    });
    clock.advance(60_000);

    const card = await claimCardOf(bot);
    expect(card).toContain('link could not be checked: the site does not allow it');
    expect(card).toContain('link last checked: February 1, 2026');
  });

  it('looks at each link once a week, and at none that another process is looking at', async () => {
    const clock = fakeClock();
    const site = await someSite(status(200));
    const web = harbourWeb();
    const bot = await runningBot({ clock });
    await publish(bot, guildId, documentAbout(site, '/survey', '/fridays'));
    const { checkLinks } = bot.app.services;
    const pagesAsked = () => site.asked.filter((line) => line.startsWith('HEAD')).length;

    await Promise.all([checkLinks(web, never), checkLinks(web, never)]);
    expect(pagesAsked()).toBe(2);
    await lookAtAll(bot, web);
    clock.advance(7 * dayMs - 1);
    await checkLinks(web, never);
    expect(pagesAsked()).toBe(2);
    clock.advance(1);
    expect(await checkLinks(web, never)).toMatchObject({ looked: 2, news: 2 });

    expect(pagesAsked()).toBe(4);
  });

  it('keeps what it found when it is stopped, and looks at the rest later', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await publish(bot, guildId, toDocument(exampleDossier()));
    const stopping = new AbortController();
    const web: Pick<Web, 'check'> = {
      check(url, stop) {
        if (url.includes('harbour')) return Promise.resolve({ found: 'alive' });
        stopping.abort();
        return Promise.resolve(stop.aborted ? null : { found: 'alive' });
      },
    };

    await bot.app.services.checkLinks(web, stopping.signal);

    const due = await bot.inDatabase(({ links }) => links.due(clock.now(), 1_000));
    const known = await bot.inDatabase(({ links }) => links.of(['https://harbour.example/survey']));
    expect(due.map(({ url }) => url)).toContain('https://union.example/fridays');
    expect([...known.values()]).toMatchObject([{ state: 'alive' }]);
  });

  it('calls nothing dead from a machine that finds no host at all', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const offline = nearWeb({ lookup: leadingNowhere('ENOTFOUND') });
    await publish(bot, guildId, toDocument(exampleDossier()));

    for (const _ of Array(5)) {
      await lookAtAll(bot, offline);
      clock.advance(dayMs);
    }

    expect(await bot.app.services.countLinks()).toMatchObject({ dead: 0 });
  });

  it('calls a link whose host is gone dead where another page is reached on both days, looked at for that alone', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const asked: string[] = [];
    const web: Pick<Web, 'check'> = {
      check(url) {
        asked.push(url);
        return Promise.resolve({ found: url.includes('union') ? 'no-host' : 'alive' });
      },
    };
    await publish(bot, guildId, toDocument(exampleDossier()));

    await lookAtAll(bot, web);
    clock.advance(dayMs);
    asked.length = 0;
    await lookAtAll(bot, web);

    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe('https://union.example/fridays');
    expect(await claimCardOf(bot)).toContain('link dead since March 2, 2026');
  });

  it('asks nothing of anybody when it is turned off', async () => {
    const clock = fakeClock();
    const site = await someSite(status(200));
    const bot = await runningBot({ clock, web: harbourWeb() });
    await publish(bot, guildId, documentAbout(site, '/survey', '/fridays'));

    clock.advance(dayMs);
    await claimCardOf(bot);

    expect(site.asked).toEqual([]);
  });

  it('forgets what no dossier names any more', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const url = 'https://nobody.example/';
    await bot.inDatabase(async ({ links }) => {
      const [check] = await links.due(clock.now(), 1);
      if (check !== undefined) await links.save([{ ...check, url }]);
    });

    expect(await bot.app.services.forgetOldData()).toMatchObject({ links: 1 });

    expect(await bot.inDatabase(({ links }) => links.of([url]))).toEqual(new Map());
  });
});
