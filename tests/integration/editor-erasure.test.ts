import { describe, expect, it } from 'vitest';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { consentFor } from '../fakes/consent-for.ts';
import { proposes } from '../fakes/writing-model.ts';
import { guildId } from './contested.ts';
import { claimOn, desk, fill, finished, postText, pressed } from './editor-scene.ts';
import { faithful, modelScene } from './model-scene.ts';
import { moderator } from './moderating.ts';
import { absent, changeSettings, type RunningBot, runningBot, textOf } from './running-bot.ts';

const author = UserId.parse(ids.noor);
const quoted = 'As the author put it, “warned against the eastern pier”.';
const summary = { summary: quoted };
const gist = { gist: quoted, kind: ['factual'] };
/** Its claim begins where the post does, where there is text after an erasure, too. */
const begun: ModelProposal = {
  summary: faithful.summary,
  claims: [
    { quote: 'The mayor said', gist: 'The post says that the mayor said something.', kind: 'factual' },
  ],
};
const gone = 'The post of this dossier was removed';

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

const erase = (bot: RunningBot) => bot.app.services.eraseMember({ interactionId: null, memberId: author });

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
    const open = async (userId: string) => claimOn(bot, await desk(bot, 'post-1', userId), 'c01', userId);
    const [mine, theirs] = [await open(ids.max), await open(ids.ada)];
    await fill(bot, mine, 'Gist and kind', { gist: 'The post says so.', kind: ['factual'] });
    const late = await fill(bot, theirs, 'Gist and kind', gist, ids.ada);
    await erase(bot);

    const answer = await pressed(bot, late, 'Make my change all the same', ids.ada);

    expect(textOf(answer)).toContain(gone);
    expect(await everything(bot)).not.toContain('eastern pier');
  });

  it('do not come back with an analysis that was begun before', async () => {
    const { promise: erased, resolve } = Promise.withResolvers<void>();
    const { bot, model } = await modelScene(
      (asked, response) => void erased.then(() => proposes(begun)(asked, response)),
      { settings: { model: null } },
    );
    await draftOfMessage(bot);
    await changeSettings(bot, guildId, { ...defaultGuildSettings, model: consentFor(model) });
    const answer = await moderator(bot).press(await desk(bot, 'post-1'), 'Analyze');
    await model.asked(1);
    await erase(bot);

    resolve();
    const card = await finished(bot, answer);

    expect(textOf(card)).toContain(gone);
    expect(await everything(bot)).not.toContain('council');
  });

  it('leave a dossier that moderators still can change', async () => {
    const bot = await runningBot();
    await draftOfMessage(bot);
    await erase(bot);

    const answer = await fill(bot, await desk(bot, 'post-1'), 'Summary', {
      summary: 'The post was withdrawn.',
    });

    expect(textOf(answer)).toContain('Changed.');
  });
});

describe('what a model is sent', () => {
  it('is no message that was deleted after it had been checked', async () => {
    const { bot, model } = await modelScene(proposes(faithful), { settings: { model: null } });
    const { message, shown } = await checkedMessage(bot);
    await changeSettings(bot, guildId, { ...defaultGuildSettings, model: consentFor(model) });
    await bot.discord.as(ids.noor).remove(message.id);

    const answer = await moderator(bot).press(shown, 'Make a dossier of it');

    expect(textOf(answer.message)).toContain('This message was deleted');
    expect(model.requests).toHaveLength(0);
  });

  it('is no post of a dossier whose author has opted out, though the card was opened before', async () => {
    const { bot, model } = await modelScene(proposes(faithful), { settings: { model: null } });
    await draftOfMessage(bot);
    const editor = await desk(bot, 'post-1');
    await changeSettings(bot, guildId, { ...defaultGuildSettings, model: consentFor(model) });
    await bot.app.services.optOut({
      ...{ interactionId: InteractionId.parse('1290000000000000779'), memberId: author, out: true },
    });

    const answer = await moderator(bot).press(editor, 'Analyze');

    expect(textOf(answer.message)).toContain('archived');
    expect(model.requests).toHaveLength(0);
  });
});
