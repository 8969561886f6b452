import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../fakes/fake-clock.ts';
import {
  type Asked,
  askers,
  digestsOf,
  type Given,
  type Lived,
  live,
  someDays,
  world,
} from './k-anonymity-scene.ts';
import { type RunningBot, runningBot } from './running-bot.ts';
import { footnote } from './terminal-process.ts';

/** How many members must have asked on one day. */
const floor = 3;

const names = askers.flatMap(({ id, name }) => [id, name]);

/** Canaries that at least so many members used on one day; what lost its asker counts for nobody. */
function common(asked: readonly Asked[]): ReadonlySet<string> {
  const uses = asked.flatMap(({ canaries, askerId, day, trace }) =>
    trace === 'asker' ? canaries.map((word) => ({ word, askerId, day })) : [],
  );
  const days = Map.groupBy(uses, ({ word, day }) => `${word} ${day}`).values();
  return new Set(
    Array.from(days).flatMap((used) =>
      new Set(used.map(({ askerId }) => askerId)).size < floor ? [] : used.map(({ word }) => word),
    ),
  );
}

const canariesOf = (asked: readonly Asked[]) => new Set(asked.flatMap(({ canaries }) => canaries));

/** What of these words is said in a text, in any case. */
function saidIn(text: string, words: Iterable<string>): readonly string[] {
  const low = text.toLowerCase();
  return Array.from(words).filter((word) => low.includes(word.toLowerCase()));
}

/** Nobody who asked is named, and nothing that fewer than three asked on a day is said. */
function holdsBack({ asked }: Lived, { everyone, moderators }: Given): void {
  const secret = canariesOf(asked).difference(common(asked));
  const put = canariesOf(asked.filter(({ act }) => act === 'put'));
  for (const text of everyone) expect(saidIn(text, [...names, ...secret])).toEqual([]);
  for (const text of moderators) expect(saidIn(text, [...names, ...secret.difference(put)])).toEqual([]);
}

/** Whatever is not shown is counted, in the file, on the moderators' card, and on the one that everyone reads. */
function countsTheRest({ asked }: Lived, { document, card, shared }: Given): void {
  const { groups, further } = document.unanswered;
  const shown = groups.reduce((sum, { questions }) => sum + questions, 0);
  expect(shown + further).toBe(asked.filter(({ trace }) => trace !== 'none').length);
  expect(furtherOn(card)).toBe(further);
  expect(furtherOn(shared)).toBe(further);
  expect(groups.filter(({ question, questions }) => question === null && questions > 0)).toEqual([]);
}

/** "4 further questions are not shown …" */
function furtherOn(card: string): number {
  return Number(card.match(/(\d+) further questions? /)?.[1] ?? 0);
}

/** What three members asked in the same words on one day is shown. */
function showsWhatManyAsked({ asked }: Lived, { document }: Given): void {
  const same = asked.filter(({ canaries }) => canaries.length === 1);
  const labels = document.unanswered.groups.map(({ question }) => question ?? '').join();
  expect(saidIn(labels, common(same))).toEqual(Array.from(common(same)));
}

describe('digests', () => {
  it('name nobody who asked, and say nothing that fewer than three members asked on one day', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock, world });
    const lives: Lived[] = [];
    let shown = 0;

    await fc.assert(
      fc.asyncProperty(someDays, async (asks) => {
        const lived = await live(bot, clock, asks, lives.length);
        lives.push(lived);
        const given = await digestsOf(bot, clock, lived);

        holdsBack(lived, given);
        countsTheRest(lived, given);
        showsWhatManyAsked(lived, given);
        shown += given.document.unanswered.groups.filter(({ question }) => question !== null).length;
      }),
      { numRuns: 5, endOnFailure: true },
    );

    expect(shown).toBeGreaterThan(0);
    await holdsAltogether(bot, lives);
  });
});

/** Over all these days, also on the terminal and in the log. */
async function holdsAltogether(bot: RunningBot, lives: readonly Lived[]): Promise<void> {
  const asked = lives.flatMap((lived) => lived.asked);
  const days = ['--since', lives[0]?.since ?? '', '--until', lives.at(-1)?.until ?? ''];
  const environment = { FOOTNOTE_DATA_DIR: bot.config.dataDir, PATH: process.env['PATH'] ?? '' };
  const printed = await footnote(['digest', '--json', ...days], environment);
  expect(JSON.parse(printed.out)).toMatchObject({ unanswered: { groups: expect.anything() } });
  expect(
    saidIn(printed.out + printed.err, [...names, ...canariesOf(asked).difference(common(asked))]),
  ).toEqual([]);
  expect(bot.log.length).toBeGreaterThan(lives.length);
  expect(saidIn(bot.log.join('\n'), [...names, ...canariesOf(asked)])).toEqual([]);
}
