import { describe, expect, it } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import {
  asked,
  draft,
  opened,
  put,
  putAlone,
  putToModerators,
  told,
  watch,
  watched,
} from './answering-scene.ts';
import { casesIn, firstValue, formText, guildId } from './contested.ts';
import { moderator, untilNothingWaits } from './moderating.ts';
import { absent, textOf } from './running-bot.ts';

describe('drafting a claim for a question of the digest', () => {
  const written = { title: 'Who scored', claim: 'A striker scored twice at the stadium.' };

  it('stores the moderator’s words as a draft no member sees, takes the cases, and is resolved once published', async () => {
    const { bot, clock } = await asked();
    await putToModerators(bot, ids.ada, put);
    await watch(bot, ids.mia, watched);
    const slug = DossierSlug.parse('question-1');
    const near = { ...written, claim: 'A striker scored at Wembley.' };

    const { form, done } = await draft(bot, await opened(bot), near);

    expect(firstValue(form, 'title')).toMatch(/^which striker|^Striker/);
    expect(firstValue(form, 'claim')).toBeUndefined();
    expect(textOf(done.message)).toContain('The claim is stored as the draft question-1');
    expect(textOf(done.message)).toContain('Now yours: Case 1.');
    const stored = await bot.inDatabase(({ dossiers }) => dossiers.find(guildId, slug));
    expect(stored).toMatchObject({ status: 'draft', title: written.title, post: { text: near.claim } });
    expect(stored?.claims).toMatchObject([{ key: 'c01', quote: near.claim, gist: near.claim, notes: [] }]);
    expect((await casesIn(bot))[0]).toMatchObject({ state: 'assigned', assigneeId: ids.max, draft: slug });
    const shown = await bot.discord.as(ids.sam).slash('summary', { dossier: slug });
    expect(textOf(shown.message)).not.toContain(near.claim);
    await untilNothingWaits(bot, clock);
    expect([told(bot, ids.ada), told(bot, ids.mia)]).toEqual([[], []]);

    const { services } = bot.app;
    const document = await services.exportDossier({ guildId, slug });
    await services.importDossier({ document, guildId, sample: false });
    const queue = await moderator(bot).slash('queue');
    const [first = absent()] = await casesIn(bot);
    const caseCard = await moderator(bot).pick(queue.message ?? absent(), 'Open a case', first.id);
    await moderator(bot).press(caseCard.message ?? absent(), 'Dossier is published');
    await services.lookForNews({ lastRevision: null });
    await untilNothingWaits(bot, clock);

    expect((await casesIn(bot))[0]).toMatchObject({
      state: 'resolved',
      resolution: { kind: 'dossier-made' },
    });
    expect(told(bot, ids.ada)).toEqual([expect.stringContaining('question-1')]);
    expect(told(bot, ids.mia)).toEqual([expect.stringContaining('question-1/c01')]);
  });

  it('holds nothing of a question that one member alone put to the moderators', async () => {
    const { bot } = await putAlone();

    const { form, done } = await draft(bot, await opened(bot), written);

    expect(formText(form)).not.toContain('embley');
    expect(textOf(done.message)).not.toContain('embley');
    const stored = await bot.inDatabase(({ dossiers }) =>
      dossiers.find(guildId, DossierSlug.parse('question-1')),
    );
    expect(JSON.stringify(stored)).not.toContain('embley');
  });

  it('takes nothing from another moderator, and nothing from before a question was forgotten', async () => {
    const { bot } = await putAlone();
    const [first = absent()] = await casesIn(bot);
    const [card, stale] = [await opened(bot), await opened(bot)];
    const form = await moderator(bot).press(stale, 'Draft a new claim…');
    const assigned = { ...first, state: 'assigned', assigneeId: UserId.parse(ids.ada) } as const;
    await bot.inDatabase(({ cases }) => cases.save(assigned));

    const refused = await draft(bot, card, written);
    await bot.inDatabase(({ cases }) =>
      cases.save({ ...assigned, subject: { kind: 'question', text: null } }),
    );
    const late = await moderator(bot).submit(form, written);

    expect(textOf(refused.done.message)).toContain(`<@${ids.ada}> has taken this case.`);
    expect(textOf(late.message)).toContain('This question is not in the digest any more');
    expect((await casesIn(bot))[0]).toMatchObject({ assigneeId: ids.ada, draft: null });
  });

  it('is made once for a question nobody put to the moderators, and needs words', async () => {
    const { bot } = await asked();

    const empty = await draft(bot, await opened(bot), { ...written, claim: '   ' });
    const first = await draft(bot, await opened(bot), written);
    const second = await draft(bot, await opened(bot), { ...written, title: 'Again' });

    const [slug = absent()] = textOf(first.done.message).match(/question-[0-9a-f]{8}/) ?? [];
    expect(textOf(empty.done.message)).toContain('The title or the claim holds no word.');
    expect(textOf(second.done.message)).toContain(`There is a draft for this question already: ${slug}.`);
    const stored = await bot.inDatabase(({ dossiers }) => dossiers.find(guildId, DossierSlug.parse(slug)));
    expect(stored).toMatchObject({ title: written.title, version: 1 });
  });
});
