import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { nearWeb } from '../fakes/near-web.ts';
import { pages, redirect, type SomeSite, someSite, status } from '../fakes/some-site.ts';
import { added, claimOn, desk, fill, memberReads, onDesk, publishedAnyway, stored } from './editor-scene.ts';
import { moderator, soon } from './moderating.ts';
import { buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

const html = `<meta property="og:site_name" content="Harbour Gazette"><meta name="date" content="2020-03-04">
  <title>Bridge *closed* | Harbour Gazette</title>`;

/** A bot with a draft, whose web leads to a site on this machine. */
async function botWithSite(clock?: Clock): Promise<{ readonly bot: RunningBot; readonly site: SomeSite }> {
  const site = await someSite(
    pages({
      '/bridge': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
      '/moved': redirect(301, '/bridge'),
      '/empty': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(),
      '/closed': status(403),
      '/film': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(),
      '/silent': () => {},
    }),
  );
  const ownClock = clock ? { clock } : {};
  const web = nearWeb({ ...ownClock, timeoutMs: 60_000 });
  const bot = await runningBot({ web, ...ownClock });
  await added(bot);
  return { bot, site };
}

const openClaim = async (bot: RunningBot) => claimOn(bot, await desk(bot));

/** What a moderator sees of a source whose address they have given. */
async function proposed(bot: RunningBot, address: string) {
  return fill(bot, await openClaim(bot), 'Add a source', { address });
}

const sourcesOf = async (bot: RunningBot) => (await onDesk(bot)).claims[0]?.notes ?? [];

describe('a source by its address', () => {
  it('is proposed with publisher, headline, date and an archived copy, and taken only as it is sent', async () => {
    const { bot, site } = await botWithSite();
    const url = site.at('/bridge');

    const proposal = await proposed(bot, ` <${url}> `);
    expect(textOf(proposal)).toContain('**Publisher** Harbour Gazette');
    expect(textOf(proposal)).toContain('Bridge \\*closed\\*');
    expect(textOf(proposal)).toContain('**Date** March 4, 2020');
    expect(textOf(proposal)).toContain(`(https://web.archive.org/web/${url})`);
    expect(await sourcesOf(bot)).toEqual([]);
    const form = await moderator(bot).press(proposal, 'Write the note');
    expect(JSON.stringify(form.modal)).toContain('"value":"Bridge *closed*"');
    const card = await moderator(bot).submit(form, { text: 'It says so.', stance: ['supports'] });

    expect(textOf(card.message)).toContain('Changed. Members see it once you publish.');
    expect(await sourcesOf(bot)).toEqual([
      expect.objectContaining({
        type: 'source',
        url,
        publisher: 'Harbour Gazette',
        title: 'Bridge *closed*',
        date: '2020-03-04',
        stance: 'supports',
        lastChecked: null,
      }),
    ]);
  });

  it('is shown to members once it is published, and not before', async () => {
    const { bot, site } = await botWithSite();
    await publishedAnyway(bot, await desk(bot));
    const shown = () => memberReads(bot, 'claim show', { id: 'bridge-costs/c01' });
    const proposal = await proposed(bot, site.at('/moved'));
    await fill(bot, proposal, 'Write the note', { text: 'It says so.', stance: ['contradicts'] });

    expect(await shown()).not.toContain('Harbour Gazette');
    await publishedAnyway(bot, await desk(bot));

    expect(await shown()).toContain('Harbour Gazette');
    expect(await shown()).toContain('It says so.');
    expect(await shown()).toContain(site.at('/bridge'));
    expect((await stored(bot))?.claims[0]?.notes).toMatchObject([{ url: site.at('/bridge') }]);
  });

  it.each([
    { path: '/gone', says: 'There is no such page there' },
    { path: '/closed', says: 'This site does not let Footnote read its pages' },
    { path: '/film', says: 'This is no web page' },
  ])('is written down by hand when $path cannot be read', async ({ path, says }) => {
    const { bot, site } = await botWithSite();

    const proposal = await proposed(bot, site.at(path));
    const byHand = {
      text: 'I saw it.',
      stance: ['partly'],
      publisher: 'The Union',
      headline: '',
      date: '2019',
    };
    await fill(bot, proposal, 'Write the note', byHand);

    expect(textOf(proposal)).toContain(says);
    expect(textOf(proposal)).not.toContain('**Publisher**');
    expect(await sourcesOf(bot)).toMatchObject([
      { publisher: 'The Union', title: null, date: '2019', url: site.at(path) },
    ]);
  });

  it('is unknown in what its page does not say', async () => {
    const { bot, site } = await botWithSite();

    const proposal = textOf(await proposed(bot, site.at('/empty')));

    expect(proposal).toContain('**Publisher** harbour.example');
    expect(proposal).toContain('**Headline** unknown');
    expect(proposal).toContain('**Date** unknown');
  });

  it('is waited for no longer than twenty seconds', async () => {
    const clock = fakeClock();
    const { bot, site } = await botWithSite(clock);
    const claim = await openClaim(bot);
    const form = await moderator(bot).press(claim, 'Add a source');
    const card = () => textOf(bot.discord.world.messages.get(claim.id)?.message);

    const deferred = bot.discord
      .as(ids.max, { channelId: ids.moderators })
      .submit(form, { address: site.at('/silent') });
    await expect.poll(() => site.asked, { interval: 5 }).toContain('GET harbour.example/silent');
    clock.advance(2_000);
    await deferred;
    expect(card()).toContain('### bridge-costs/c01');
    clock.advance(18_000);

    await expect.poll(card, soon).toContain('The page cannot be read just now');
  });

  it.each([
    { address: 'harbour gazette, page 3' },
    { address: 'http://localhost/admin' },
    { address: 'http://127.0.0.1/' },
    { address: 'http://me:secret@harbour.example/' },
    { address: 'file:///etc/passwd' },
    { address: `https://harbour.example/${'x'.repeat(600)}` },
  ])('is asked for in one sentence when it is no address: $address', async ({ address }) => {
    const { bot, site } = await botWithSite();
    const claim = await openClaim(bot);
    const form = await moderator(bot).press(claim, 'Add a source');

    const answer = await moderator(bot).submit(form, { address });

    expect(textOf(answer.message)).toContain('That is no address of a public web page.');
    expect(textOf(answer.message).split('\n')).toHaveLength(1);
    expect(site.asked).toEqual([]);
    expect(buttonsTo(bot.discord.world.messages.get(claim.id)?.message, 'edit.source')).toHaveLength(1);
  });
});
