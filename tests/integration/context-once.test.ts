import { describe, expect, it } from 'vitest';
import { contextCard, removeRoute } from '../../src/cards/context-card.ts';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { DraftId, InteractionId, RoleId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { words } from '../../src/words/words.ts';
import { casesIn, guildId } from './contested.ts';
import { dossierIn, moderator, postedIn, preview, reported, stateIn } from './context-scene.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, textOf } from './running-bot.ts';

describe('context posted more than once', () => {
  it('by a double press is one message', async () => {
    const scene = await reported();
    const shown = await preview(scene);
    const press = () => moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    const answers = await Promise.all([press(), press(), press()]);
    const [send = ''] = buttonsTo(shown.message, 'context.send');

    expect(postedIn(scene.bot, ids.general)).toHaveLength(1);
    expect(answers.map(({ message }) => textOf(message)).join()).not.toContain('already resolved');
    expect(send).not.toBe('');
    expect((await dossierIn(scene.bot))?.version).toBe(1);
  });

  it('by two moderators at once is one message, and the slower is told', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = {
      max: await preview(scene),
      ada: await preview(scene, { text: 'Another text.' }, ids.ada),
    };

    const answers = await Promise.all([
      moderator(bot).press(shown.max.message ?? absent(), 'Post it'),
      moderator(bot, ids.ada).press(shown.ada.message ?? absent(), 'Post it'),
    ]);

    await expect.poll(() => postedIn(bot, ids.general), soon).toHaveLength(1);
    const told = answers.map(({ message }) => textOf(message));
    expect(told.filter((text) => text.includes('Case 1 is resolved'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('has already resolved this case'))).toHaveLength(1);
    const [posted = absent()] = postedIn(bot, ids.general);
    expect((await casesIn(bot))[0]?.resolution?.url).toContain(posted.id);
  });

  it('after the process died in between goes on from the message that stands', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = await preview(scene);
    const [send = ''] = buttonsTo(shown.message, 'context.send');
    const draftId = DraftId.parse(send.split(':')[2]);
    const interactionId = InteractionId.parse(bot.discord.world.ids.next());
    const memberId = UserId.parse(ids.max);
    const [{ id: caseId } = absent()] = await casesIn(bot);
    await bot.app.services.takeCase({ interactionId, guildId, caseId, memberId });
    // A delivery that was acted on before ends where a death would: posted, and nothing written.
    const dying = bot.app.services.postContext({
      guildId,
      memberId,
      roles: [RoleId.parse(ids.moderatorRole)],
      interactionId,
      draftId,
      compose: ({ context, case: { id } }) => ({
        card: contextCard(context, removeRoute(id, draftId), words('en-US')),
        mark: removeRoute(id, draftId),
        phrases: dossierPhrases(words('en-US')),
      }),
    });
    await expect(dying).rejects.toThrow('already-handled');
    const [posted = absent()] = postedIn(bot, ids.general);
    const between = await bot.app.services.showCase({ guildId, caseId });

    const again = await moderator(bot).press(shown.message ?? absent(), 'Post it');

    expect(between.case.state).toBe('assigned');
    expect(textOf(again.message)).toContain(posted.id);
    expect(postedIn(bot, ids.general)).toHaveLength(1);
    expect(await stateIn(bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
  });
});
