import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { guildId } from './contested.ts';
import { dossierIn, reported } from './context-scene.ts';
import {
  added,
  audited,
  desk,
  fill,
  memberReads,
  onDesk,
  pressed,
  publishedAnyway,
  stored,
} from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, publish, type RunningBot, runningBot, textOf } from './running-bot.ts';

const first = 'The post says a bridge is dear.';
const second = 'The post says a bridge is cheap.';

/** A dossier published twice, with one summary after the other: versions 2 and 3. */
async function publishedTwice(): Promise<RunningBot> {
  const bot = await runningBot();
  await added(bot);
  for (const summary of [first, second])
    await publishedAnyway(bot, await fill(bot, await desk(bot), 'Summary', { summary }));
  return bot;
}

async function historyOf(bot: RunningBot) {
  return (await moderator(bot).slash('dossier history', { dossier: 'bridge-costs' })).message ?? absent();
}

async function versionOf(bot: RunningBot, version: number) {
  const history = await historyOf(bot);
  const shown = await moderator(bot).pick(history, 'See what a version changed', String(version));
  return shown.message ?? absent();
}

async function archived(bot: RunningBot) {
  const asked = await moderator(bot).slash('dossier archive', { dossier: 'bridge-costs' });
  return pressed(bot, asked.message ?? absent(), 'Archive it');
}

describe('the history of a dossier', () => {
  it('lists every version, newest first, and shows what one changed', async () => {
    const bot = await publishedTwice();

    const history = textOf(await historyOf(bot));
    const version = textOf(await versionOf(bot, 3));

    expect(history).toContain('All 3 versions of bridge-costs');
    expect(history.indexOf('Version 3')).toBeLessThan(history.indexOf('Version 1'));
    expect(history).toContain('summary changed');
    expect(version).toContain('~~dear~~**cheap**');
  });

  it('brings a version back onto the desk, and to members once it is published', async () => {
    const bot = await publishedTwice();

    const restored = await pressed(bot, await versionOf(bot, 2), 'Bring this version back');
    const between = await memberReads(bot, 'summary');
    await publishedAnyway(bot, restored);

    expect(textOf(restored)).toContain('Version 2 lies on the desk.');
    expect(between).toContain('cheap');
    expect(await memberReads(bot, 'summary')).toContain('dear');
    expect(await stored(bot)).toMatchObject({ version: 4, summary: { text: first } });
    expect(await audited(bot)).toContain('dossier.restored | bridge-costs 3 | bridge-costs 2');
  });

  it('shows nobody an archived dossier, lets nothing of it be changed or published, and brings it back', async () => {
    const bot = await publishedTwice();

    const told = await archived(bot);
    const gone = await memberReads(bot, 'summary', { dossier: 'bridge-costs' });
    const refused = await moderator(bot).slash('dossier publish', { dossier: 'bridge-costs' });
    const unchanged = await moderator(bot).slash('dossier archive', { dossier: 'bridge-costs' });
    const status = (await stored(bot))?.status;
    const restored = await pressed(bot, await versionOf(bot, 3), 'Bring this version back');
    const draft = (await stored(bot))?.status;
    await publishedAnyway(bot, restored);

    expect(textOf(told)).toContain('bridge-costs is archived');
    expect(gone).not.toContain('cheap');
    expect(textOf(refused.message)).toContain('is archived. Restore a version of it');
    expect(textOf(unchanged.message)).toContain('is archived. Restore a version of it');
    expect([status, draft]).toEqual(['archived', 'draft']);
    expect(await memberReads(bot, 'summary')).toContain('cheap');
    expect(await audited(bot)).toContain('dossier.withdrawn | bridge-costs | ');
  });

  it('offers no change of an archived dossier', async () => {
    const bot = await publishedTwice();
    await archived(bot);

    const card = JSON.stringify((await desk(bot)).components);

    expect(card).not.toContain('edit.form');
    expect(card).not.toContain('edit.publish');
    expect(card).toContain('history.page');
  });

  it('says so when a version is not known', async () => {
    const bot = await publishedTwice();
    const { stored: dossier } = await bot.app.services.openEdit({ guildId, slug: (await onDesk(bot)).slug });
    const card = await versionOf(bot, 2);

    const answer = await moderator(bot).pressForged(card, `1:history.restore:${dossier.id}:99`);

    expect(textOf(answer.message)).not.toContain('desk');
    expect((await onDesk(bot)).summary.text).toBe(second);
  });
});

describe('a post whose author has opted out', () => {
  it('is published by nobody, and no version of it comes back', async () => {
    const scene = await reported();
    const { bot } = scene;
    await moderator(bot).press(scene.card, 'Draft a dossier');
    const card = await desk(bot, 'case-1');
    await bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    const refused = await publishedAnyway(bot, card);

    expect(textOf(refused)).toContain('wants none of their messages processed');
    expect(await dossierIn(bot, (await onDesk(bot, 'case-1')).slug)).toMatchObject({ status: 'draft' });
  });
});

describe('pinning', () => {
  it('makes a dossier what /summary shows in a channel, until the pin is taken away', async () => {
    const bot = await runningBot();
    for (const [slug, title] of [
      ['first', 'First post'],
      ['second', 'Second post'],
    ] as const)
      await publish(bot, guildId, {
        ...toDocument(exampleDossier({ title })),
        slug: DossierSlug.parse(slug),
      });
    const max = bot.discord.as(ids.max, { channelId: ids.general });

    const pinned = await max.slash('dossier pin', { dossier: 'second' });
    const shown = await memberReads(bot, 'summary');
    const unpinned = await max.slash('dossier pin');
    const asked = await memberReads(bot, 'summary');

    expect(textOf(pinned.message)).toContain('/summary shows second in this channel');
    expect(shown).toContain('## Second post');
    expect(textOf(unpinned.message)).toContain('Nothing is pinned');
    expect(asked).toContain('Which post?');
  });

  it('pins no draft', async () => {
    const bot = await runningBot();
    await added(bot);

    const refused = await moderator(bot).slash('dossier pin', { dossier: 'bridge-costs' });

    expect(textOf(refused.message)).toContain('There is no dossier “bridge-costs” here');
  });
});

describe('the list of dossiers', () => {
  it('names drafts and unpublished changes, and opens one', async () => {
    const bot = await runningBot();
    await added(bot);
    await publish(bot, guildId, toDocument(exampleDossier()));
    const edited = await fill(bot, await desk(bot, 'ferry-timetable'), 'Summary', { summary: first });
    const list = async () => (await moderator(bot).slash('dossier list')).message ?? absent();

    const shown = await list();
    const opened = await moderator(bot).pick(shown, 'Open a dossier', (await onDesk(bot)).id);
    await pressed(bot, edited, 'Undo');

    expect(textOf(shown)).toContain('draft, not published');
    expect(textOf(shown)).toContain('changes not published yet');
    expect(textOf(opened.message)).toContain('bridge-costs');
    expect(textOf(await list())).not.toContain('changes not published yet');
  });
});
