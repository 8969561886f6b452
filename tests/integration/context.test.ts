import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, DraftId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { casesIn, contested, guildId } from './contested.ts';
import {
  dossierIn,
  moderator,
  post,
  postedIn,
  preview,
  reported,
  shownIn,
  slug,
  stateIn,
  unchanged,
  written,
} from './context-scene.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, changeSettings, textOf } from './running-bot.ts';

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
