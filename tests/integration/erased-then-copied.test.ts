import { describe, expect, it } from 'vitest';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { DossierDocument } from '../../src/core/dossier-document.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { words } from '../../src/words/words.ts';
import { casesIn, guildId, report } from './contested.ts';
import { fileOf, finished, postText, stored } from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

const author = UserId.parse(ids.noor);
const refused = 'has had Footnote erase what it holds of them, so nothing was stored.';

/** Has a moderator make a dossier of a message. */
async function madeOf(bot: RunningBot, messageId: string): Promise<void> {
  const shown = (await (await moderator(bot).menu('Check this post', messageId)).settled()).message;
  await finished(bot, await moderator(bot).press(shown ?? absent(), 'Make a dossier of it'));
}

const erase = (bot: RunningBot) => bot.app.services.eraseMember({ interactionId: null, memberId: author });

function optOut(bot: RunningBot): Promise<void> {
  const interactionId = InteractionId.parse('1290000000000000781');
  return bot.app.services.optOut({ interactionId, memberId: author, out: true });
}

/** A dossier of a message of Noor's, and the file that a moderator has of it under another name. */
async function copied() {
  const bot = await runningBot();
  const message = await bot.discord.as(ids.noor).write(postText);
  await madeOf(bot, message.id);
  const document: DossierDocument = await bot.app.services.exportEdit({
    guildId,
    slug: DossierSlug.parse('post-1'),
  });
  const file = fileOf('copy.json', JSON.stringify({ ...document, slug: 'a-copy' }));
  return { bot, message, file };
}

describe('a file of a dossier made from a message', () => {
  it('is not taken in once its author was erased, under whatever name', async () => {
    const { bot, file } = await copied();
    await erase(bot);

    const answer = await moderator(bot).slash('dossier import', { file });

    expect(textOf(answer.message)).toContain(refused);
    expect(await stored(bot, 'a-copy')).toBeNull();
  });

  it('is of the dossier that was made of it anew, so that an opt-out reaches it', async () => {
    const { bot, message, file } = await copied();
    await erase(bot);
    await madeOf(bot, message.id);
    await moderator(bot).slash('dossier import', { file });

    await optOut(bot);

    expect(await stored(bot, 'a-copy')).toMatchObject({ status: 'archived' });
  });
});

describe('a draft from a case, whose first draft was withdrawn and lost its author', () => {
  it('is of the author again, so that an opt-out reaches it', async () => {
    const bot = await runningBot();
    const { draftDossier, withdrawDossiers } = bot.app.services;
    const message = await bot.discord.as(ids.noor).write(postText);
    await report(bot, ids.mia, message);
    const caseId = (await casesIn(bot))[0]?.id ?? absent();
    const acting = (id: string) => ({
      ...{ interactionId: InteractionId.parse(id), guildId, caseId, memberId: UserId.parse(ids.max) },
    });
    const phrases = dossierPhrases(words('en-US'));
    await draftDossier({ ...acting('1290000000000000782'), phrases });
    await withdrawDossiers(acting('1290000000000000783'));
    await erase(bot);
    await report(bot, ids.sam, message);
    await draftDossier({ ...acting('1290000000000000784'), phrases });
    const drafted = await stored(bot, 'case-1');

    await optOut(bot);

    expect(drafted).toMatchObject({ status: 'draft', post: { text: postText } });
    expect(await stored(bot, 'case-1')).toMatchObject({ status: 'archived' });
  });
});
