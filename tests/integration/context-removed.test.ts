import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { contested, guildId } from './contested.ts';
import { caseCard, dossierIn, post, postedIn, reported, stateIn } from './context-scene.ts';
import { absent, textOf } from './running-bot.ts';

describe('removing context', () => {
  it('is for moderators: the message goes, the case is open again, the dossier is archived', async () => {
    const scene = await reported();
    const { bot } = scene;
    await post(scene);
    const [posted = absent()] = postedIn(bot, ids.general);

    const refused = await bot.discord.as(ids.mia).press(posted, 'Remove');
    const removed = await bot.discord.as(ids.max).press(posted, 'Remove');

    expect(textOf(refused.message)).toContain('This needs the permission');
    expect(textOf(removed.message)).toContain('case 1 is open again');
    expect(postedIn(bot, ids.general)).toEqual([]);
    expect(await stateIn(bot)).toEqual({ state: 'reopened', kind: undefined });
    expect(await dossierIn(bot)).toMatchObject({ status: 'archived', version: 2 });
    const asked = await bot.discord.as(ids.sam).slash('claim lookup', { query: contested });
    expect(textOf(asked.message)).not.toContain('context-1');
    const { entries } = await bot.inDatabase(({ audit }) =>
      audit.page(guildId, { act: 'context.removed' }, 10, 0),
    );
    expect(entries).toMatchObject([{ actorId: ids.max, caseNumber: 1, before: 'context-1' }]);
  });

  it('lets better context follow, as the next version of the same dossier', async () => {
    const scene = await reported();
    const { bot } = scene;
    await post(scene);
    await bot.discord.as(ids.max).press(postedIn(bot, ids.general)[0] ?? absent(), 'Remove');

    await post({ ...scene, card: await caseCard(bot) }, { text: 'A better text.' });

    expect(postedIn(bot, ids.general).map(textOf).join()).toContain('A better text.');
    const kept = await dossierIn(bot);
    expect(kept).toMatchObject({ status: 'published', version: 3 });
    expect(kept?.claims[0]?.notes).toMatchObject([{ type: 'dispute', url: null }]);
  });
});
