import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { casesIn, contested, guildId } from './contested.ts';
import { dossierIn, moderator, post, reported, shownIn, slug, stateIn, unchanged } from './context-scene.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, textOf } from './running-bot.ts';

describe('a draft of a dossier', () => {
  const draft = DossierSlug.parse('case-1');

  it('stores the message word for word, takes the case, and is seen by no member', async () => {
    const scene = await reported();
    const { bot } = scene;

    const made = await moderator(bot).press(scene.card, 'Draft a dossier');

    expect(made.ephemeral).toBe(true);
    expect(textOf(made.message)).toContain('`/dossier edit case-1`');
    expect(await dossierIn(bot, draft)).toMatchObject({
      status: 'draft',
      post: { text: contested },
      claims: [],
    });
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'assigned', assigneeId: ids.max, draft });
    const sam = bot.discord.as(ids.sam);
    const answers = [
      await sam.slash('summary', { dossier: 'case-1' }),
      await sam.slash('claim list', { dossier: 'case-1' }),
    ];
    for (const { message } of answers) expect(textOf(message)).not.toContain(contested);
    expect(JSON.stringify(await sam.type('summary', { dossier: 'case' }, 'dossier'))).not.toContain('case-1');
  });

  it('is made once, and published by importing what was exported', async () => {
    const scene = await reported();
    const { bot } = scene;
    const { services } = bot.app;
    await moderator(bot).press(scene.card, 'Draft a dossier');
    const again = await moderator(bot).pressForged(scene.card, buttonsTo(scene.card, 'draft.make')[0] ?? '');

    const document = await services.exportDossier({ guildId, slug: draft });
    const imported = await services.importDossier({ document, guildId, sample: false });

    expect(textOf(again.message)).toContain('There is a draft of case 1 already');
    expect(imported).toMatchObject({ change: 'updated', dossier: { status: 'published', version: 2 } });
    const shown = await bot.discord.as(ids.sam).slash('summary', { dossier: 'case-1' });
    expect(textOf(shown.message)).toContain('Nobody has summed it up yet.');
  });

  it('resolves its case once it is published, and not before', async () => {
    const scene = await reported();
    const { bot } = scene;
    const { services } = bot.app;
    await moderator(bot).press(scene.card, 'Draft a dossier');
    const drafted = () =>
      shownIn(bot, ids.moderators).filter((card) => buttonsTo(card, 'case.made').length > 0);
    await expect.poll(drafted, soon).toHaveLength(1);
    const card = drafted()[0] ?? absent();

    const early = await moderator(bot).press(card, 'Dossier is published');
    const document = await services.exportDossier({ guildId, slug: draft });
    await services.importDossier({ document, guildId, sample: false });
    const done = await moderator(bot).press(card, 'Dossier is published');

    expect(textOf(early.message)).toContain('The dossier “case-1” is not published here yet');
    expect(done.kind).toBe('update');
    expect((await casesIn(bot))[0]).toMatchObject({
      state: 'resolved',
      resolution: { kind: 'dossier-made', by: ids.max },
    });
  });

  it('is refused where Footnote has no text to make one of', async () => {
    const scene = await reported();
    await scene.bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    const refused = await moderator(scene.bot).press(scene.card, 'Draft a dossier');

    expect(textOf(refused.message)).toContain('wants none of their messages processed');
    expect(await dossierIn(scene.bot, draft)).toBeNull();
    expect(await stateIn(scene.bot)).toEqual(unchanged);
  });

  it('replaces no dossier that happens to have its name', async () => {
    const scene = await reported();
    const { services } = scene.bot.app;
    await moderator(scene.bot).press(scene.card, 'Draft a dossier');
    const document = await services.exportDossier({ guildId, slug: draft });
    const taken = { ...document, slug, title: 'Somebody else’s' };
    await services.importDossier({ document: taken, guildId, sample: false });

    await post(scene);

    expect(await dossierIn(scene.bot)).toMatchObject({ title: 'Somebody else’s', version: 1 });
    expect(await dossierIn(scene.bot, DossierSlug.parse('context-1-2'))).toMatchObject({
      post: { text: contested },
    });
  });
});
