import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { proposes } from '../fakes/writing-model.ts';
import { guildId } from './contested.ts';
import { claimOn, desk, fill, finished, postText, pressed } from './editor-scene.ts';
import { faithful, modelScene } from './model-scene.ts';
import { moderator, soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

const quoted = 'As the author put it, “warned against the eastern pier”.';
const summary = { summary: quoted };
const gist = { gist: quoted, kind: ['factual'] };
const gone = 'post of “post-1” is no longer kept';

/** A message of Noor's, checked by a moderator. */
async function checkedMessage(bot: RunningBot) {
  const message = await bot.discord.as(ids.noor).write(postText);
  const answer = await (await moderator(bot).menu('Check this post', message.id)).settled();
  return { message, shown: answer.message ?? absent() };
}

/** A bot with a draft made of a message of Noor's. */
async function draftOfMessage(bot: RunningBot): Promise<void> {
  const { shown } = await checkedMessage(bot);
  await finished(bot, await moderator(bot).press(shown, 'Make a dossier of it'));
}

const erase = (bot: RunningBot) =>
  bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.noor) });

/** Everything the store holds of the server's dossiers. */
function everything(bot: RunningBot): Promise<string> {
  return bot.inDatabase(async ({ dossiers, edits }) => {
    const own = await dossiers.listOwn(guildId);
    const kept = await Promise.all(
      own.flatMap(({ id }) => [dossiers.history(guildId, id), edits.latest(guildId, id)]),
    );
    return JSON.stringify([own, kept]);
  });
}

describe('the words of an erased member', () => {
  it('do not come back with a form that was opened before', async () => {
    const bot = await runningBot();
    await draftOfMessage(bot);
    const form = await moderator(bot).press(await desk(bot, 'post-1'), 'Summary');
    await erase(bot);

    const answer = await moderator(bot).submit(form, summary);

    expect(textOf(answer.message)).toContain(gone);
    expect(await everything(bot)).not.toContain('eastern pier');
  });

  it('do not come back with a change that was kept since another was faster', async () => {
    const bot = await runningBot();
    await draftOfMessage(bot);
    const open = async (userId: string) =>
      claimOn(bot, await desk(bot, 'post-1', userId), 'c01', userId);
    const [mine, theirs] = [await open(ids.max), await open(ids.ada)];
    await fill(bot, mine, 'Gist and kind', { gist: 'The post says so.', kind: ['factual'] });
    const late = await fill(bot, theirs, 'Gist and kind', gist, ids.ada);
    await erase(bot);

    const answer = await pressed(bot, late, 'Make my change all the same', ids.ada);

    expect(textOf(answer)).toContain(gone);
    expect(await everything(bot)).not.toContain('eastern pier');
  });

  it('do not come back with an analysis that was begun before', async () => {
    const { bot, model } = await modelScene(proposes({ ...faithful, claims: faithful.claims.slice(0, 1) }), {
      settings: { model: false },
    });
    const state = await (async () => {
      await draftOfMessage(bot);
      const [own] = await bot.inDatabase(({ dossiers }) => dossiers.listOwn(guildId));
      return own ?? absent();
    })();
    expect(model.requests).toHaveLength(0);
    expect(state.claims.length).toBeGreaterThan(0);
  });

  it('leave a dossier that moderators still can change', async () => {
    const bot = await runningBot();
    await draftOfMessage(bot);
    await erase(bot);

    const answer = await fill(bot, await desk(bot, 'post-1'), 'Summary', { summary: 'The post was withdrawn.' });

    expect(textOf(answer)).toContain('Changed.');
  });
});

describe('a message that was deleted after it had been checked', () => {
  it('is not sent to a model', async () => {
    const { bot, model } = await modelScene(proposes(faithful));
    const { message, shown } = await checkedMessage(bot);
    await expect.poll(() => buttonsTo(bot.discord.world.messages.get(shown.id)?.message, 'check.draft').length, soon).toBe(1);
    const before = model.requests.length;
    await bot.discord.as(ids.noor).delete(message.id);

    const card = bot.discord.world.messages.get(shown.id)?.message ?? absent();
    const answer = await moderator(bot).press(card, 'Make a dossier of it');

    expect(textOf(answer.message)).toContain('This message was deleted');
    expect(model.requests).toHaveLength(before);
  });
});
