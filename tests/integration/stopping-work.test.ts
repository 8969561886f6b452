import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databaseFile } from '../../src/outside.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { stalls } from '../fakes/writing-model.ts';
import { finished, postText, stored } from './editor-scene.ts';
import { modelScene } from './model-scene.ts';
import { moderator, soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Takes the write lock as another process would, so that nothing can be stored until it is let go. */
function holdWriteLock({ config }: RunningBot): () => void {
  const other = new DatabaseSync(databaseFile(config));
  other.exec('begin immediate');
  return () => {
    other.exec('commit');
    other.close();
  };
}

/** Adds the post by the form; the answer is the card with the way to stop it. */
async function adding(bot: RunningBot) {
  const form = await moderator(bot).slash('dossier add', { name: 'bridge-costs' });
  const answer = await moderator(bot).submit(form, { text: postText });
  const id = answer.message?.id ?? absent();
  return { answer, now: () => textOf(bot.discord.world.messages.get(id)?.message) };
}

describe('work that is stopped', () => {
  it('too late, while its draft is being stored, goes on: the draft is there, and the card shows it', async () => {
    const bot = await runningBot();
    const release = holdWriteLock(bot);
    const { answer } = await adding(bot);
    expect(buttonsTo(answer.message, 'work.stop')).toHaveLength(1);

    const late = await moderator(bot).press(answer.message ?? absent(), 'Stop');
    release();
    const card = await finished(bot, answer);

    expect(textOf(late.message)).toContain('This is over already; the card shows what came of it.');
    expect(buttonsTo(card, 'edit.publish')).toHaveLength(1);
    expect(await stored(bot)).toMatchObject({ status: 'draft' });
  });

  it('is said to be stopped in the end, however late Discord takes the answer to the press', async () => {
    const { bot, model } = await modelScene(stalls);
    const { answer, now } = await adding(bot);
    await model.asked(1);
    const hold = bot.discord.faults.holdNext({ match: /^POST .*\/callback$/ });

    const pressed = moderator(bot).press(answer.message ?? absent(), 'Stop');
    await hold.reached;
    await bot.discord.as(ids.noor).slash('help');
    hold.release();
    await pressed;

    await expect.poll(now, soon).toContain('Stopped. Nothing was changed.');
    expect(await stored(bot)).toBeNull();
  });
});
