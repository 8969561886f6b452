import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { contextCard, removeRoute } from '../../src/cards/context-card.ts';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { reportFields, tellMeAnswers } from '../../src/cards/report-modals.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, DraftId, InteractionId, RoleId, UserId } from '../../src/core/ids.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { words } from '../../src/words/words.ts';
import { casesIn, contested, guildId, report, withModerators } from './contested.ts';
import { absent, buttonsTo, changeSettings, type RunningBot, runningBot, textOf } from './running-bot.ts';

const soon = { timeout: 5_000, interval: 20 };
const written = { text: 'The paper corrected this in May.', addresses: 'https://www.paper.example/may' };
const slug = DossierSlug.parse('context-1');

type Scene = { readonly bot: RunningBot; readonly message: APIMessage; readonly card: APIMessage };

function shownIn(bot: RunningBot, channelId: string): readonly APIMessage[] {
  return bot.discord.world.messages
    .inChannel(channelId)
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => message);
}

/** What the bot has posted where everyone there sees it. */
function postedIn(bot: RunningBot, channelId: string): readonly APIMessage[] {
  return shownIn(bot, channelId).filter(
    ({ author, components }) => author.id === bot.discord.world.bot.id && (components?.length ?? 0) > 0,
  );
}

/** The card of the first case, as soon as it is there. */
async function caseCard(bot: RunningBot): Promise<APIMessage> {
  const withContext = () =>
    postedIn(bot, ids.moderators).filter((card) => buttonsTo(card, 'context.write').length > 0);
  await expect.poll(withContext, soon).toHaveLength(1);
  return withContext()[0] ?? absent();
}

/** Noor's message in a channel, reported by Mia, and its card. */
async function reported(channelId: string = ids.general, started?: RunningBot): Promise<Scene> {
  const bot = started ?? (await runningBot());
  await withModerators(bot);
  const author = channelId === ids.moderators ? ids.max : ids.noor;
  const message = await bot.discord.as(author, { channelId }).write(contested);
  const reporter = channelId === ids.moderators ? ids.max : ids.mia;
  await report(bot, reporter, message, {
    [reportFields.tellMe]: [tellMeAnswers.yes],
    statement: 'The militias are salaried',
  });
  return { bot, message, card: await caseCard(bot) };
}

function moderator(bot: RunningBot, userId: string = ids.max) {
  return bot.discord.as(userId, { channelId: ids.moderators });
}

/** A moderator's preview of what they wrote. */
async function preview(
  { bot, card }: Scene,
  fields: Readonly<Record<string, string>> = written,
  userId?: string,
): Promise<Answer> {
  const form = await moderator(bot, userId).press(card, 'Post context');
  return moderator(bot, userId).submit(form, fields);
}

async function post(
  scene: Scene,
  fields?: Readonly<Record<string, string>>,
  userId?: string,
): Promise<Answer> {
  const shown = await preview(scene, fields, userId);
  return moderator(scene.bot, userId).press(shown.message ?? absent(), 'Post it');
}

async function dossierIn(bot: RunningBot, named: DossierSlug = slug) {
  return bot.inDatabase(({ dossiers }) => dossiers.find(guildId, named));
}

async function stateIn(bot: RunningBot) {
  const [first] = await casesIn(bot);
  return { state: first?.state, kind: first?.resolution?.kind };
}

const unchanged = { state: 'open', kind: undefined };

describe('posting context', () => {
  it('shows it to the moderator first, then posts it as a reply that pings nobody', async () => {
    const scene = await reported();
    const { bot, message } = scene;

    const shown = await preview(scene);
    const before = postedIn(bot, ids.general);
    await moderator(bot).press(shown.message ?? absent(), 'Post it');

    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain(written.text);
    expect(textOf(shown.message)).toContain('also kept as a dossier of one claim');
    expect(before).toEqual([]);
    const [posted = absent()] = postedIn(bot, ids.general);
    expect(textOf(posted)).toContain('Context from the moderators of this server');
    expect(textOf(posted)).toContain('[paper.example](https://www.paper.example/may)');
    expect(posted.message_reference?.message_id).toBe(message.id);
    expect(posted.mentions).toEqual([]);
  });

  it('resolves the case, tells who asked, and writes it into the audit', async () => {
    const scene = await reported();

    const done = await post(scene);

    const { bot } = scene;
    const [posted = absent()] = postedIn(bot, ids.general);
    const link = `https://discord.com/channels/${ids.guild}/${ids.general}/${posted.id}`;
    expect(textOf(done.message)).toContain(link);
    expect((await casesIn(bot))[0]).toMatchObject({
      state: 'resolved',
      resolution: { kind: 'context-posted', by: ids.max, url: link, claim: { slug, key: 'c01' } },
    });
    const { entries } = await bot.inDatabase(({ audit }) => audit.page(guildId, {}, 10, 0));
    expect(entries.map(({ act, after }) => [act, after])).toEqual(
      expect.arrayContaining([
        ['context.posted', 'context-1/c01'],
        ['case.resolved', 'resolved context-posted'],
      ]),
    );
    const { id } = bot.discord.world.directChannel(ids.mia);
    await expect.poll(() => shownIn(bot, id).map(textOf).join(), soon).toContain('posted context');
  });

  it('keeps it as a dossier, so that the next asker finds it', async () => {
    const scene = await reported();
    await post(scene);

    const asked = await scene.bot.discord.as(ids.sam).slash('claim lookup', { query: contested });

    expect(textOf(asked.message)).toContain('context-1/c01');
    expect(textOf(asked.message)).toContain('The moderators of this server say');
    const kept = (await dossierIn(scene.bot)) ?? absent();
    expect(kept).toMatchObject({
      status: 'published',
      version: 1,
      post: { text: contested, author: 'a member of this server' },
      claims: [{ quote: 'The militias are salaried' }],
    });
    const origins = await scene.bot.inDatabase((stores) => stores.origins.byAuthor(UserId.parse(ids.noor)));
    expect(origins).toMatchObject([{ dossierId: kept.id, messageId: scene.message.id }]);
  });

  it('posts a linked claim with its standing and notes, and makes no dossier of it', async () => {
    const scene = await reported();

    const shown = await preview(scene, { claim: 'iraqi-militias-in-syria/c05' });
    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    const [posted = absent()] = postedIn(scene.bot, ids.general);
    expect(textOf(shown.message)).toContain('the claim is in one already');
    expect(textOf(posted)).toMatch(/Standing: .*\/claim show iraqi-militias-in-syria\/c05/s);
    expect(textOf(posted)).not.toContain('Written by this server’s moderators');
    const details = await scene.bot.discord.as(ids.sam).press(posted, 'Details (only you)');
    expect(textOf(details.message)).toContain('Claim c05');
    expect((await casesIn(scene.bot))[0]?.resolution?.claim).toEqual({
      slug: 'iraqi-militias-in-syria',
      key: 'c05',
    });
    expect(await dossierIn(scene.bot)).toBeNull();
  });

  it('is in the language the server chose, whatever the moderator speaks', async () => {
    const scene = await reported();
    const moderatorsChannel = ChannelId.parse(ids.moderators);
    await changeSettings(scene.bot, guildId, { ...defaultGuildSettings, moderatorsChannel, language: 'de' });

    const shown = await preview(scene);
    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    expect(textOf(shown.message)).toContain('This is how it will be posted');
    expect(textOf(shown.message)).toContain('Kontext von der Moderation dieses Servers');
    expect(textOf(postedIn(scene.bot, ids.general)[0])).toContain(
      'Kontext von der Moderation dieses Servers',
    );
    expect((await dossierIn(scene.bot))?.post.author).toBe('ein Mitglied dieses Servers');
  });

  it('explains every mistake and loses nothing that was typed', async () => {
    const scene = await reported();
    const member = moderator(scene.bot);

    const wrong = await preview(scene, { text: 'My text', addresses: 'nowhere', claim: 'c99' });
    const form = await member.press(wrong.message ?? absent(), 'Change it');
    const corrected = await member.submit(form, { text: 'My text', addresses: '', claim: '' });

    expect(textOf(wrong.message)).toContain('not both');
    expect(textOf(wrong.message)).toContain('Address 1 is no full web address');
    expect(JSON.stringify(form.modal)).toContain('"value":"nowhere"');
    expect(corrected.kind).toBe('update');
    expect(textOf(corrected.message)).toContain('This is how it will be posted');
  });

  it('keeps what a moderator typed while another one took the case', async () => {
    const scene = await reported();
    const form = await moderator(scene.bot).press(scene.card, 'Post context');
    await moderator(scene.bot, ids.ada).press(scene.card, 'Take');

    const refused = await moderator(scene.bot).submit(form, written);
    const again = await moderator(scene.bot).press(refused.message ?? absent(), 'Change it');

    expect(textOf(refused.message)).toContain(`<@${ids.ada}> has taken this case`);
    expect(JSON.stringify(again.modal)).toContain(written.text);
    expect(postedIn(scene.bot, ids.general)).toEqual([]);
  });

  it('posts nothing when it is cancelled, and gives no moderator what another one wrote', async () => {
    const scene = await reported();
    const shown = await preview(scene);
    const [send = ''] = buttonsTo(shown.message, 'context.send');

    const draftId = DraftId.parse(send.split(':')[2]);
    const stolen = scene.bot.app.services.readContextDraft({
      guildId,
      memberId: UserId.parse(ids.ada),
      draftId,
    });
    await expect(stolen).rejects.toThrow('draft.gone');
    const cancelled = await moderator(scene.bot).press(shown.message ?? absent(), 'Cancel');

    expect(textOf(cancelled.message)).toContain('Nothing was posted');
    expect(postedIn(scene.bot, ids.general)).toEqual([]);
    expect(await stateIn(scene.bot)).toEqual(unchanged);
  });
});

describe('context that is not kept', () => {
  it('of a message in a channel not every member sees', async () => {
    const scene = await reported(ids.moderators);

    const shown = await preview(scene);
    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    expect(textOf(shown.message)).toContain('not every member can see where the message is');
    expect(await stateIn(scene.bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
    expect(await dossierIn(scene.bot)).toBeNull();
  });

  it('of a message in a private thread', async () => {
    const bot = await runningBot();
    const people = [ids.mia, ids.noor, bot.discord.world.bot.id];
    const { id } = await bot.discord
      .as(ids.mia)
      .openThread('between us', { isPrivate: true, members: people });
    const scene = await reported(id, bot);

    const shown = await preview(scene);
    await moderator(bot).press(shown.message ?? absent(), 'Post it');

    expect(textOf(shown.message)).toContain('not every member can see where the message is');
    expect(postedIn(bot, id)).toHaveLength(1);
    expect(await dossierIn(bot)).toBeNull();
  });

  it('of an author who opted out between the preview and the posting', async () => {
    const scene = await reported();
    const shown = await preview(scene);
    await scene.bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    await moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    expect(await stateIn(scene.bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
    expect(await dossierIn(scene.bot)).toBeNull();
  });
});

describe('context whose author is erased', () => {
  it('keeps none of the message’s words, however long it is', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const lines = Array.from({ length: 12 }, (_, index) => `Word${index} of the ferry, told by nobody else.`);
    const message = await bot.discord.as(ids.noor).write(lines.join('\n'));
    await report(bot, ids.mia, message);
    await post({ bot, message, card: await caseCard(bot) });
    const gist = (await dossierIn(bot))?.claims[0]?.gist;

    await bot.app.services.eraseMember({ interactionId: null, memberId: UserId.parse(ids.noor) });

    expect(gist).toContain('Word0 of the ferry');
    const versions = await bot.inDatabase(async ({ dossiers }) => {
      const kept = (await dossiers.find(guildId, slug)) ?? absent();
      return [kept, ...(await dossiers.history(guildId, kept.id))];
    });
    expect(versions).toHaveLength(2);
    expect(JSON.stringify(versions)).toContain(written.text);
    expect(JSON.stringify(versions)).not.toMatch(/Word\d|told by nobody/);
  });
});

describe('context that cannot be posted', () => {
  const places = [
    {
      why: 'its thread is archived',
      hinder: (bot: RunningBot) => bot.discord.world.setThread(ids.thread, { archived: true }),
      says: 'archived thread',
    },
    {
      why: 'its thread is locked',
      hinder: (bot: RunningBot) => bot.discord.world.setThread(ids.thread, { archived: true, locked: true }),
      says: 'is locked',
    },
    {
      why: 'the bot may not see the channel',
      hinder: (bot: RunningBot) => bot.discord.world.setBotPermissions(ids.thread, 0n),
      says: 'cannot see the channel',
    },
    {
      why: 'the bot may not write in threads',
      hinder: (bot: RunningBot) =>
        bot.discord.world.setBotPermissions(ids.thread, (1n << 10n) | (1n << 11n) | (1n << 16n)),
      says: 'may not write in the channel',
    },
  ];

  it.each(places)('is offered to copy and changes nothing when $why', async ({ hinder, says }) => {
    const scene = await reported(ids.thread);
    const { bot } = scene;
    const shown = await preview(scene);
    hinder(bot);

    const hindered = await moderator(bot).press(shown.message ?? absent(), 'Post it');
    const anew = await preview(scene);

    for (const { message } of [hindered, anew]) {
      expect(textOf(message)).toContain(says);
      expect(textOf(message)).toContain(`${written.text}\n${written.addresses}`);
      expect(textOf(message)).toContain('Removed or handled elsewhere');
    }
    expect(postedIn(bot, ids.thread)).toEqual([]);
    expect(await stateIn(bot)).toEqual(unchanged);
    expect(await dossierIn(bot)).toBeNull();
    bot.discord.world.setThread(ids.thread, { archived: false, locked: false });
    bot.discord.world.setBotPermissions(ids.thread, null);
    await moderator(bot).press(hindered.message ?? absent(), 'Try again');
    expect(postedIn(bot, ids.thread)).toHaveLength(1);
  });

  it('says so when Discord fails, and posts one message when the answer alone was lost', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = await preview(scene);
    const sending = new RegExp(`^POST /channels/${ids.general}/messages`);
    bot.discord.faults.failNext({ match: sending, status: 500, times: 20, afterwards: true });

    const failed = await (await moderator(bot).press(shown.message ?? absent(), 'Post it')).settled();
    const state = await stateIn(bot);
    bot.discord.faults.failNext({ match: /nothing/, status: 500 });

    expect(textOf(failed.message)).toContain('Discord does not answer');
    expect(state).toEqual(unchanged);
    await expect
      .poll(
        async () => {
          await moderator(bot).press(shown.message ?? absent(), 'Post it');
          return (await stateIn(bot)).state;
        },
        { ...soon, timeout: 20_000 },
      )
      .toBe('resolved');
    expect(postedIn(bot, ids.general)).toHaveLength(1);
  }, 40_000);
});

describe('context where the moderator may not write', () => {
  it('is not posted for them by Footnote, and offered to copy', async () => {
    const announcements = {
      ...sandboxPlan,
      guilds: sandboxPlan.guilds.map((guild) => ({
        ...guild,
        channels: guild.channels.map((channel) =>
          channel.id === ids.general
            ? {
                ...channel,
                overwrites: [{ id: ids.moderatorRole, type: 0 as const, allow: 0n, deny: 1n << 11n }],
              }
            : channel,
        ),
      })),
    };
    const scene = await reported(ids.general, await runningBot({ world: announcements }));

    const shown = await preview(scene);
    const [again = ''] = buttonsTo(shown.message, 'context.send');
    const pressed = await moderator(scene.bot).press(shown.message ?? absent(), again);

    for (const { message } of [shown, pressed]) {
      expect(textOf(message)).toContain('You may not write in the channel of the message');
      expect(textOf(message)).toContain(written.text);
    }
    expect(postedIn(scene.bot, ids.general)).toEqual([]);
    expect(await stateIn(scene.bot)).toEqual(unchanged);
  });
});

describe('context posted more than once', () => {
  it('by a double press is one message', async () => {
    const scene = await reported();
    const shown = await preview(scene);
    const press = () => moderator(scene.bot).press(shown.message ?? absent(), 'Post it');

    const answers = await Promise.all([press(), press(), press()]);
    const [send = ''] = buttonsTo(shown.message, 'context.send');

    expect(postedIn(scene.bot, ids.general)).toHaveLength(1);
    expect(answers.map(({ message }) => textOf(message)).join()).not.toContain('already resolved');
    expect(send).not.toBe('');
    expect((await dossierIn(scene.bot))?.version).toBe(1);
  });

  it('by two moderators at once is one message, and the slower is told', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = {
      max: await preview(scene),
      ada: await preview(scene, { text: 'Another text.' }, ids.ada),
    };

    const answers = await Promise.all([
      moderator(bot).press(shown.max.message ?? absent(), 'Post it'),
      moderator(bot, ids.ada).press(shown.ada.message ?? absent(), 'Post it'),
    ]);

    await expect.poll(() => postedIn(bot, ids.general), soon).toHaveLength(1);
    const told = answers.map(({ message }) => textOf(message));
    expect(told.filter((text) => text.includes('Case 1 is resolved'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('has already resolved this case'))).toHaveLength(1);
    const [posted = absent()] = postedIn(bot, ids.general);
    expect((await casesIn(bot))[0]?.resolution?.url).toContain(posted.id);
  });

  it('after the process died in between goes on from the message that stands', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = await preview(scene);
    const [send = ''] = buttonsTo(shown.message, 'context.send');
    const draftId = DraftId.parse(send.split(':')[2]);
    const interactionId = InteractionId.parse(bot.discord.world.ids.next());
    const memberId = UserId.parse(ids.max);
    const [{ id: caseId } = absent()] = await casesIn(bot);
    await bot.app.services.takeCase({ interactionId, guildId, caseId, memberId });
    // A delivery that was acted on before ends where a death would: posted, and nothing written.
    const dying = bot.app.services.postContext({
      guildId,
      memberId,
      roles: [RoleId.parse(ids.moderatorRole)],
      interactionId,
      draftId,
      compose: ({ context, case: { id } }) => ({
        card: contextCard(context, removeRoute(id, draftId), words('en-US')),
        mark: removeRoute(id, draftId),
        phrases: dossierPhrases(words('en-US')),
      }),
    });
    await expect(dying).rejects.toThrow('already-handled');
    const [posted = absent()] = postedIn(bot, ids.general);
    const between = await bot.app.services.showCase({ guildId, caseId });

    const again = await moderator(bot).press(shown.message ?? absent(), 'Post it');

    expect(between.case.state).toBe('assigned');
    expect(textOf(again.message)).toContain(posted.id);
    expect(postedIn(bot, ids.general)).toHaveLength(1);
    expect(await stateIn(bot)).toEqual({ state: 'resolved', kind: 'context-posted' });
  });
});

describe('removing context', () => {
  it('is for moderators: the message goes, the case is open again, the dossier is archived', async () => {
    const scene = await reported();
    const { bot } = scene;
    await post(scene);
    const [posted = absent()] = postedIn(bot, ids.general);

    const refused = await bot.discord.as(ids.mia).press(posted, 'Remove');
    const removed = await bot.discord.as(ids.max).press(posted, 'Remove');

    expect(textOf(refused.message)).toContain('This needs the permission');
    expect(textOf(removed.message)).toContain('case 1 is open again');
    expect(postedIn(bot, ids.general)).toEqual([]);
    expect(await stateIn(bot)).toEqual({ state: 'reopened', kind: undefined });
    expect(await dossierIn(bot)).toMatchObject({ status: 'archived', version: 2 });
    const asked = await bot.discord.as(ids.sam).slash('claim lookup', { query: contested });
    expect(textOf(asked.message)).not.toContain('context-1');
    const { entries } = await bot.inDatabase(({ audit }) =>
      audit.page(guildId, { act: 'context.removed' }, 10, 0),
    );
    expect(entries).toMatchObject([{ actorId: ids.max, caseNumber: 1, before: 'context-1' }]);
  });

  it('lets better context follow, as the next version of the same dossier', async () => {
    const scene = await reported();
    const { bot } = scene;
    await post(scene);
    await bot.discord.as(ids.max).press(postedIn(bot, ids.general)[0] ?? absent(), 'Remove');

    await post({ ...scene, card: await caseCard(bot) }, { text: 'A better text.' });

    expect(postedIn(bot, ids.general).map(textOf).join()).toContain('A better text.');
    const kept = await dossierIn(bot);
    expect(kept).toMatchObject({ status: 'published', version: 3 });
    expect(kept?.claims[0]?.notes).toMatchObject([{ type: 'dispute', url: null }]);
  });
});

describe('a draft of a dossier', () => {
  const draft = DossierSlug.parse('case-1');

  it('stores the message word for word, takes the case, and is seen by no member', async () => {
    const scene = await reported();
    const { bot } = scene;

    const made = await moderator(bot).press(scene.card, 'Draft a dossier');

    expect(made.ephemeral).toBe(true);
    expect(textOf(made.message)).toContain(`dossier export case-1 --guild ${ids.guild}`);
    expect(await dossierIn(bot, draft)).toMatchObject({
      status: 'draft',
      post: { text: contested },
      claims: [],
    });
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'assigned', assigneeId: ids.max, draft });
    const sam = bot.discord.as(ids.sam);
    const answers = [
      await sam.slash('summary', { dossier: 'case-1' }),
      await sam.slash('claim list', { dossier: 'case-1' }),
    ];
    for (const { message } of answers) expect(textOf(message)).not.toContain(contested);
    expect(JSON.stringify(await sam.type('summary', { dossier: 'case' }, 'dossier'))).not.toContain('case-1');
  });

  it('is made once, and published by importing what was exported', async () => {
    const scene = await reported();
    const { bot } = scene;
    const { services } = bot.app;
    await moderator(bot).press(scene.card, 'Draft a dossier');
    const again = await moderator(bot).pressForged(scene.card, buttonsTo(scene.card, 'draft.make')[0] ?? '');

    const document = await services.exportDossier({ guildId, slug: draft });
    const imported = await services.importDossier({ document, guildId, sample: false });

    expect(textOf(again.message)).toContain('There is a draft of case 1 already');
    expect(imported).toMatchObject({ change: 'updated', dossier: { status: 'published', version: 2 } });
    const shown = await bot.discord.as(ids.sam).slash('summary', { dossier: 'case-1' });
    expect(textOf(shown.message)).toContain('Nobody has summed it up yet.');
  });

  it('is refused where Footnote has no text to make one of', async () => {
    const scene = await reported();
    await scene.bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    const refused = await moderator(scene.bot).press(scene.card, 'Draft a dossier');

    expect(textOf(refused.message)).toContain('wants none of their messages processed');
    expect(await dossierIn(scene.bot, draft)).toBeNull();
    expect(await stateIn(scene.bot)).toEqual(unchanged);
  });

  it('replaces no dossier that happens to have its name', async () => {
    const scene = await reported();
    const { services } = scene.bot.app;
    await moderator(scene.bot).press(scene.card, 'Draft a dossier');
    const document = await services.exportDossier({ guildId, slug: draft });
    const taken = { ...document, slug, title: 'Somebody else’s' };
    await services.importDossier({ document: taken, guildId, sample: false });

    await post(scene);

    expect(await dossierIn(scene.bot)).toMatchObject({ title: 'Somebody else’s', version: 1 });
    expect(await dossierIn(scene.bot, DossierSlug.parse('context-1-2'))).toMatchObject({
      post: { text: contested },
    });
  });
});
