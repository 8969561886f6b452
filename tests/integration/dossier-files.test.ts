import { describe, expect, it } from 'vitest';
import { readDossierDocument } from '../../src/core/dossier-document.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { guildId } from './contested.ts';
import {
  audited,
  desk,
  fileOf,
  fill,
  memberReads,
  onDesk,
  pressed,
  publishedAnyway,
  stored,
} from './editor-scene.ts';
import { moderator } from './moderating.ts';
import { absent, publish, type RunningBot, runningBot, textOf } from './running-bot.ts';

const slug = 'ferry-timetable';

async function botWithDossier(): Promise<RunningBot> {
  const bot = await runningBot();
  await publish(bot, guildId, toDocument(exampleDossier()));
  return bot;
}

/** The dossier in the file of an answer. */
async function fileIn({ message }: Answer) {
  const [file] = message?.attachments ?? [];
  return readDossierDocument(await (await fetch(file?.url ?? absent())).json());
}

const json = (document: unknown) => ({ file: fileOf('ferry.json', JSON.stringify(document)) });

describe('a dossier as a file', () => {
  it('comes back changed: what the file changes is shown, and members see it once it is published', async () => {
    const bot = await botWithDossier();
    const document = await fileIn(await moderator(bot).slash('dossier export', { dossier: slug }));
    const changed = { ...document, summary: { ...document.summary, text: 'The post says a ferry is fast.' } };

    const taken = await moderator(bot).slash('dossier import', json(changed));
    const before = await memberReads(bot, 'summary');
    const changes = await pressed(bot, taken.message ?? absent(), 'Changes');
    await publishedAnyway(bot, await desk(bot, slug));

    expect(document).toEqual(toDocument(exampleDossier()));
    expect(textOf(taken.message)).toContain('The file’s changes lie on the desk.');
    expect(before).not.toContain('fast');
    expect(textOf(changes)).toContain('fast');
    expect(await memberReads(bot, 'summary')).toContain('fast');
  });

  it('changes nothing where it says what stands there already', async () => {
    const bot = await botWithDossier();
    const document = await fileIn(await moderator(bot).slash('dossier export', { dossier: slug }));

    const taken = await moderator(bot).slash('dossier import', json(document));

    expect(textOf(taken.message)).toContain('The file says what stands here already.');
    expect(
      (await bot.app.services.openEdit({ guildId, slug: (await onDesk(bot, slug)).slug })).diff,
    ).toBeNull();
  });

  it('holds what lies on the desk, from the editor as well', async () => {
    const bot = await botWithDossier();
    const edited = await fill(bot, await desk(bot, slug), 'Summary', { summary: 'The post says it my way.' });

    const saved = await moderator(bot).press(edited, 'Save as a file');

    expect((await fileIn(saved)).summary).toMatchObject({
      text: 'The post says it my way.',
      madeBy: 'person',
    });
  });

  it('becomes a draft where the server has none of its name', async () => {
    const bot = await runningBot();

    const taken = await moderator(bot).slash('dossier import', json(toDocument(exampleDossier())));

    expect(textOf(taken.message)).toContain('ferry-timetable is a draft now.');
    expect(await stored(bot, slug)).toMatchObject({ status: 'draft', version: 1 });
    expect(await audited(bot)).toEqual(['dossier.drafted |  | ferry-timetable']);
  });

  it('is refused where it holds another post', async () => {
    const bot = await botWithDossier();
    const document = toDocument(exampleDossier());
    const other = {
      ...document,
      claims: [],
      post: { ...document.post, text: `${document.post.text} More.` },
    };

    const refused = await moderator(bot).slash('dossier import', json(other));

    expect(textOf(refused.message)).toContain('This file holds another post than the dossier.');
    expect((await stored(bot, slug))?.post.text).toBe(document.post.text);
  });

  it('is refused where a post is handed over as a dossier', async () => {
    const bot = await runningBot();

    const refused = await moderator(bot).slash('dossier import', { file: fileOf('post.txt', 'A post.') });

    expect(textOf(refused.message)).toContain('This file is no JSON.');
  });

  it('makes a dossier that came with Footnote the server’s own', async () => {
    const bot = await runningBot();
    const shared = 'iraqi-militias-in-syria';
    const document = await fileIn(await moderator(bot).slash('dossier export', { dossier: shared }));

    const taken = await moderator(bot).slash('dossier import', json(document));

    expect(textOf(taken.message)).toContain(`${shared} is a draft now.`);
    expect(await stored(bot, shared)).toMatchObject({ guildId, sample: false, status: 'draft' });
    expect(await memberReads(bot, 'summary')).toContain('Sample dossier');
  });

  it('is handed to no member', async () => {
    const bot = await botWithDossier();

    const refused = await bot.discord.as(ids.mia).slash('dossier export', { dossier: slug });

    expect(refused.message?.attachments).toEqual([]);
  });
});
