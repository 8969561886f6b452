import { describe, expect, it } from 'vitest';
import { analysisPhrases } from '../../src/cards/analysis-phrases.ts';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { analyzeExtractively } from '../../src/core/analysis/analyze.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import { type CaseId, ChannelId, InteractionId, MessageId, UserId } from '../../src/core/ids.ts';
import { newPost } from '../../src/core/new-post.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import type { Services } from '../../src/services/services.ts';
import { words } from '../../src/words/words.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { casesIn, guildId, report } from './contested.ts';
import { audited, fileOf, finished, postText, publishedAnyway } from './editor-scene.ts';
import { moderator, secondBot, soon } from './moderating.ts';
import { absent, publish, type RunningBot, runningBot } from './running-bot.ts';

const phrases = { ...analysisPhrases(words('en-US')), ...dossierPhrases(words('en-US')) };
const slug = DossierSlug.parse('ferry-timetable');
const channelId = ChannelId.parse(ids.general);
const memberId = UserId.parse(ids.max);

/** Everything that an act of a moderator on a dossier may change. */
function everything(bot: RunningBot) {
  return bot.inDatabase(async (stores) => {
    const own = (await stores.dossiers.listOwn(guildId)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    const { cases } = await stores.cases.page(guildId, { states: [] }, 100, 0);
    const { entries } = await stores.audit.page(guildId, {}, 100, 0);
    const pin = await stores.dossiers.pinned(guildId, channelId);
    const edits = await Promise.all(own.map(({ id }) => stores.edits.latest(guildId, id)));
    return { own, cases, entries, pin, edits };
  });
}

/** What is delivered twice, and what is there before. */
type Scene = {
  readonly bot: RunningBot;
  readonly services: Services;
  readonly dossier: Dossier;
  readonly caseId: CaseId;
};
type Act = (scene: Scene, interactionId: InteractionId) => Promise<unknown>;

const document = toDocument(exampleDossier());
const changedDocument = { ...document, title: 'Another title' };

const acts: readonly { readonly what: string; readonly act: Act; readonly before?: Act }[] = [
  {
    what: 'adding a post',
    act: ({ services }, interactionId) => {
      const typed = { text: postText, title: 'A bridge', author: '', url: '' };
      const { added: post } = newPost(typed, null, (text) => text) ?? absent();
      const analysis = analyzeExtractively(postText);
      return services.addDossier({ interactionId, guildId, memberId, added: post, analysis, phrases });
    },
  },
  {
    what: 'making a dossier of a message',
    act: ({ services }, interactionId) =>
      services.draftMessage({
        ...{ interactionId, guildId, memberId, slug: null, locale: 'en-US', phrases },
        analysis: analyzeExtractively(postText),
        message: {
          ...{ guildId, channelId, parentId: null, messageId: MessageId.parse('1290000000000000990') },
          ...{ authorId: UserId.parse(ids.noor), text: postText, textFrom: 'content' },
          ...{ reach: 'everyone', readAt: Date.now() },
        },
      }),
  },
  {
    what: 'importing a dossier',
    act: ({ services }, interactionId) => {
      const file = { ...document, slug: DossierSlug.parse('a-copy') };
      return services.takeInFile({ interactionId, guildId, memberId, document: file });
    },
  },
  {
    what: 'importing changes',
    act: ({ services }, interactionId) =>
      services.takeInFile({ interactionId, guildId, memberId, document: changedDocument }),
  },
  {
    what: 'analysing a post again',
    act: ({ services, dossier }, interactionId) => {
      const analysis = analyzeExtractively(dossier.post.text);
      const acting = { interactionId, guildId, memberId, dossierId: dossier.id };
      return services.proposeAgain({ ...acting, post: dossier.post.text, analysis, phrases });
    },
  },
  {
    what: 'restoring a version',
    act: ({ services, dossier }, interactionId) =>
      services.restoreVersion({ interactionId, guildId, memberId, dossierId: dossier.id, version: 1 }),
    before: ({ bot }) => publish(bot, guildId, changedDocument),
  },
  {
    what: 'pinning',
    act: ({ services }, interactionId) => services.pinDossier({ interactionId, guildId, channelId, slug }),
  },
  {
    what: 'taking a pin away',
    act: ({ services }, interactionId) =>
      services.pinDossier({ interactionId, guildId, channelId, slug: null }),
    before: ({ services }, interactionId) => services.pinDossier({ interactionId, guildId, channelId, slug }),
  },
  {
    what: 'undoing a change',
    act: async ({ services, dossier }, interactionId) => {
      const { revision } = await services.openEdit({ guildId, id: dossier.id });
      return services.undoEdit({ interactionId, guildId, memberId, dossierId: dossier.id, revision });
    },
    before: ({ services }, interactionId) =>
      services.takeInFile({ interactionId, guildId, memberId, document: changedDocument }),
  },
  {
    what: 'discarding changes',
    act: ({ services, dossier }, interactionId) =>
      services.dropEdit({ interactionId, guildId, memberId, dossierId: dossier.id }),
    before: ({ services }, interactionId) =>
      services.takeInFile({ interactionId, guildId, memberId, document: changedDocument }),
  },
  {
    what: 'archiving',
    act: ({ services, dossier }, interactionId) =>
      services.archiveByHand({ interactionId, guildId, memberId, dossierId: dossier.id }),
  },
  {
    what: 'drafting from a case',
    act: ({ services, caseId }, interactionId) =>
      services.draftDossier({ interactionId, guildId, memberId, caseId, phrases }),
  },
  {
    what: 'withdrawing what was made from a case',
    act: ({ services, caseId }, interactionId) =>
      services.withdrawDossiers({ interactionId, guildId, memberId, caseId }),
    before: ({ services, caseId }, interactionId) =>
      services.draftDossier({ interactionId, guildId, memberId, caseId, phrases }),
  },
];

describe('delivered twice', () => {
  it.each(acts)('$what is done once, at the same moment and later', async ({ act, before }) => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(postText);
    await report(bot, ids.mia, message);
    await publish(bot, guildId, document);
    const dossier = (await bot.inDatabase(({ dossiers }) => dossiers.find(guildId, slug))) ?? absent();
    const caseId = (await casesIn(bot))[0]?.id ?? absent();
    const scene: Scene = { bot, services: bot.app.services, dossier, caseId };
    await before?.(scene, InteractionId.parse('1500000000000000001'));
    const untouched = await everything(bot);
    const deliver = () => act(scene, InteractionId.parse('1500000000000000002'));

    const both = await Promise.allSettled([deliver(), deliver()]);
    const once = await everything(bot);
    const late = await Promise.allSettled([deliver()]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refusals = [...both, ...late].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refusals).toMatchObject([{ code: 'already-handled' }, { code: 'already-handled' }]);
    expect(once).not.toEqual(untouched);
    expect(await everything(bot)).toEqual(once);
  });

  it('to a process that has just started, an act of the one before is not done again, and not answered twice', async () => {
    const bot = await runningBot();
    const max = moderator(bot);
    const form = await max.slash('dossier add', { name: 'bridge-costs' });
    const adding = await max.submit(form, { text: postText });
    await publishedAnyway(bot, await finished(bot, adding));
    const file = fileOf('copy.json', JSON.stringify({ ...document, slug: 'a-copy' }));
    const importing = await max.slash('dossier import', { file });
    const pinning = await max.slash('dossier pin', { dossier: 'bridge-costs' });
    const history = (await max.slash('dossier history', { dossier: 'bridge-costs' })).message ?? absent();
    const version = await max.pick(history, 'See what a version changed', '1');
    const restoring = await max.press(version.message ?? absent(), 'Bring this version back');
    const asked = (await max.slash('dossier archive', { dossier: 'a-copy' })).message ?? absent();
    const archiving = await max.press(asked, 'Archive it');
    const once = await everything(bot);
    await bot.app.stop();
    const log = await secondBot(bot);
    await bot.discord.whenReady();

    for (const { interactionId } of [adding, importing, pinning, restoring, archiving])
      bot.discord.faults.redeliver(interactionId);

    const left = () => log.filter((line) => line.includes('interaction needs no answer any more')).length;
    await expect.poll(left, soon).toBe(5);
    expect(await everything(bot)).toEqual(once);
    expect(once.own.map(({ slug: own, status }) => `${own} ${status}`)).toEqual([
      'a-copy archived',
      'bridge-costs published',
    ]);
    expect(await audited(bot)).toHaveLength(5);
  });
});
