import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/core/dossier-export.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { guildId } from './contested.ts';
import { added, audited, fileOf, finished, memberReads, postText, stored } from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { buttonsTo, runningBot, textOf } from './running-bot.ts';

describe('adding a post by the form', () => {
  it('makes a draft of both fields, with what is proposed and a title of its first words', async () => {
    const bot = await runningBot();

    const card = await added(bot, { text: postText.slice(0, 60), more: postText.slice(60) });

    expect(await stored(bot)).toMatchObject({
      status: 'draft',
      version: 1,
      language: 'en',
      title: expect.stringContaining('The mayor said'),
      post: { text: postText, author: null, url: null },
      summary: { madeBy: { by: 'extractive' } },
    });
    expect((await stored(bot))?.claims.length).toBeGreaterThan(0);
    expect(textOf(card)).toContain('Nobody but moderators sees it until you publish it.');
    expect(buttonsTo(card, 'edit.publish')).toHaveLength(1);
    expect(await audited(bot)).toEqual(['dossier.drafted |  | bridge-costs']);
  });

  it('keeps what was typed of its title, author and address', async () => {
    const bot = await runningBot();
    const url = 'https://paper.example/bridge';

    await added(bot, { text: postText, name: ' The  bridge ', author: 'The Paper', url });

    expect(await stored(bot)).toMatchObject({ title: 'The bridge', post: { author: 'The Paper', url } });
  });

  it('loses no post over an address that is none, and says so', async () => {
    const bot = await runningBot();

    const card = await added(bot, { text: postText, url: 'paper dot example' });

    expect(textOf(card)).toContain('Address was left out');
    expect(await stored(bot)).toMatchObject({ post: { text: postText, url: null } });
  });

  it('finds a free name where none was chosen, and takes no name twice', async () => {
    const bot = await runningBot();
    await added(bot, { text: postText }, '');
    await added(bot, { text: `${postText} Again.` }, '');

    const refused = await added(bot, { text: 'Something else entirely was said here today.' }, 'post-1');

    expect((await stored(bot, 'post-2'))?.post.text).toBe(`${postText} Again.`);
    expect(textOf(refused)).toContain('There is a dossier “post-1” here already');
    expect(await stored(bot, 'post-1')).toMatchObject({ post: { text: postText } });
  });

  it('says what a name must look like before it asks for the post', async () => {
    const bot = await runningBot();

    const answer = await moderator(bot).slash('dossier add', { name: 'Bridge costs!' });

    expect(textOf(answer.message)).toContain('That is no name for a dossier');
  });

  it('is seen by no member: not in lists, not by name, not among the choices', async () => {
    const bot = await runningBot();
    await added(bot);

    const seen = [
      await memberReads(bot, 'summary', { dossier: 'bridge-costs' }),
      await memberReads(bot, 'claim list', { dossier: 'bridge-costs' }),
      await memberReads(bot, 'claim show', { id: 'bridge-costs/c01' }),
      await memberReads(bot, 'claim lookup', { query: 'the bridge costs 40 million euros' }),
      await memberReads(bot, 'dossier edit', { dossier: 'bridge-costs' }),
      JSON.stringify(await bot.discord.as(ids.mia).type('summary', { dossier: 'bridge' }, 'dossier')),
      JSON.stringify(await bot.discord.as(ids.mia).type('dossier edit', { dossier: 'bridge' }, 'dossier')),
    ].join('\n');

    expect(seen).not.toContain('40 million');
    expect(seen).not.toContain('mayor');
  });

  it('answers in German', async () => {
    const bot = await runningBot();
    const max = bot.discord.as(ids.max, { locale: 'de' });

    const form = await max.slash('dossier add');
    const card = await finished(bot, await max.submit(form, { text: postText }));

    expect(form.modal?.title).toBe('Umstrittenen Beitrag anlegen');
    expect(textOf(card)).toContain('Entwurf');
  });
});

describe('adding a post by a file', () => {
  it.each(['post.txt', 'post.MD'])('makes a draft of %s', async (name) => {
    const bot = await runningBot();
    const max = moderator(bot);

    const card = await finished(
      bot,
      await max.slash('dossier add', { file: fileOf(name, `\ufeff${postText}`), name: 'bridge-costs' }),
    );

    expect(textOf(card)).toContain('Proposed from the post’s own words');
    expect(await stored(bot)).toMatchObject({ status: 'draft', post: { text: postText } });
  });

  it('takes in a dossier as .json, under another name where one is given', async () => {
    const bot = await runningBot();
    const document = toDocument(exampleDossier());

    const answer = await moderator(bot).slash('dossier add', {
      file: fileOf('ferry.json', JSON.stringify(document)),
      name: 'our-ferry',
    });

    expect(textOf(answer.message)).toContain('our-ferry is a draft now');
    expect(await stored(bot, 'our-ferry')).toMatchObject({ status: 'draft', title: document.title });
    expect(await audited(bot)).toEqual(['dossier.drafted |  | our-ferry']);
  });

  it.each([
    { why: 'is of another kind', file: fileOf('post.pdf', postText), says: 'Footnote reads .txt and .md' },
    {
      why: 'is not UTF-8',
      file: fileOf('post.txt', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c])),
      says: 'This file is not UTF-8 text',
    },
    { why: 'holds nothing', file: fileOf('post.txt', ' \n '), says: 'there is nothing to make a dossier of' },
    {
      why: 'holds more than a post may',
      file: fileOf('post.txt', 'word '.repeat(40_001)),
      says: 'at most 200,000 characters',
    },
    {
      why: 'is larger than is read at all',
      file: fileOf('post.txt', 'word '.repeat(500_000)),
      says: 'larger than 2 MiB',
    },
    { why: 'is no JSON', file: fileOf('post.json', '{"slug":'), says: 'This file is no JSON' },
    {
      why: 'is no dossier',
      file: fileOf('post.json', '{"slug":"a"}'),
      says: 'This is not a valid dossier file',
    },
  ])('says in one sentence that it $why, and stores nothing', async ({ file, says }) => {
    const bot = await runningBot();

    const answer = await moderator(bot).slash('dossier add', { file });

    expect(textOf(answer.message)).toContain(says);
    expect(textOf(answer.message).split('\n')).toHaveLength(1);
    expect(await bot.inDatabase(({ dossiers }) => dossiers.listOwn(guildId))).toEqual([]);
    expect(await audited(bot)).toEqual([]);
  });
});
