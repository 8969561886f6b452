import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { GuildId, MessageId, UserId } from '../../src/core/ids.ts';
import { openLibrary } from '../../src/library.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { someChannel } from '../fixtures/store/example-case.ts';
import { largeDossier } from '../fixtures/store/large-dossier.ts';
import { type RunningBot, runningBot } from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);
const memberId = UserId.parse(ids.noor);

/** A bot whose shared catalog and that of its server have index files; the server has a dossier of a member's message. */
async function botWithFiles(): Promise<{ readonly bot: RunningBot; readonly made: Dossier }> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  const made = exampleDossier({ guildId, slug: DossierSlug.parse('of-a-message') });
  await bot.inDatabase(async ({ dossiers, origins }) => {
    await dossiers.save(largeDossier());
    await dossiers.save(made);
    const messageId = MessageId.parse(String(someChannel()));
    const place = { guildId, channelId: someChannel(), parentId: null, messageId };
    await origins.add({ dossierId: made.id, ...place, authorId: memberId });
  });
  clock.advance(1_000);
  await bot.app.services.searchClaims({ guildId: null, text: 'bridge', limit: 1 });
  await bot.app.services.searchClaims({ guildId, text: 'bridge', limit: 1 });
  await bot.app.services.saveIndexes({ quietMs: 0 });
  expect(indexFiles(bot)).toEqual([`${guildId}.index`, 'shared.index']);
  return { bot, made };
}

function indexFiles({ config }: RunningBot): readonly string[] {
  return readdirSync(join(config.dataDir, 'indexes')).toSorted();
}

test.each([
  {
    what: 'a member whose message became a dossier is erased',
    act: (bot: RunningBot) => bot.app.services.eraseMember({ interactionId: null, memberId }),
    left: [],
  },
  {
    what: 'somebody of whom there is no dossier is erased',
    act: (bot: RunningBot) =>
      bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.mia) }),
    left: [`${guildId}.index`, 'shared.index'],
  },
  {
    what: 'the server is purged',
    act: (bot: RunningBot) => bot.app.services.purgeGuild({ guildId }),
    left: ['shared.index'],
  },
  {
    what: 'the words of an archived dossier go after their time',
    act: async (bot: RunningBot, made: Dossier) => {
      await bot.inDatabase(({ dossiers }) =>
        dossiers.save({ ...made, version: 2, status: 'archived', changedAt: 1 }),
      );
      await bot.app.services.forgetOldData();
    },
    left: [],
  },
  {
    what: 'the terminal erases the member while the bot runs',
    act: async (bot: RunningBot) => {
      await using library = await openLibrary(bot.config, 'write');
      await library.services.eraseMember({ interactionId: null, memberId });
    },
    left: [],
  },
  {
    what: 'a file of a name that is no index’s lies beside them',
    act: async (bot: RunningBot) => {
      for (const name of ['(a copy)', '~', 'zz copy'])
        writeFileSync(join(bot.config.dataDir, 'indexes', `${name}.index`), '');
      await bot.app.services.eraseMember({ interactionId: null, memberId });
    },
    left: ['(a copy).index', 'zz copy.index', '~.index'],
  },
])('of the index files those are left that hold nothing of it: $what', async ({ act, left }) => {
  const { bot, made } = await botWithFiles();

  await act(bot, made);

  expect(indexFiles(bot)).toEqual(left);
});

test('a bot that stops leaves the indexes of its large catalogs in files', async () => {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  await bot.inDatabase(({ dossiers }) => dossiers.save(largeDossier()));
  clock.advance(1_000);
  await bot.app.services.searchClaims({ guildId: null, text: 'bridge', limit: 1 });

  await bot.app.stop();

  expect(indexFiles(bot)).toEqual(['shared.index']);
});
