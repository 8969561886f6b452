import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { casesIn, contested, guildId } from './contested.ts';
import { botWithCase, card, cardSays, moderator } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, textOf } from './running-bot.ts';

const dayMs = 86_400_000;
const context = DossierSlug.parse('context-1');
const draft = DossierSlug.parse('case-1');
const stillShown = 'The message was deleted. The dossier context-1 made from it still shows its text.';

type Scene = { readonly bot: RunningBot; readonly message: APIMessage };

/** A case that was resolved with context, which is kept as a dossier. */
async function withContext(): Promise<Scene> {
  const scene = await botWithCase();
  const max = moderator(scene.bot);
  const form = await max.press(card(scene.bot), 'Post context');
  const preview = await max.submit(form, { text: 'The paper corrected this in May.' });
  await max.press(preview.message ?? absent(), 'Post it');
  await cardSays(scene.bot, 'Case 1 · resolved');
  return scene;
}

async function deleted({ bot, message }: Scene): Promise<void> {
  await bot.discord.as(ids.sam).remove(message.id);
}

function dossierIn(bot: RunningBot, slug: DossierSlug) {
  return bot.inDatabase(({ dossiers }) => dossiers.find(guildId, slug));
}

async function audit(bot: RunningBot) {
  const { entries } = await bot.inDatabase((stores) => stores.audit.page(guildId, {}, 20, 0));
  return entries.map(({ act, actorId, before }) => [act, actorId, before]);
}

async function found(bot: RunningBot): Promise<string> {
  const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query: contested });
  return textOf((await answer.settled()).message);
}

describe('a message that is deleted while a dossier shows its text', () => {
  it('has its case wait again, until a moderator withdraws the dossier and ends the case', async () => {
    const scene = await withContext();
    const { bot } = scene;
    const before = await found(bot);

    await deleted(scene);
    await cardSays(bot, stillShown);
    const waiting = (await casesIn(bot))[0];
    const kept = await dossierIn(bot, context);
    await moderator(bot).press(card(bot), 'Withdraw the dossier');
    await cardSays(bot, 'its text is no longer kept');
    const after = await found(bot);
    await moderator(bot).press(card(bot), 'Removed or handled elsewhere');

    expect(before).toContain('context-1/c01');
    expect(waiting).toMatchObject({ state: 'reopened', assigneeId: null, resolution: null });
    expect(kept).toMatchObject({ status: 'published', post: { text: contested } });
    expect(await dossierIn(bot, context)).toMatchObject({ status: 'archived', version: 2 });
    expect(after).not.toContain('context-1');
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'resolved', resolution: { by: ids.max } });
    expect(await audit(bot)).toEqual(
      expect.arrayContaining([
        ['case.message-deleted', null, 'there'],
        ['case.reopened-by-deletion', null, 'resolved context-posted'],
        ['dossier.withdrawn', ids.max, 'context-1'],
      ]),
    );
  });

  it('leaves the dossier to a person: a case that is open stays as it is and says so', async () => {
    const scene = await botWithCase();
    const { bot } = scene;
    await moderator(bot).press(card(bot), 'Draft a dossier');
    await cardSays(bot, 'Taken by');

    await deleted(scene);
    await cardSays(bot, 'The dossier case-1 made from it still shows its text.');
    const refused = await moderator(bot, ids.ada).press(card(bot), 'Withdraw the dossier');
    const untouched = await dossierIn(bot, draft);
    await moderator(bot).press(card(bot), 'Withdraw the dossier');

    expect(textOf(refused.message)).toContain('has taken this case');
    expect(untouched).toMatchObject({ status: 'draft' });
    expect(await dossierIn(bot, draft)).toMatchObject({ status: 'archived' });
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'assigned', assigneeId: ids.max, draft: null });
  });

  it('changes nothing more when the button is pressed once again', async () => {
    const scene = await withContext();
    await deleted(scene);
    await cardSays(scene.bot, stillShown);
    const outdated = card(scene.bot);
    const [withdraw = absent()] = buttonsTo(outdated, 'draft.withdraw');

    await moderator(scene.bot).press(outdated, 'Withdraw the dossier');
    await moderator(scene.bot, ids.ada).pressForged(outdated, withdraw);

    expect(await dossierIn(scene.bot, context)).toMatchObject({ status: 'archived', version: 2 });
  });

  it('leaves a case alone that is done and has no dossier', async () => {
    const scene = await botWithCase();
    await moderator(scene.bot).press(card(scene.bot), 'Removed or handled elsewhere');
    await cardSays(scene.bot, 'Case 1 · resolved');

    await deleted(scene);
    await cardSays(scene.bot, 'its text is no longer kept');

    expect((await casesIn(scene.bot))[0]?.state).toBe('resolved');
  });
});

describe('a member who opts out', () => {
  it('has every dossier made from their messages archived at once, and for good', async () => {
    const { bot } = await withContext();
    await moderator(bot).press(card(bot), 'Reopen');
    await cardSays(bot, 'Case 1 · reopened');
    await moderator(bot).press(card(bot), 'Draft a dossier');
    const sam = bot.discord.as(ids.sam);

    const asked = await sam.slash('privacy opt-out');
    const out = await sam.press(asked.message ?? absent(), 'Opt out');
    const after = await found(bot);
    await sam.press(out.message ?? absent(), 'Withdraw the opt-out');

    expect(textOf(asked.message)).toContain('dossiers made from them are archived');
    expect(after).not.toContain('context-1');
    expect(await dossierIn(bot, context)).toMatchObject({ status: 'archived' });
    expect(await dossierIn(bot, draft)).toMatchObject({ status: 'archived' });
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'assigned', draft: null });
    expect(await audit(bot)).toEqual(
      expect.arrayContaining([
        ['dossier.withdrawn', null, 'context-1'],
        ['dossier.withdrawn', null, 'case-1'],
      ]),
    );
  });

  it('has those archived, too, whose case was forgotten long ago', async () => {
    const { bot } = await withContext();
    const [done = absent()] = await casesIn(bot);
    const resolvedAt = Date.now() - 31 * dayMs;
    await bot.inDatabase(({ cases }) => cases.save({ ...done, resolvedAt }));
    expect(await bot.app.services.forgetOldData()).toMatchObject({ cases: 1 });

    const sam = bot.discord.as(ids.sam);
    const asked = await sam.slash('privacy opt-out');
    await sam.press(asked.message ?? absent(), 'Opt out');

    expect(await dossierIn(bot, context)).toMatchObject({ status: 'archived' });
  });
});

describe('an archived dossier made from a message', () => {
  const archivedDaysAgo = async (days: number) => {
    const { bot } = await withContext();
    await bot.app.services.optOut({
      interactionId: InteractionId.parse('1290000000000009001'),
      memberId: UserId.parse(ids.sam),
      out: true,
    });
    const kept = (await dossierIn(bot, context)) ?? absent();
    const changedAt = Date.now() - days * dayMs;
    await bot.inDatabase(({ dossiers }) => dossiers.save({ ...kept, version: kept.version + 1, changedAt }));
    return { bot, kept };
  };

  it('loses the words of the message in every version after 30 days', async () => {
    const { bot, kept } = await archivedDaysAgo(31);

    expect(await bot.app.services.forgetOldData()).toMatchObject({ posts: 1 });

    const versions = await bot.inDatabase(async ({ dossiers }) => [
      await dossiers.find(guildId, context),
      ...(await dossiers.history(guildId, kept.id)),
    ]);
    expect(versions).toHaveLength(4);
    expect(JSON.stringify(versions)).not.toContain('salaried');
    expect(JSON.stringify(versions)).toContain('The paper corrected this in May.');
  });

  it('keeps them on the 29th day', async () => {
    const { bot } = await archivedDaysAgo(29);

    expect(await bot.app.services.forgetOldData()).toMatchObject({ posts: 0 });
    expect(await dossierIn(bot, context)).toMatchObject({ post: { text: contested } });
  });
});
