import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { DigestSchedule } from '../../src/core/digest-schedule.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, GuildId } from '../../src/core/ids.ts';
import {
  botPermissions,
  everyonePermissions,
  type GuildPlan,
  sandboxIds as ids,
  sandboxPlan,
} from '../../src/sandbox/plan.ts';
import { outboxLeaseMs } from '../../src/services/outbox.ts';
import { guildId } from './contested.ts';
import { kill, type Place, place, posting, soon, untilNothingWaits } from './mortal-bot.ts';
import { buttonsTo } from './running-bot.ts';

const dayMs = 86_400_000;

/** A schedule that is not due again while a test runs: its day is three days away. */
function farSchedule(): DigestSchedule {
  const weekday = new Date(Date.now() + 3 * dayMs).getUTCDay();
  return { every: 'week', weekday: weekday === 0 ? 7 : weekday, at: '12:00', zone: 'UTC' };
}

/** How many digests are in a channel. */
function digestsIn({ discord }: Place, channelId: string = ids.moderators): number {
  return discord.world.messages
    .inChannel(channelId)
    .filter(({ message }) => buttonsTo(message, 'digest.csv').length > 0).length;
}

/** A place whose server has a digest due, as if time had come to it. */
async function withDigestDue(): Promise<Place> {
  const here = await place({ digest: farSchedule() });
  const due = { dueAt: Date.now() - 1, paused: null };
  await here.inDatabase(({ digests }) => digests.saveTurn(guildId, due));
  return here;
}

const lastPosted = (here: Place) => here.inDatabase(({ digests }) => digests.lastPosted(guildId));

describe('a process that is killed', () => {
  it('before it has posted a digest leaves it to the next', async () => {
    const here = await withDigestDue();
    const sending = here.discord.faults.holdNext({ match: posting });
    const child = await here.start();
    await sending.reached;
    await kill(here, child);
    const before = digestsIn(here);

    await here.startLater(outboxLeaseMs);
    await untilNothingWaits(here);

    expect(before).toBe(0);
    expect(digestsIn(here)).toBe(1);
    expect(await lastPosted(here)).not.toBeNull();
  });

  it.each([
    { when: 'as soon as it may', laterMs: outboxLeaseMs },
    { when: 'an hour later', laterMs: 3_600_000 },
  ])('after it has posted one, before it wrote that down, leaves one, $when', async ({ laterMs }) => {
    const here = await withDigestDue();
    const sending = here.discord.faults.holdNext({ match: posting, afterwards: true });
    const child = await here.start();
    await sending.reached;
    await kill(here, child);
    const before = digestsIn(here);

    await here.startLater(laterMs);
    await untilNothingWaits(here);

    expect(before).toBe(1);
    expect(digestsIn(here)).toBe(1);
    const [posted] = here.discord.world.messages.inChannel(ids.moderators);
    expect((await lastPosted(here))?.messageId).toBe(posted?.message.id);
  });

  it('after it has posted one in a channel that is not the moderators’ any more leaves that one', async () => {
    const here = await withDigestDue();
    const sending = here.discord.faults.holdNext({ match: posting, afterwards: true });
    const child = await here.start();
    await sending.reached;
    await kill(here, child);
    const moderatorsChannel = ChannelId.parse(ids.news);
    await here.inDatabase(async ({ settings }) =>
      settings.write(guildId, { ...(await settings.read(guildId)), moderatorsChannel }),
    );

    await here.startLater(3_600_000);
    await untilNothingWaits(here);

    expect([digestsIn(here), digestsIn(here, ids.news)]).toEqual([1, 0]);
    expect((await lastPosted(here))?.channelId).toBe(ids.moderators);
  });
});

const servers = 300;

/** One of many servers, with one channel. */
function server(index: number): GuildPlan & { readonly channelId: ChannelId } {
  const id = 1_290_000_000_000_200_000n + BigInt(index) * 10n;
  const channelId = ChannelId.parse(String(id + 1n));
  return {
    id: String(id),
    name: `Server ${index}`,
    ownerId: ids.olu,
    everyone: everyonePermissions,
    botRole: { id: String(id + 2n), name: 'Footnote', permissions: botPermissions },
    members: [{ id: ids.olu, name: 'Olu' }],
    channels: [{ id: channelId, name: 'moderators' }],
    channelId,
  };
}

it('posts 300 digests, none twice and none missing, from three processes of which one is killed', async () => {
  const plans = Array.from({ length: servers }, (_, index) => server(index));
  const here = await place({}, { ...sandboxPlan, guilds: plans });
  const digest = farSchedule();
  const due = { dueAt: Date.now() - 1, paused: null };
  await here.inDatabase(async ({ settings, digests }) => {
    for (const { id, channelId } of plans) {
      const own = {
        ...defaultGuildSettings,
        language: 'en-US',
        moderatorsChannel: channelId,
        digest,
      } as const;
      await settings.write(GuildId.parse(id), own);
      await digests.saveTurn(GuildId.parse(id), due);
    }
  });
  const counts = () => plans.map(({ channelId }) => digestsIn(here, channelId));
  const posted = () => counts().filter((count) => count > 0).length;

  const [first, second, third] = await Promise.all([here.start(), here.start(), here.start()]);
  await expect.poll(posted, { ...soon, timeout: 40_000 }).toBeGreaterThan(servers / 5);
  second.kill('SIGKILL');
  await once(second, 'exit');
  const atDeath = posted();
  // What the dead one had begun, eight at most, is its own until its leases end.
  await expect.poll(posted, { ...soon, timeout: 40_000 }).toBeGreaterThanOrEqual(servers - 8);
  await here.startLater(outboxLeaseMs);
  await untilNothingWaits(here);

  expect(atDeath).toBeLessThan(servers - 8);
  expect(counts()).toEqual(plans.map(() => 1));
  expect([first.exitCode, third.exitCode]).toEqual([null, null]);
  const known = await here.inDatabase(({ digests }) =>
    Promise.all(plans.map(async ({ id }) => (await digests.lastPosted(GuildId.parse(id)))?.messageId)),
  );
  expect(known).toEqual(
    plans.map(({ channelId }) => here.discord.world.messages.inChannel(channelId)[0]?.message.id),
  );
}, 120_000);
