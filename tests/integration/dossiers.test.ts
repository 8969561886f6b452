import { describe, expect, it } from 'vitest';
import { type DossierDocument, readDossierDocument } from '../../src/core/dossier-document.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import { ChannelId, GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { absent, buttonsTo, publish, runningBot, textOf } from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);

function document(change: Record<string, unknown> = {}): DossierDocument {
  return readDossierDocument({ ...toDocument(exampleDossier()), ...change });
}

describe('which dossier is shown', () => {
  it('puts the server’s own in the place of the sample', async () => {
    const bot = await runningBot();
    await publish(bot, guildId, document({ title: 'Our own' }));

    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(answer.message)).toContain('## Our own');
    expect(textOf(answer.message)).not.toContain('Sample dossier');
  });

  it('asks which when there are several; the pick completes the question', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    await publish(bot, guildId, document({ slug: 'first', title: 'First post' }));
    await publish(bot, guildId, document({ slug: 'second', title: 'Second post' }));

    const asked = await mia.slash('summary', { share: true });
    const picked = await mia.pick(asked.message ?? absent(), 'Pick a dossier', 'second');

    expect(textOf(asked.message)).toContain('Which post?');
    expect(textOf(asked.message)).toContain('Nothing was shared, because this server has several dossiers');
    expect(textOf(picked.message)).toContain('## Second post');
  });

  it('asks which claims to list when there are several dossiers', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    await publish(bot, guildId, document({ slug: 'first', title: 'First post' }));
    await publish(bot, guildId, document({ slug: 'second', title: 'Second post' }));

    const asked = await mia.slash('claim list');
    const [menu = ''] = buttonsTo(asked.message, 'claim.list-pick');
    const listed = await mia.pick(asked.message ?? absent(), menu, 'second');

    expect(textOf(listed.message)).toContain('Second post');
  });

  it('follows the pin of a channel, in its threads too, and passes over a pin that leads nowhere', async () => {
    const bot = await runningBot();
    await publish(bot, guildId, document({ slug: 'first', title: 'First post' }));
    const second = await publish(bot, guildId, document({ slug: 'second', title: 'Second post' }));
    await bot.inDatabase(({ dossiers }) => dossiers.pin(guildId, ChannelId.parse(ids.news), second));

    const inChannel = await bot.discord.as(ids.mia, { channelId: ids.news }).slash('summary');
    const inThread = await bot.discord.as(ids.mia, { channelId: ids.thread }).slash('summary');
    const elsewhere = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(inChannel.message)).toContain('## Second post');
    expect(textOf(inThread.message)).toContain('## Second post');
    expect(textOf(elsewhere.message)).toContain('Which post?');
  });

  it('shows the server’s own where a shared one has the same slug, and asks nothing', async () => {
    const bot = await runningBot();
    const shared = document({ slug: 'same', title: 'Shared by all' });
    await bot.app.services.importDossier({ document: shared, guildId: null, sample: false });
    await publish(bot, guildId, document({ slug: 'same', title: 'Our own of that name' }));

    const own = await bot.discord.as(ids.mia).slash('summary');
    const other = await bot.discord.as(ids.olu).slash('summary', { dossier: 'same' });

    expect(textOf(own.message)).toContain('## Our own of that name');
    expect(textOf(other.message)).toContain('## Shared by all');
  });

  it('never lets a shipped sample overwrite what an operator imported under its name', async () => {
    const bot = await runningBot();
    const edited = document({ slug: 'iraqi-militias-in-syria', title: 'Edited by the operator' });
    await bot.app.services.importDossier({ document: edited, guildId: null, sample: false });

    const again = await bot.app.services.importDossier({
      document: document({ slug: 'iraqi-militias-in-syria', title: 'As shipped' }),
      guildId: null,
      sample: true,
    });
    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(again.change).toBe('unchanged');
    expect(textOf(answer.message)).toContain('## Edited by the operator');
  });

  it('shows a dossier without claims, and one whose claim has no note', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    await publish(bot, guildId, document({ slug: 'bare', title: 'Bare', claims: [] }));

    const answer = await mia.slash('summary');
    const lookup = await mia.slash('claim lookup', { query: 'anything at all' });

    expect(textOf(answer.message)).toContain('No claims have been picked out of this post yet.');
    expect(textOf(lookup.message)).toContain('No known claim');
  });

  it('sees a dossier that another process has imported', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    await mia.slash('summary');
    await bot.inDatabase(({ dossiers }) =>
      dossiers.save(exampleDossier({ guildId, title: 'From elsewhere' })),
    );

    const summary = async () => textOf((await bot.discord.as(ids.noor).slash('summary')).message);

    await expect.poll(summary, { timeout: 30_000, interval: 250 }).toContain('## From elsewhere');
  });
});
