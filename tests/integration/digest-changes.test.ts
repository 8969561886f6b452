import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { DossierDocument } from '../../src/core/dossier-document.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { uncheckedLink } from '../../src/core/link-check.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { guildId } from './contested.ts';
import { fileOf, firstOption } from './digest-scene.ts';
import { moderator } from './moderating.ts';
import {
  absent,
  buttonsTo,
  changeSettings,
  publish,
  type RunningBot,
  runningBot,
  textOf,
} from './running-bot.ts';

const dayMs = 86_400_000;
const deadUrl = 'https://harbour.example/survey';

/** Publishes the example dossier on the server, changed as wanted. */
function publishExample(bot: RunningBot, change: Partial<Dossier> = {}) {
  return publish(bot, guildId, DossierDocument.parse(toDocument({ ...exampleDossier(), ...change })));
}

const unsourced = exampleDossier().claims.map((claim) => ({
  ...claim,
  notes: claim.notes.filter(({ type }) => type !== 'source'),
}));

const weekOf = async (bot: RunningBot) => (await moderator(bot).slash('digest')).message ?? absent();

describe('claims that changed', () => {
  it('are named with what their standing was and is, new ones counted', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await publishExample(bot);
    const first = textOf(await weekOf(bot));
    clock.advance(8 * dayMs);
    const between = textOf(await weekOf(bot));
    await publishExample(bot, { claims: unsourced });

    const message = await weekOf(bot);

    const said = textOf(message);
    expect(first).toContain('2 new claims');
    expect(between).toContain('A quiet week');
    expect(said).toMatch(/ferry-timetable\/c01 “.+”: was mixed \(1 support · 1 contradict · with 1 open/);
    expect(said).toContain('is unsourced (no source notes · with 1 open question)');
    expect(said).not.toContain('new claim');
    const [menu = absent()] = buttonsTo(message, 'digest.claim');
    expect(firstOption(message, menu)).toBe('ferry-timetable/c01');
  });

  it('are in the files, too', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await publishExample(bot);
    clock.advance(8 * dayMs);
    await publishExample(bot, { claims: unsourced.slice(0, 1) });

    const json = JSON.parse(await fileOf((await moderator(bot).press(await weekOf(bot), 'JSON')).message));

    expect(json.standings).toMatchObject({
      changed: [{ claim: 'ferry-timetable/c01', from: { standing: 'mixed' }, to: { standing: 'unsourced' } }],
      added: 0,
      withdrawn: 1,
    });
  });
});

/** Has the link check have found one source's page gone. */
async function linkDies(bot: RunningBot, clock: FakeClock): Promise<void> {
  const nowMs = clock.now();
  await bot.inDatabase(async ({ links }) => {
    const check = uncheckedLink(deadUrl, nowMs);
    await links.save([{ ...check, state: 'dead', checkedAt: nowMs, changedAt: nowMs, dueAt: nowMs + dayMs }]);
    await links.announce();
  });
}

describe('links of sources', () => {
  it('need someone once they are dead, and their claims open beside the digest', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await publishExample(bot);
    await linkDies(bot, clock);
    clock.advance(1_000);

    const message = await weekOf(bot);

    const said = textOf(message);
    expect(said).toContain('1 source link is dead');
    expect(said).toContain(`ferry-timetable/c01 · [Harbour Office](${deadUrl}) · gone since March 2, 2026`);
    expect(said.indexOf('is dead')).toBeLessThan(said.indexOf('What members asked'));
    expect(said).toContain('2 sources · 1 dead · 1 never checked');
    const [menu = absent()] = buttonsTo(message, 'digest.claim');
    const opened = await moderator(bot).pick(message, menu, 'ferry-timetable/c01');
    expect(textOf(opened.message)).toContain('The post says the timetable saves commuters twenty minutes.');
  });
});

describe('a server whose data was made up', () => {
  it('has that said on top of its digest and in its files', async () => {
    const bot = await runningBot({ clock: fakeClock() });
    await changeSettings(bot, guildId, { ...defaultGuildSettings, demo: true });

    const message = await weekOf(bot);

    const file = JSON.parse(await fileOf((await moderator(bot).press(message, 'JSON')).message));
    expect(textOf(message)).toMatch(/^## Digest\n\*\*Made up for demonstration:\*\*/);
    expect(file.demo).toBe(true);
  });
});
