import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { finished, postText, stored } from './editor-scene.ts';
import { linkTo, optOut, ownDossiers, wide, written } from './message-to-add.ts';
import { moderator } from './moderating.ts';
import { buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Has a moderator add the message that a link leads to. */
async function added(bot: RunningBot, options: Readonly<Record<string, string>>): Promise<APIMessage> {
  return finished(bot, await moderator(bot).slash('dossier add', options));
}

describe('/dossier add with a link', () => {
  const open = { ...sandboxPlan, application: { ...sandboxPlan.application, messageContent: true } };
  it('says in one sentence that Discord gives no text, and what to do instead', async () => {
    const bot = await runningBot();

    const answer = await added(bot, { link: linkTo(await written(bot)) });

    expect(textOf(answer)).toBe(
      'Discord does not give Footnote the text of a message by its link. Use “Check this post” on it, or paste the text.',
    );
  });

  it('makes a draft of the chosen name where Discord gives the text', async () => {
    const bot = await runningBot({ world: open });
    const message = await written(bot);

    const answer = await added(bot, { link: linkTo(message), name: 'bridge-costs' });

    expect(buttonsTo(answer, 'edit.publish')).toHaveLength(1);
    expect(textOf(answer)).not.toContain(wide);
    expect(await stored(bot)).toMatchObject({ status: 'draft', post: { text: postText } });
  });

  it.each([
    { why: 'it is no link', link: () => 'no link', says: 'That is not a link to a message' },
    { why: 'its author wants none processed', link: linkTo, says: 'wants none of their messages processed' },
    {
      why: 'it leads to another server',
      link: ({ id }: APIMessage) =>
        `https://discord.com/channels/${ids.otherGuild}/${ids.otherGeneral}/${id}`,
      says: 'not in this server',
    },
  ])('is refused where $why', async ({ link, says }) => {
    const bot = await runningBot({ world: open });
    await optOut(bot, '1290000000000000779');

    const answer = await added(bot, { link: link(await written(bot)) });

    expect(textOf(answer)).toContain(says);
    expect(await ownDossiers(bot)).toEqual([]);
  });
});
