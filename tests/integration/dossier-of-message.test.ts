import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { casesIn, guildId, report, withModerators } from './contested.ts';
import { audited, finished, postText, stored } from './editor-scene.ts';
import { linkTo, optOut, ownDossiers, wide, written } from './message-to-add.ts';
import { card, cardSays, moderator, soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Has a moderator check a message of Noor's. */
async function checked(bot: RunningBot, message: APIMessage, userId: string = ids.max): Promise<APIMessage> {
  const actor = bot.discord.as(userId, { channelId: message.channel_id });
  const answer = await (await actor.menu('Check this post', message.id)).settled();
  return answer.message ?? absent();
}

/** Presses the button that makes a dossier of a checked message. */
async function made(bot: RunningBot, shown: APIMessage, userId: string = ids.max): Promise<APIMessage> {
  return finished(bot, await moderator(bot, userId).press(shown, 'Make a dossier of it'));
}

describe('a dossier of a checked message', () => {
  it('is a draft of the message, word for word, with what is proposed, and names no author', async () => {
    const bot = await runningBot();
    const message = await written(bot);

    const editor = await made(bot, await checked(bot, message));

    expect(buttonsTo(editor, 'edit.publish')).toHaveLength(1);
    expect(textOf(editor)).toContain('Proposed from the post’s own words: 3 claims.');
    const dossier = (await stored(bot, 'post-1')) ?? absent();
    expect(dossier).toMatchObject({
      status: 'draft',
      language: 'en',
      post: {
        text: postText,
        author: 'a member of this server',
        url: linkTo(message),
        remarks: null,
      },
      summary: { madeBy: { by: 'extractive' } },
    });
    expect(dossier.claims).toHaveLength(3);
    expect(await bot.inDatabase(({ origins }) => origins.ofDossier(guildId, dossier.id))).toMatchObject({
      messageId: message.id,
      authorId: ids.noor,
    });
    expect(await audited(bot)).toEqual(['dossier.drafted |  | post-1']);
  });

  it('is made once: whoever checks the message again comes to the same', async () => {
    const bot = await runningBot();
    const message = await written(bot);
    const shown = await checked(bot, message);
    await made(bot, shown);

    const pressedAgain = await made(bot, shown);
    const checkedAgain = await made(bot, await checked(bot, message, ids.ada), ids.ada);

    for (const editor of [pressedAgain, checkedAgain])
      expect(textOf(editor)).toContain('There is a dossier of this message already.');
    expect(await ownDossiers(bot)).toHaveLength(1);
  });

  it('says where its text was read, where that is not the message itself', async () => {
    const bot = await runningBot();
    const forward = await bot.discord.as(ids.noor).forward((await written(bot)).id);

    await made(bot, await checked(bot, forward));

    expect((await stored(bot, 'post-1'))?.post.remarks).toContain('forwarded');
  });

  it('is offered to moderators alone, and only of what has been written', async () => {
    const bot = await runningBot();
    const message = await written(bot);

    const ofMember = await checked(bot, message, ids.mia);
    const ofModerator = await checked(bot, message);

    expect(buttonsTo(ofMember, 'check.draft')).toEqual([]);
    expect(buttonsTo(ofModerator, 'check.draft')).toHaveLength(1);
  });

  it('is not made from what another moderator has checked', async () => {
    const bot = await runningBot();
    const shown = await checked(bot, await written(bot));

    const refused = await moderator(bot, ids.ada).pressForged(
      shown,
      buttonsTo(shown, 'check.draft')[0] ?? '',
    );

    expect(textOf(refused.message)).toContain('more than 15 minutes');
    expect(await ownDossiers(bot)).toEqual([]);
  });

  it.each([
    { channel: 'that everybody sees', channelId: ids.general, warns: false },
    { channel: 'that moderators alone see', channelId: ids.moderators, warns: true },
  ])('warns of members who do not see its channel in a channel $channel', async ({ channelId, warns }) => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.max, { channelId }).write(postText);

    const editor = await made(bot, await checked(bot, message, ids.max));

    expect(textOf(editor).includes(wide)).toBe(warns);
  });
});

describe('a dossier of a message whose author does not want it', () => {
  it('is not made once they have opted out, or deleted it', async () => {
    const bot = await runningBot();
    const first = await written(bot);
    const deleted = await checked(bot, first);
    const optedOut = await checked(bot, await written(bot), ids.ada);
    await bot.discord.as(ids.noor).remove(first.id);

    const ofDeleted = await made(bot, deleted);
    await optOut(bot, '1290000000000000777');
    const ofOptedOut = await made(bot, optedOut, ids.ada);

    expect(textOf(ofDeleted)).toContain('This message was deleted');
    expect(textOf(ofOptedOut)).toContain('wants none of their messages processed');
    expect(await ownDossiers(bot)).toEqual([]);
  });

  it('is archived when they opt out, and loses their words when they are erased', async () => {
    const bot = await runningBot();
    await made(bot, await checked(bot, await written(bot)));

    await optOut(bot, '1290000000000000778');
    const archived = await stored(bot, 'post-1');
    await bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.noor) });

    expect(archived?.status).toBe('archived');
    expect(await audited(bot)).toContain('dossier.withdrawn | post-1 | ');
    expect(JSON.stringify(await stored(bot, 'post-1'))).not.toMatch(/mayor|council|engineer/);
  });

  it('is of that message as an imported copy, too: an opt-out reaches both', async () => {
    const bot = await runningBot();
    await made(bot, await checked(bot, await written(bot)));
    const { exportEdit, takeInFile } = bot.app.services;
    const document = await exportEdit({ guildId, slug: DossierSlug.parse('post-1') });
    await takeInFile({
      interactionId: InteractionId.parse('1290000000000007701'),
      guildId,
      memberId: UserId.parse(ids.max),
      document: { ...document, slug: DossierSlug.parse('a-copy') },
    });

    await optOut(bot, '1290000000000007702');

    expect((await ownDossiers(bot)).map(({ status }) => status)).toEqual(['archived', 'archived']);
  });
});

describe('a dossier of a message that was reported', () => {
  it('is known to its case, which is left to whoever takes it', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const message = await written(bot);
    await (await report(bot, ids.mia, message)).settled();
    await made(bot, await checked(bot, message));

    const [reported] = await casesIn(bot);

    expect(reported).toMatchObject({ draft: 'post-1', state: 'open' });
    await expect.poll(() => buttonsTo(card(bot), 'case.made').length, soon).toBe(1);
  });

  it('becomes the draft of a case that is opened later', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const message = await written(bot);
    await made(bot, await checked(bot, message));
    await (await report(bot, ids.mia, message)).settled();
    await cardSays(bot, 'Case 1');

    const drafted = await moderator(bot).press(card(bot), 'Draft a dossier');

    expect(textOf(drafted.message)).toContain('There is a draft of case 1 already: post-1.');
    expect((await casesIn(bot))[0]).toMatchObject({ draft: 'post-1', assigneeId: ids.max });
    expect(await ownDossiers(bot)).toHaveLength(1);
  });
});
