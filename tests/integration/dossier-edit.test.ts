import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import {
  added,
  audited,
  claimOn,
  desk,
  fill,
  memberReads,
  onDesk,
  pressed,
  publishedAnyway,
  stored,
} from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** A bot with a draft of no claims but what the tests add. */
async function botWithDraft(): Promise<RunningBot> {
  const bot = await runningBot();
  await added(bot);
  return bot;
}

const costs = 'The bridge costs 40 million euros.';

describe('a claim', () => {
  it('is added by a passage pasted with other quotation marks and spaces', async () => {
    const bot = await botWithDraft();
    const typed = ' every engineer who was asked warned\n against the eastern pier ';

    const card = await fill(bot, await desk(bot), 'Add a claim', {
      quote: typed,
      gist: '',
      kind: ['factual'],
    });

    const claim = (await onDesk(bot)).claims.at(-1);
    expect(claim).toMatchObject({
      quote: expect.stringContaining('engineer who was asked   warned against the eastern pier'),
      gist: expect.stringContaining('The post says'),
      kind: 'factual',
    });
    expect(textOf(card)).toContain('Changed. Members see it once you publish.');
  });

  it('is refused where the post does not say it; the form opens again with what was typed', async () => {
    const bot = await botWithDraft();
    const before = await onDesk(bot);
    const typed = { quote: 'The bridge costs 50 million euros.', gist: 'My own words.', kind: ['causal'] };

    const problems = await fill(bot, await desk(bot), 'Add a claim', typed);
    const again = await moderator(bot).press(problems, 'Open the form again');
    const mended = await moderator(bot).submit(again, { quote: costs });

    expect(textOf(problems)).toContain('Passage of the post: the post does not say that, word for word.');
    expect(JSON.stringify(again.modal)).toContain(typed.quote);
    expect(textOf(mended.message)).toContain('Changed.');
    expect(
      (await onDesk(bot)).claims.filter((claim) => !before.claims.some(({ id }) => id === claim.id)),
    ).toEqual(
      before.claims.some(({ quote }) => quote === costs)
        ? []
        : [expect.objectContaining({ gist: typed.gist, kind: 'causal' })],
    );
  });

  it('is worded anew, and gets sources and disputes that are changed and removed', async () => {
    const bot = await botWithDraft();
    const open = async () => claimOn(bot, await desk(bot));
    await fill(bot, await open(), 'Gist and kind', {
      gist: 'The post says what it costs.',
      kind: ['prediction'],
    });
    const withDispute = await fill(bot, await open(), 'Add a dispute', { text: 'Nobody has seen the bill.' });
    const noteId = (await onDesk(bot)).claims[0]?.notes[0]?.id ?? '';
    const noteCard = async () =>
      (await moderator(bot).pick(await open(), 'Open a note to change it', noteId)).message ?? withDispute;

    const changed = await fill(bot, await noteCard(), 'Change', {
      text: 'The council has not shown the bill.',
      url: '<https://council.example/bill>',
    });
    const removed = await pressed(bot, await noteCard(), 'Remove');

    expect(textOf(withDispute)).toContain('Nobody has seen the bill.');
    expect(textOf(changed)).toContain('The council has not shown the bill.');
    expect(textOf(removed)).toContain('Removed. “Undo” brings it back.');
    expect((await onDesk(bot)).claims[0]).toMatchObject({
      gist: 'The post says what it costs.',
      kind: 'prediction',
      notes: [],
    });
  });

  it('is removed, and comes back by undoing', async () => {
    const bot = await botWithDraft();
    const before = await onDesk(bot);

    const removed = await pressed(bot, await claimOn(bot, await desk(bot)), 'Remove the claim');
    const without = await onDesk(bot);
    const undone = await pressed(bot, removed, 'Undo');

    expect(without.claims).toEqual(before.claims.slice(1));
    expect(textOf(undone)).toContain('The last change is taken back.');
    expect((await onDesk(bot)).claims).toEqual(before.claims);
  });
});

describe('the desk', () => {
  it('keeps what is wrong in the form about the post, and changes the rest of it', async () => {
    const bot = await botWithDraft();

    const problems = await fill(bot, await desk(bot), 'About the post', {
      title: 'The bridge',
      date: 'last week',
      url: 'paper.example',
    });
    const again = await moderator(bot).press(problems, 'Open the form again');
    await moderator(bot).submit(again, { date: '2024-03', url: 'https://paper.example/' });

    expect(textOf(problems)).toContain('Date: write a date as YYYY');
    expect(textOf(problems)).toContain('Address: use a full web address');
    expect(await onDesk(bot)).toMatchObject({
      title: 'The bridge',
      post: { date: '2024-03', url: 'https://paper.example/' },
    });
  });

  it('goes back only as far as to what is stored, and discards only what is confirmed', async () => {
    const bot = await botWithDraft();
    const edited = await fill(bot, await desk(bot), 'Summary', {
      summary: 'The post says a bridge is dear.',
    });

    const asked = await pressed(bot, edited, 'Discard changes');
    const kept = await onDesk(bot);
    const dropped = await pressed(bot, asked, 'Discard them');

    expect(textOf(asked)).toContain('Discard all changes of bridge-costs');
    expect(kept.summary).toMatchObject({ text: 'The post says a bridge is dear.', madeBy: { by: 'person' } });
    expect(textOf(dropped)).toContain('are discarded');
    expect((await onDesk(bot)).summary).toEqual((await stored(bot))?.summary);
  });

  it('shows a preview of the dossier and its claims with no button that acts', async () => {
    const bot = await botWithDraft();

    const preview = await pressed(bot, await desk(bot), 'Preview');
    const claimId = (await onDesk(bot)).claims[0]?.id ?? '';
    const claim = await moderator(bot).pick(preview, 'Preview a claim', claimId);

    for (const message of [preview, claim.message]) {
      const routes = [...JSON.stringify(message?.components).matchAll(/"custom_id":"1:([\w.-]+)/g)];
      expect(routes.map(([, route]) => route).filter((route) => !route?.startsWith('edit.'))).toEqual([]);
      expect(textOf(message)).toContain('As members will see it.');
    }
    expect(textOf(claim.message)).toContain('bridge-costs/c01');
  });

  it('asks about what is missing before it publishes, and publishes all the same', async () => {
    const bot = await botWithDraft();

    const checked = await pressed(bot, await desk(bot), 'Check');
    const asked = await pressed(bot, await desk(bot), 'Publish');
    const draft = await stored(bot);
    const published = await pressed(bot, asked, 'Publish all the same');

    expect(textOf(checked)).toContain('no source that supports or contradicts');
    expect(buttonsTo(checked, 'edit.publish-now')).toEqual([]);
    expect(textOf(asked)).toContain('This is advice: you decide.');
    expect(draft?.status).toBe('draft');
    expect(textOf(published)).toContain('Published: members see version 2 of bridge-costs now.');
    expect(await memberReads(bot, 'summary')).toContain('bridge');
    expect(await memberReads(bot, 'claim lookup', { query: 'the bridge costs 40 million euros' })).toContain(
      'bridge-costs/c',
    );
    expect(await audited(bot)).toEqual([
      'dossier.drafted |  | bridge-costs',
      'dossier.published | bridge-costs draft 1 | bridge-costs published 2',
    ]);
  });

  it('lets members see nothing of a change until it is published, and shows beforehand what that changes', async () => {
    const bot = await botWithDraft();
    await publishedAnyway(bot, await desk(bot));
    const edited = await fill(bot, await desk(bot), 'Summary', {
      summary: 'The post says a bridge is dear.',
    });

    const before = await memberReads(bot, 'summary');
    const changes = await pressed(bot, edited, 'Changes');
    await publishedAnyway(bot, await desk(bot));

    expect(before).not.toContain('is dear');
    expect(textOf(changes)).toContain('What publishing changes');
    expect(textOf(changes)).toContain('dear');
    expect(await memberReads(bot, 'summary')).toContain('is dear');
  });

  it('says that there is nothing new to publish', async () => {
    const bot = await botWithDraft();
    await publishedAnyway(bot, await desk(bot));

    const answer = await moderator(bot).slash('dossier publish', { dossier: 'bridge-costs' });

    expect(textOf(answer.message)).toContain('there is nothing new to publish');
  });

  it('proposes nothing twice, and replaces no words of a person', async () => {
    const bot = await botWithDraft();
    await fill(bot, await desk(bot), 'Summary', { summary: 'The post says a bridge is dear.' });
    const before = await onDesk(bot);

    const answer = await moderator(bot).slash('dossier analyze', { dossier: 'bridge-costs' });
    await expect
      .poll(() => textOf(bot.discord.world.messages.get(answer.message?.id ?? '')?.message))
      .toContain('Nothing new was found.');

    expect(await onDesk(bot)).toEqual(before);
  });

  it('opens no dossier that came with Footnote, and says what to do', async () => {
    const bot = await runningBot();

    const answer = await moderator(bot).slash('dossier edit', { dossier: 'iraqi-militias-in-syria' });

    expect(textOf(answer.message)).toContain('Save it with /dossier export');
  });

  it('answers in German', async () => {
    const bot = await botWithDraft();

    const card = await bot.discord
      .as(ids.max, { locale: 'de' })
      .slash('dossier edit', { dossier: 'bridge-costs' });

    expect(textOf(card.message)).toContain('Entwurf');
    expect(JSON.stringify(card.message?.components)).toContain('Veröffentlichen');
  });
});
