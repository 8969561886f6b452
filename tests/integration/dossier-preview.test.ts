import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { guildId } from './contested.ts';
import { added, desk, fill, memberReads, pressed, publishedAnyway } from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

const numberIn = (shown: string) => /· version (\d+), changed on/.exec(shown)?.[1];

/** The numbers that a preview of a dossier and one of its first claim say. */
async function previewed(bot: RunningBot, editor: APIMessage) {
  const shown = await pressed(bot, editor, 'Preview');
  const [menu = ''] = buttonsTo(shown, 'edit.preview-claim');
  const { dossier } = await bot.app.services.openEdit({ guildId, slug: DossierSlug.parse('bridge-costs') });
  const ofClaim = await moderator(bot).pick(shown, menu, dossier.claims[0]?.id ?? '');
  return {
    numbers: [numberIn(textOf(shown)), numberIn(textOf(ofClaim.message))],
    editor: await pressed(bot, ofClaim.message ?? absent(), 'Back to the dossier'),
  };
}

it('a preview says the number that members will read: of a draft, of what is published as it is, and of changes', async () => {
  const bot = await runningBot();
  const read = async () => numberIn(await memberReads(bot, 'summary', { dossier: 'bridge-costs' }));

  const draft = await previewed(bot, await added(bot));
  await publishedAnyway(bot, draft.editor);
  const first = await read();
  const published = await previewed(bot, await desk(bot));
  const edited = await fill(bot, published.editor, 'Summary', { summary: 'The post says it is dear.' });
  const changes = await previewed(bot, edited);
  await publishedAnyway(bot, changes.editor);
  const second = await read();

  expect([draft.numbers, first, published.numbers]).toEqual([['2', '2'], '2', ['2', '2']]);
  expect([changes.numbers, second]).toEqual([['3', '3'], '3']);
});
