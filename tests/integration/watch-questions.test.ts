import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { answerWatched } from '../../src/services/watches/answer-watched.ts';
import { absent, buttonsTo, changeSettings, type RunningBot, textOf } from './running-bot.ts';
import {
  botWithFerry,
  ferry,
  grocer,
  guildId,
  importElsewhere,
  toldTo,
  unansweredTexts,
  untilLooked,
  untilTold,
  untilToldTimes,
  watchesOf,
} from './watching.ts';

describe('a question nobody could answer', () => {
  const question = 'does the grocer keep zebras behind the bakery';

  async function ask(bot: RunningBot) {
    const mia = bot.discord.as(ids.mia);
    const card = await (await mia.slash('claim lookup', { query: question })).settled();
    expect(textOf(card.message)).toContain('No known claim');
    return (await mia.press(card.message ?? absent(), 'Tell me when it is answered')).settled();
  }

  it('is told once of the claim that answers it, and is forgotten then', async () => {
    const { bot, clock } = await botWithFerry();

    const card = await ask(bot);
    await importElsewhere(bot, grocer);
    await untilTold(bot, clock);
    await importElsewhere(bot, { ...grocer, title: 'The zebras' });
    clock.advance(60_000);

    expect(textOf(card.message)).toContain('Your id is kept with the words of this question');
    expect(toldTo(bot)).toEqual([expect.stringContaining(`Your question “${question}” is answered`)]);
    expect(toldTo(bot)[0]).toContain('**grocer/c01**');
    expect(await watchesOf(bot)).toEqual([]);
  });

  it('is not told of what does not surely answer it', async () => {
    const { bot, clock } = await botWithFerry();
    await ask(bot);

    await importElsewhere(bot, { ...ferry, title: 'Another title' });
    clock.advance(60_000);
    await importElsewhere(bot, { ...ferry, slug: DossierSlug.parse('another') });
    clock.advance(60_000);
    await untilLooked(bot, clock);

    expect(toldTo(bot)).toEqual([]);
    expect(await watchesOf(bot)).toMatchObject([{ kind: 'question', text: question, answer: null }]);
  });

  it('is told of the claim a moderator answers it with', async () => {
    const { bot, clock } = await botWithFerry();
    await ask(bot);
    const [{ id } = absent()] = await watchesOf(bot);
    const dossier = await bot.inDatabase(({ dossiers }) => dossiers.find(guildId, ferry.slug));
    const { claims: [claim = absent()] = [], id: dossierId } = dossier ?? absent();

    const told = await bot.inDatabase((stores) =>
      answerWatched({ clock }, stores, {
        guildId,
        watchIds: [id],
        claim: { dossierId, claimId: claim.id, reference: { slug: ferry.slug, key: claim.key } },
      }),
    );
    await untilToldTimes(bot, clock, 1);

    expect(told).toBe(1);
    expect(toldTo(bot)[0]).toContain('**ferry-timetable/c01**');
  });

  it('leaves nothing that joins the member to what else they asked that day', async () => {
    const { bot } = await botWithFerry();
    await ask(bot);

    const asked = await unansweredTexts(bot);

    expect(asked).toEqual([]);
  });

  it('is watched under “none of these”, too', async () => {
    const { bot } = await botWithFerry();
    const mia = bot.discord.as(ids.mia);
    const list = await (
      await mia.slash('claim lookup', { query: 'does the lighthouse keeper own a sailing boat' })
    ).settled();
    const none = await (await mia.press(list.message ?? absent(), 'None of these')).settled();

    const card = await (await mia.press(none.message ?? absent(), 'Tell me when it is answered')).settled();

    expect(textOf(card.message)).toContain('None of the claims offered');
    expect(await watchesOf(bot)).toMatchObject([{ text: 'does the lighthouse keeper own a sailing boat' }]);
    expect(buttonsTo(card.message, 'watch.stop')).toHaveLength(1);
  });

  it('cannot be watched where no words of questions are kept', async () => {
    const { bot } = await botWithFerry();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, keepsQuestionTexts: false });

    const card = await bot.discord.as(ids.mia).slash('claim lookup', { query: question });

    expect(textOf(card.message)).toContain('No known claim');
    expect(buttonsTo(card.message, 'watch.question')).toEqual([]);
  });
});
