import { describe, expect, it } from 'vitest';
import { crowdedWorld, memberId } from '../../bench/crowd.ts';
import { RoleId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { outboxLeaseMs } from '../../src/services/outbox.ts';
import { cards, guildId, report } from './contested.ts';
import { kill, type Place, place, posting, soon, untilNothingWaits, written } from './mortal-bot.ts';
import { absent, textOf } from './running-bot.ts';

/** When the next process starts: what the dead one had begun is its own until its lease ends. */
const later = [
  { when: 'as soon as it may', laterMs: outboxLeaseMs },
  { when: 'an hour later', laterMs: 3_600_000 },
];

/** How often a bot has tried to post a card. */
function tried({ discord }: Place): number {
  return discord.requests.filter(({ method, path }) => `${method} ${path}` === posting).length;
}

describe('a process that is killed', () => {
  it.each([
    { how: 'on its way', sending: (here: Place) => here.discord.faults.holdNext({ match: posting }).reached },
    {
      how: 'put off by Discord',
      sending: (here: Place) => {
        here.discord.faults.failNext({ match: posting, status: 429, retryAfter: 30 });
        return expect.poll(() => tried(here), soon).toBe(1);
      },
    },
  ])(
    'between writing a report down and posting its card, $how, leaves a card to the next',
    async ({ sending }) => {
      const here = await place();
      const child = await here.start();
      const message = await written(here);
      const begun = sending(here);
      const answer = await report(here, ids.mia, message);
      await begun;
      await kill(here, child);
      const before = cards(here);

      await here.startLater(outboxLeaseMs);
      await untilNothingWaits(here);

      expect(textOf(answer.message)).toContain('case 1');
      expect(before).toEqual([]);
      expect(cards(here)).toEqual([expect.stringContaining('**×1** report')]);
    },
  );

  it.each(later)(
    'between posting a card and writing that down leaves one card, $when',
    async ({ laterMs }) => {
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
      expect(tried(here)).toBe(1);
      const [posted] = here.discord.world.messages.inChannel(ids.moderators);
      const stored = await here.inDatabase(({ cases }) => cases.findByNumber(guildId, 1));
      expect(stored?.card?.messageId).toBe(posted?.message.id);
    },
  );

  it.each(later)(
    'after it has alerted the role, before it wrote that down, leaves one alert, $when',
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

  it.each(later)(
    'after it has told a reporter, before it wrote that down, leaves one message, $when',
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
  await here.startLater(outboxLeaseMs);
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
