import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIMessage, EmbedType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, guildId, menuOn, withModerators } from './contested.ts';
import { card, cardSays, moderator, report, soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Words that stand nowhere else, one for each thing somebody writes. */
const canaries = {
  message: 'canary-message',
  embed: 'canary-embed',
  statement: 'canary-statement',
  details: 'canary-details',
  question: 'canaryquestion',
  passage: 'canary-passage',
  problem: 'canary-problem',
  note: 'canary-note',
  context: 'canary-context',
  draft: 'canary-draft',
};

/**
 * Mia reports a message of Noor's, asks the moderators, tells of a problem, has a form open, and closes her direct
 * messages; Max takes, lists, marks, resolves. Some of it Discord refuses, and some it delivers twice.
 */
async function story(bot: RunningBot): Promise<{ readonly seenByOthers: readonly string[] }> {
  const [mia, noor, max] = [bot.discord.as(ids.mia), bot.discord.as(ids.noor), moderator(bot)];
  await withModerators(bot);
  bot.discord.world.setDirectMessages(ids.mia, 'closed');
  const embeds = [{ type: EmbedType.Rich, description: canaries.embed }];
  const message = await noor.write(`The ferry is paid by ${canaries.message}.`, { embeds });
  const told = { 'tell-me': ['yes'] };
  const statement = { statement: canaries.statement, details: canaries.details };
  const reported = await report(bot, ids.mia, message, { ...statement, ...told });
  await cardSays(bot, 'Case 1 · open');
  bot.discord.faults.redeliver(reported.interactionId);
  await report(bot, ids.mia, message);

  const unknown = await mia.slash('claim lookup', { query: canaries.question });
  const asking = await mia.press(unknown.message ?? absent(), 'Ask the moderators');
  await (await mia.submit(asking, told)).settled();
  const summary = await mia.slash('summary');
  const [problem = ''] = buttonsTo(summary.message, 'report.problem');
  const telling = await mia.press(summary.message ?? absent(), problem);
  await (await mia.submit(telling, { statement: canaries.passage, details: canaries.problem })).settled();
  await expect.poll(() => cards(bot), soon).toHaveLength(3);

  const [first = absent()] = bot.discord.world.messages.inChannel(ids.moderators);
  const listed = await max.press(first.message, buttonsTo(first.message, 'case.reports')[0] ?? '');
  const [mark = ''] = buttonsTo(listed.message, 'case.faith');
  const marked = await max.press(listed.message ?? absent(), mark);
  const queue = await max.slash('queue');
  bot.discord.faults.failNext({ match: /^PATCH \/channels\//, status: 403, code: 50013 });
  await max.submit(await max.press(first.message, 'Post context'), { text: canaries.context, addresses: '' });
  const ending = await max.press(first.message, buttonsTo(first.message, 'case.no-action')[0] ?? '');
  const ended = await max.submit(ending, { answer: canaries.note });
  await expect.poll(() => outcomes(bot), soon).toContain('waiting');
  // What Discord refuses is this card: a later one, which a test waits for, would come a minute late.
  await expect.poll(() => bot.log.join(), soon).toContain('could not be sent; it is tried again');

  await menuOn(bot, ids.mia, await noor.write(`A form is open about ${canaries.draft}.`));
  const audit = await bot.discord.as(ids.ada).slash('audit');
  const [csv = ''] = buttonsTo(audit.message, 'audit.csv');
  const file = await bot.discord.as(ids.ada).press(audit.message ?? absent(), csv);
  const own = await noor.slash('privacy export');
  const mine = await noor.slash('report mine');
  const shown = [listed, marked, queue, ended, audit, file, own, mine].map(({ message: seen }) => seen);
  return { seenByOthers: await Promise.all(shown.map(wholeOf)) };
}

function outcomes(bot: RunningBot): Promise<readonly string[]> {
  return bot.inDatabase(async ({ cases }) => {
    const { cases: all } = await cases.page(guildId, { states: [] }, 10, 0);
    const reports = await Promise.all(all.map(({ id }) => cases.reports(guildId, id)));
    return reports.flat().map(({ outcome }) => outcome);
  });
}

/** Everything of a message: what it shows, its custom_ids, and its files. */
async function wholeOf(message: APIMessage | undefined): Promise<string> {
  const files = (message?.attachments ?? []).map(async ({ url }) => (await fetch(url)).text());
  const { interaction_metadata: _, ...said } = message ?? absent();
  return [JSON.stringify(said), ...(await Promise.all(files))].join('\n');
}

/** The files in the bot's data folder in which a text stands, byte by byte. */
function filesWith(bot: RunningBot, text: string): readonly string[] {
  return readdirSync(bot.config.dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /sqlite/.test(name))
    .filter((name) => readFileSync(join(bot.config.dataDir, name)).includes(text));
}

describe('reporting, from the first report to its outcome', () => {
  it('writes no text, no member, and no token into the log', async () => {
    const bot = await runningBot();

    await story(bot);
    bot.discord.faults.failNext({ match: /^POST \/webhooks\//, status: 400, code: 50035 });
    await bot.discord.as(ids.mia).slash('help');
    await expect.poll(() => bot.log.join(), soon).toContain('what waited for a member was not shown');

    const tokens = bot.discord.requests.flatMap(
      ({ path }) => /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? [],
    );
    const secrets = [
      ...Object.values(canaries),
      ids.mia,
      ids.noor,
      ids.max,
      ids.ada,
      bot.discord.token,
      ...tokens,
    ];
    const lines = bot.log.join('\n');
    expect(tokens.length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => lines.includes(secret))).toEqual([]);
  });

  it('says nowhere who reported, but to the reporter', async () => {
    const bot = await runningBot();

    const { seenByOthers } = await story(bot);

    expect(seenByOthers.join('\n')).toContain(canaries.details);
    expect(seenByOthers.filter((seen) => seen.includes(ids.mia))).toEqual([]);
    const posted = [...bot.discord.world.guilds.values()]
      .flatMap((guild) => [...guild.channels.keys()])
      .flatMap((channelId) => bot.discord.world.messages.inChannel(channelId))
      .filter(({ onlyFor }) => onlyFor !== ids.mia)
      .map(({ message }) => message);
    expect((await Promise.all(posted.map(wholeOf))).filter((seen) => seen.includes(ids.mia))).toEqual([]);
    const sent = bot.discord.requests.filter(({ path }) => path !== '/users/@me/channels');
    expect(sent.filter(({ body, path }) => (JSON.stringify(body) + path).includes(ids.mia))).toEqual([]);
  });

  it('leaves no byte of a reporter who is erased, wherever they were, and every count', async () => {
    const bot = await runningBot();
    await story(bot);
    const mention = { details: `ask <@${ids.mia}> about it` };
    await report(bot, ids.sam, await bot.discord.as(ids.noor).write(`Says <@${ids.mia}> so?`), mention);
    await bot.inDatabase((stores) =>
      stores.cases
        .page(guildId, { states: ['resolved'] }, 1, 0)
        .then(async ({ cases: [done = absent()] }) => {
          const [mine = absent()] = await stores.cases.reports(guildId, done.id);
          await stores.outbox.put(
            { kind: 'outcome', guildId, subjectId: mine.id },
            Date.now(),
            Date.now() + 60_000,
          );
        }),
    );
    const traces = [
      ids.mia,
      canaries.statement,
      canaries.details,
      canaries.question,
      canaries.passage,
      canaries.problem,
    ];
    for (const trace of traces) expect(filesWith(bot, trace), trace).not.toEqual([]);
    await expect.poll(() => cards(bot), soon).toHaveLength(4);
    expect(cards(bot)[3]).toContain(ids.mia);
    const named = { text: 'See her page.', addresses: `https://discord.example/users/${ids.mia}` };
    const max = moderator(bot);
    const preview = await max.submit(await max.press(card(bot), 'Post context'), named);
    const posted = await max.press(preview.message ?? absent(), 'Post it');
    expect(textOf(posted.message)).toContain('is resolved');
    const countsBefore = await counts(bot);

    const mia = bot.discord.as(ids.mia);
    const question = await mia.slash('privacy delete');
    await mia.press(question.message ?? absent(), buttonsTo(question.message, 'privacy.delete')[0] ?? '');

    for (const trace of [...traces, canaries.draft]) expect(filesWith(bot, trace), trace).toEqual([]);
    expect(await counts(bot)).toEqual(countsBefore);
    expect(await outcomes(bot)).not.toContain('waiting');
    for (const trace of [canaries.problem, ids.mia])
      await expect.poll(() => cards(bot).join(), soon).not.toContain(trace);
    // Only now: what is taken out here the bot would not send.
    expect(
      await bot.inDatabase(({ outbox }) => outbox.claim(Date.now() + 120_000, 1, 100)),
    ).not.toContainEqual(expect.objectContaining({ kind: 'outcome' }));
    expect(textOf(card(bot))).not.toBe('');
  });
});

/** How many reports each case has, and why. */
async function counts(bot: RunningBot): Promise<unknown> {
  const all = await casesIn(bot);
  return bot.inDatabase(({ cases }) =>
    Promise.all(
      all.map(async ({ id, number, state }) => [
        number,
        state,
        (await cases.reports(guildId, id)).map(({ reason, weight, badFaith }) => ({
          reason,
          weight,
          badFaith,
        })),
      ]),
    ),
  );
}
