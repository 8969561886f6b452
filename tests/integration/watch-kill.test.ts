import { expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { outboxLeaseMs } from '../../src/services/outbox.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { guildId } from './contested.ts';
import { kill, type Place, place, untilNothingWaits } from './mortal-bot.ts';
import { absent } from './running-bot.ts';
import { toldTo, watchIt } from './watching.ts';

const published = exampleDossier({ guildId });

/** A version whose first claim has the notes of these places. */
function version(number: number, ...places: readonly number[]): Dossier {
  const [first = absent(), ...others] = published.claims;
  const notes = places.map((at) => first.notes[at] ?? absent());
  return { ...published, version: number, claims: [{ ...first, notes }, ...others] };
}

const save = ({ inDatabase }: Place, dossier: Dossier) =>
  inDatabase(({ dossiers }) => dossiers.save(dossier));

/** A process in which Mia watches a claim, which has changed since; its news are due at once. */
async function placeWithNews() {
  const here = await place();
  await save(here, published);
  const first = await here.start();
  await watchIt(here);
  await kill(here, first);
  await save(here, version(2, 2));
  const direct = here.discord.world.directChannel(ids.mia).id;
  const telling = `POST /channels/${direct}/messages`;
  return { here, telling };
}

/** Has Mia told without waiting for more news. */
async function hurry({ inDatabase }: Place): Promise<void> {
  await inDatabase(async ({ outbox, watches }) => {
    const known = await watches.ofMember(guildId, UserId.parse(ids.mia));
    const { id: subjectId } = known?.watcher ?? absent();
    await outbox.put({ kind: 'watch-news', guildId, subjectId }, Date.now(), Date.now());
  });
}

it('a process that is killed before it has told a watcher leaves that to the next', async () => {
  const { here, telling } = await placeWithNews();
  const sending = here.discord.faults.holdNext({ match: telling });
  const child = await here.start();
  await hurry(here);
  await sending.reached;
  await kill(here, child);
  const before = toldTo(here);

  await here.startLater(outboxLeaseMs);
  await untilNothingWaits(here);

  expect(before).toEqual([]);
  expect(toldTo(here)).toEqual([expect.stringContaining('Standing: mixed → unsourced')]);
});

it.each([
  { when: 'as soon as it may', laterMs: outboxLeaseMs },
  { when: 'an hour later', laterMs: 3_600_000 },
])(
  'a process that is killed after it has told a watcher leaves one message, and the next tells what changed since, $when',
  async ({ laterMs }) => {
    const { here, telling } = await placeWithNews();
    const sending = here.discord.faults.holdNext({ match: telling, afterwards: true });
    const child = await here.start();
    await hurry(here);
    await sending.reached;
    await kill(here, child);
    await save(here, version(3, 0, 2));

    await here.startLater(laterMs);
    await untilNothingWaits(here);

    expect(toldTo(here)).toEqual([
      expect.stringContaining('Standing: mixed → unsourced'),
      expect.stringContaining('Standing: unsourced → supported'),
    ]);
    expect(toldTo(here)[1]).toContain('1 note added');
  },
);
