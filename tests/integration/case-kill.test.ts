import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { crowdedWorld, memberId } from '../../bench/crowd.ts';
import { type Config, readConfig } from '../../config/schema.ts';
import { openLog } from '../../src/adapters/log.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { buildApp, databaseFile } from '../../src/app.ts';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, RoleId, UserId } from '../../src/core/ids.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids, type WorldPlan } from '../../src/sandbox/plan.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';
import { startBot } from './bot-process.ts';
import { cards, contested, guildId, report } from './contested.ts';
import { absent, textOf } from './running-bot.ts';

const soon = { timeout: 20_000, interval: 50 };
const posting = `POST /channels/${ids.moderators}/messages`;
const minuteMs = 60_000;

/** A Discord and a data folder on which one process after another runs; time can be moved on for all that come later. */
type Place = {
  readonly discord: Loopback;
  readonly inDatabase: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
  /** Starts the bot as a process of its own and waits until it is connected. */
  start(): Promise<ChildProcess>;
  /** The next process: it begins `laterMs` after now, when whatever a killed one held has come to an end. */
  startLater(laterMs: number): Promise<void>;
};

async function place(settings: Partial<GuildSettings> = {}, world?: WorldPlan): Promise<Place> {
  let aheadMs = 0;
  const clock: Clock = { now: () => Date.now() + aheadMs, after: systemClock.after };
  const discord = await startLoopback({ clock, ...(world === undefined ? {} : { world }) });
  onTestFinished(() => discord.stop());
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    FOOTNOTE_DATA_DIR: temporaryFolder(),
    LOG_LEVEL: 'error',
  };
  const config: Config = readConfig(environment);
  const inDatabase: Place['inDatabase'] = async (work) => {
    const database = await openSqlite({ file: databaseFile(config) });
    try {
      return await database.transaction(work);
    } finally {
      await database.close();
    }
  };
  const moderatorsChannel = ChannelId.parse(ids.moderators);
  await inDatabase((stores) =>
    stores.settings.write(guildId, { ...defaultGuildSettings, moderatorsChannel, ...settings }),
  );
  return {
    discord,
    inDatabase,
    async start() {
      const child = startBot(environment);
      await discord.whenReady();
      return child;
    },
    async startLater(laterMs) {
      aheadMs += laterMs;
      const app = await buildApp(config, { clock, log: openLog('silent') });
      onTestFinished(() => app.stop());
      await app.start();
    },
  };
}

async function kill({ discord }: Place, child: ChildProcess): Promise<void> {
  const offline = new Promise<void>((done) => {
    discord.onBotChange((online) => online || done());
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await offline;
}

function untilNothingWaits({ inDatabase }: Place): Promise<void> {
  return expect.poll(() => inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();
}

function written({ discord }: Place): Promise<APIMessage> {
  return discord.as(ids.sam).write(contested);
}

describe('a process that is killed', () => {
  it('between writing a report down and posting its card leaves a card to the next', async () => {
    const here = await place();
    const child = await here.start();
    const sending = here.discord.faults.holdNext({ match: posting });
    const answer = await report(here, ids.mia, await written(here));
    await sending.reached;
    await kill(here, child);
    const before = cards(here);

    await here.startLater(minuteMs + 1_000);
    await untilNothingWaits(here);

    expect(textOf(answer.message)).toContain('case 1');
    expect(before).toEqual([]);
    expect(cards(here)).toEqual([expect.stringContaining('**×1** report')]);
  });

  it.each([
    { when: 'two minutes', laterMs: 2 * minuteMs },
    { when: 'an hour', laterMs: 60 * minuteMs },
  ])('between posting a card and writing that down leaves one card, $when later', async ({ laterMs }) => {
    const here = await place();
    const child = await here.start();
    const sending = here.discord.faults.holdNext({ match: posting, afterwards: true });
    const message = await written(here);
    await report(here, ids.mia, message);
    await sending.reached;
    await report(here, ids.noor, message);
    await kill(here, child);
    const before = cards(here);

    await here.startLater(laterMs);
    await untilNothingWaits(here);

    expect(before).toEqual([expect.stringContaining('**×1** report')]);
    expect(cards(here)).toEqual([expect.stringContaining('**×2** reports')]);
  });

  it.each([
    { when: 'two minutes', laterMs: 2 * minuteMs },
    { when: 'an hour', laterMs: 60 * minuteMs },
  ])(
    'after it has alerted the role, before it wrote that down, leaves one alert, $when later',
    async ({ laterMs }) => {
      const here = await place({ alertRole: RoleId.parse(ids.moderatorRole), alertAt: 1 });
      const child = await here.start();
      const posted = here.discord.faults.holdNext({ match: posting, afterwards: true });
      const alerted = here.discord.faults.holdNext({ match: posting, afterwards: true });
      await report(here, ids.mia, await written(here));
      await posted.reached;
      posted.release();
      await alerted.reached;
      await kill(here, child);
      const alerts = () => cards(here).filter((text) => text.includes(`<@&${ids.moderatorRole}>`));
      const before = alerts();

      await here.startLater(laterMs);
      await untilNothingWaits(here);

      expect(before).toHaveLength(1);
      expect(alerts()).toHaveLength(1);
      expect(cards(here)).toHaveLength(2);
    },
  );

  it.each([
    { when: 'two minutes', laterMs: 2 * minuteMs },
    { when: 'an hour', laterMs: 60 * minuteMs },
  ])(
    'after it has told a reporter, before it wrote that down, leaves one message, $when later',
    async ({ laterMs }) => {
      const here = await place();
      const child = await here.start();
      const direct = here.discord.world.directChannel(ids.mia).id;
      await report(here, ids.mia, await written(here), { 'tell-me': ['yes'] });
      await expect.poll(() => cards(here), soon).toHaveLength(1);
      const telling = here.discord.faults.holdNext({
        match: `POST /channels/${direct}/messages`,
        afterwards: true,
      });
      const [card = absent()] = here.discord.world.messages.inChannel(ids.moderators);
      await here.discord
        .as(ids.max, { channelId: ids.moderators })
        .press(card.message, 'Removed or handled elsewhere');
      await telling.reached;
      await kill(here, child);

      await here.startLater(laterMs);
      await untilNothingWaits(here);

      expect(here.discord.world.messages.inChannel(direct)).toHaveLength(1);
      expect(cards(here)).toEqual([expect.stringContaining('Case 1 · resolved')]);
    },
  );
});

it('loses no report that was answered, and posts one card with the right count, however often it is killed', async () => {
  const [rounds, messages, perRound] = [4, 5, 20];
  const here = await place({}, crowdedWorld(rounds * perRound));
  const posts = await Promise.all(Array.from({ length: messages }, () => written(here)));
  const acknowledged: { readonly messageId: string; readonly who: string }[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const child = await here.start();
    let answered = 0;
    const enough = Promise.withResolvers<void>();
    const reporting = Array.from({ length: perRound }, async (_, index) => {
      const who = memberId(round * perRound + index);
      const post = posts[index % messages] ?? absent();
      const form = await here.discord
        .as(who, { channelId: ids.general })
        .menu('Flag contested post', post.id);
      if (form.kind !== 'modal') return;
      const sent = await here.discord
        .as(who, { channelId: ids.general })
        .submit(form, { reason: ['misleading'] });
      if (sent.kind !== 'message') return;
      acknowledged.push({ messageId: post.id, who });
      answered += 1;
      if (answered > 3 * (round + 1)) enough.resolve();
    });
    await enough.promise;
    await kill(here, child);
    await Promise.all(reporting);
  }
  await here.startLater(2 * minuteMs);
  await untilNothingWaits(here);

  const stored = await here.inDatabase(async ({ cases }) => {
    const page = await cases.page(guildId, { states: [] }, 100, 0);
    return Promise.all(
      page.cases.map(async (found) => ({ ...found, reports: await cases.reports(guildId, found.id) })),
    );
  });
  const kept = stored.flatMap(({ subject, reports }) =>
    reports.map(({ reporterId }) => ({
      messageId: subject.kind === 'message' ? subject.messageId : '',
      who: reporterId ?? UserId.parse('1'),
    })),
  );
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(acknowledged.length).toBeGreaterThan(rounds * 3);
  expect(cards(here).toSorted()).toEqual(
    stored
      .map(({ number, reports }) => ({ number, count: reports.length }))
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, count }) =>
        expect.stringMatching(new RegExp(`^### Case ${number} [^]*\\*\\*×${count}\\*\\* report`)),
      ),
  );
}, 60_000);
