import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId, report, withModerators } from './contested.ts';
import {
  caseCard,
  dossierIn,
  moderator,
  post,
  postedIn,
  preview,
  reported,
  slug,
  stateIn,
  written,
} from './context-scene.ts';
import { absent, runningBot, textOf } from './running-bot.ts';

describe('context that is not kept', () => {
  it('of a message in a channel not every member sees', async () => {
    const scene = await reported(ids.moderators);

    const shown = await preview(scene);
    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    expect(textOf(shown.message)).toContain('not every member can see where the message is');
    expect(await stateIn(scene.bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
    expect(await dossierIn(scene.bot)).toBeNull();
  });

  it('of a message in a private thread', async () => {
    const bot = await runningBot();
    const people = [ids.mia, ids.noor, bot.discord.world.bot.id];
    const { id } = await bot.discord
      .as(ids.mia)
      .openThread('between us', { isPrivate: true, members: people });
    const scene = await reported(id, bot);

    const shown = await preview(scene);
    await moderator(bot).press(shown.message ?? absent(), 'Post it');

    expect(textOf(shown.message)).toContain('not every member can see where the message is');
    expect(postedIn(bot, id)).toHaveLength(1);
    expect(await dossierIn(bot)).toBeNull();
  });

  it('of an author who opted out between the preview and the posting', async () => {
    const scene = await reported();
    const shown = await preview(scene);
    await scene.bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    expect(await stateIn(scene.bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
    expect(await dossierIn(scene.bot)).toBeNull();
  });
});

describe('context whose author is erased', () => {
  it('keeps none of the message’s words, however long it is', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const lines = Array.from({ length: 12 }, (_, index) => `Word${index} of the ferry, told by nobody else.`);
    const message = await bot.discord.as(ids.noor).write(lines.join('\n'));
    await report(bot, ids.mia, message);
    await post({ bot, message, card: await caseCard(bot) });
    const gist = (await dossierIn(bot))?.claims[0]?.gist;

    await bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.noor) });

    expect(gist).toContain('Word0 of the ferry');
    const versions = await bot.inDatabase(async ({ dossiers }) => {
      const kept = (await dossiers.find(guildId, slug)) ?? absent();
      return [kept, ...(await dossiers.history(guildId, kept.id))];
    });
    expect(versions).toHaveLength(2);
    expect(JSON.stringify(versions)).toContain(written.text);
    expect(JSON.stringify(versions)).not.toMatch(/Word\d|told by nobody/);
  });
});
