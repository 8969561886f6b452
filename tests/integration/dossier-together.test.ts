import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/core/dossier-export.ts';
import { DossierId, InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { guildId } from './contested.ts';
import {
  added,
  audited,
  claimOn,
  desk,
  fill,
  onDesk,
  pressed,
  publishedAnyway,
  stored,
} from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, buttonsTo, publish, runningBot, textOf } from './running-bot.ts';

const mine = { gist: 'The post says it in my words.', kind: ['factual'] };
const theirs = { gist: 'The post says it in their words.', kind: ['opinion'] };

/** A draft that two moderators have before them, with the first claim open. */
async function twoAtOnce() {
  const bot = await runningBot();
  await added(bot);
  const [max, ada] = [ids.max, ids.ada];
  const open = async (userId: string) => claimOn(bot, await desk(bot, 'bridge-costs', userId), 'c01', userId);
  return { bot, ada, cards: { max: await open(max), ada: await open(ada) } };
}

describe('two moderators at one dossier', () => {
  it('overwrite nothing: the second sees what the first changed, and may make the change all the same', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    await fill(bot, cards.max, 'Gist and kind', mine);

    const late = await fill(bot, cards.ada, 'Gist and kind', theirs, ada);
    const between = await onDesk(bot);
    const done = await pressed(bot, late, 'Make my change all the same', ada);

    expect(textOf(late)).toContain('Another moderator was faster');
    expect(textOf(late)).toContain('my words');
    expect(between.claims[0]).toMatchObject({ gist: mine.gist });
    expect(textOf(done)).toContain('Changed.');
    expect((await onDesk(bot)).claims[0]).toMatchObject({ gist: theirs.gist, kind: 'opinion' });
  });

  it('may leave a change that came too late', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    await fill(bot, cards.max, 'Gist and kind', mine);

    const late = await fill(bot, cards.ada, 'Gist and kind', theirs, ada);
    const back = await pressed(bot, late, 'Leave my change', ada);

    expect(buttonsTo(back, 'edit.publish')).toHaveLength(1);
    expect((await onDesk(bot)).claims[0]).toMatchObject({ gist: mine.gist });
  });

  it('publish nothing that they have not seen', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    const seen = await desk(bot, 'bridge-costs', ada);
    await fill(bot, cards.max, 'Gist and kind', mine);

    const asked = await pressed(bot, seen, 'Publish', ada);
    const refused = await pressed(bot, asked, 'Publish all the same', ada);

    expect(textOf(refused)).toContain('Nothing was published');
    expect(textOf(refused)).toContain('my words');
    expect(await stored(bot)).toMatchObject({ status: 'draft', version: 1 });
  });

  it('overwrite nothing that was changed and published meanwhile', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    await fill(bot, cards.max, 'Gist and kind', mine);
    await publishedAnyway(bot, await desk(bot));

    const late = await fill(bot, cards.ada, 'Gist and kind', theirs, ada);

    expect(textOf(late)).toContain('Another moderator was faster');
    expect(textOf(late)).toContain('my words');
    expect((await onDesk(bot)).claims[0]).toMatchObject({ gist: mine.gist });
  });

  it('overwrite nothing that was changed after other changes were discarded', async () => {
    const { bot, ada } = await twoAtOnce();
    await fill(bot, await desk(bot), 'Summary', { summary: 'The post says one thing.' });
    const seen = await desk(bot, 'bridge-costs', ada);
    await pressed(bot, await pressed(bot, await desk(bot), 'Discard changes'), 'Discard them');
    await fill(bot, await desk(bot), 'Summary', { summary: 'The post says another thing.' });

    const late = await fill(bot, seen, 'Summary', { summary: 'The post says a third thing.' }, ada);

    expect(textOf(late)).toContain('Another moderator was faster');
    expect((await onDesk(bot)).summary.text).toBe('The post says another thing.');
  });

  it('are told when the claim that one changes has been removed by the other', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    const form = await moderator(bot, ada).press(cards.ada, 'Gist and kind');
    await pressed(bot, cards.max, 'Remove the claim');

    const late = await moderator(bot, ada).submit(form, theirs);

    expect(textOf(late.message)).toContain('Another moderator has removed this claim');
  });

  it('undo only what they see', async () => {
    const { bot, ada, cards } = await twoAtOnce();
    await fill(bot, cards.max, 'Gist and kind', mine);
    const seen = await desk(bot, 'bridge-costs', ada);
    await fill(bot, await desk(bot), 'Summary', { summary: 'The post says one thing.' });

    const refused = await pressed(bot, seen, 'Undo', ada);

    expect(textOf(refused)).toContain('nothing to take back');
    expect((await onDesk(bot)).summary.text).toBe('The post says one thing.');
  });
});

describe('an import while a dossier is being changed', () => {
  const imported = { ...toDocument(exampleDossier()), title: 'Imported meanwhile' };

  async function overtaken() {
    const bot = await runningBot();
    await publish(bot, guildId, toDocument(exampleDossier()));
    await fill(bot, await desk(bot, 'ferry-timetable'), 'Summary', {
      summary: 'The post says it in my words.',
    });
    await publish(bot, guildId, imported);
    return bot;
  }

  it('lets a moderator see what changed, and publishes nothing before they decide', async () => {
    const bot = await overtaken();

    const card = await desk(bot, 'ferry-timetable');
    const changes = await pressed(bot, card, 'What changed elsewhere');
    const refused = await moderator(bot).slash('dossier publish', { dossier: 'ferry-timetable' });

    expect(textOf(card)).toContain('changed elsewhere meanwhile: decide which holds');
    expect(buttonsTo(card, 'edit.publish')).toEqual([]);
    expect(textOf(changes)).toContain('Imported');
    expect(textOf(refused.message)).toContain('so nothing was published');
    expect(await stored(bot, 'ferry-timetable')).toMatchObject({ title: imported.title, version: 2 });
  });

  it('is followed by the changes where they are kept', async () => {
    const bot = await overtaken();

    const kept = await pressed(bot, await desk(bot, 'ferry-timetable'), 'Keep my changes on top');
    await publishedAnyway(bot, kept);

    expect(await stored(bot, 'ferry-timetable')).toMatchObject({
      version: 3,
      summary: { text: 'The post says it in my words.' },
    });
  });

  it('holds where the changes are discarded', async () => {
    const bot = await overtaken();

    const asked = await pressed(bot, await desk(bot, 'ferry-timetable'), 'Discard changes');
    const card = await pressed(bot, asked, 'Discard them');

    expect(textOf(card)).toContain('Imported meanwhile');
    expect(await onDesk(bot, 'ferry-timetable')).toMatchObject({ title: imported.title });
  });

  it('is nothing to decide about where the changes had been undone', async () => {
    const bot = await runningBot();
    await publish(bot, guildId, toDocument(exampleDossier()));
    const edited = await fill(bot, await desk(bot, 'ferry-timetable'), 'Summary', { summary: 'Mine.' });
    await pressed(bot, edited, 'Undo');
    await publish(bot, guildId, imported);

    const card = await desk(bot, 'ferry-timetable');

    expect(textOf(card)).toContain('Imported meanwhile');
    expect(buttonsTo(card, 'edit.keep')).toEqual([]);
  });
});

describe('a second delivery', () => {
  it('changes and publishes nothing twice', async () => {
    const bot = await runningBot();
    await added(bot);
    const dossierId = DossierId.parse((await stored(bot))?.id);
    const claimId = (await onDesk(bot)).claims[0]?.id ?? absent();
    const { revision } = await bot.app.services.openEdit({ guildId, id: dossierId });
    const acting = { guildId, memberId: UserId.parse(ids.max), dossierId };
    const [first, second] = ['1500000000000000001', '1500000000000000002'].map((id) =>
      InteractionId.parse(id),
    );
    const change = { do: 'remove-claim', claimId } as const;
    const { changeEdit, publishEdit, openEdit } = bot.app.services;

    await changeEdit({ ...acting, interactionId: first ?? absent(), revision, change });
    const again = changeEdit({ ...acting, interactionId: first ?? absent(), revision, change });
    await expect(again).rejects.toMatchObject({ code: 'already-handled' });
    const now = await openEdit({ guildId, id: dossierId });
    const publishing = { ...acting, interactionId: second ?? absent(), revision: now.revision };
    await publishEdit(publishing);

    await expect(publishEdit(publishing)).rejects.toMatchObject({ code: 'already-handled' });
    expect(await stored(bot)).toMatchObject({ status: 'published', version: 2 });
    expect((await audited(bot)).filter((line) => line.startsWith('dossier.published'))).toHaveLength(1);
  });
});
