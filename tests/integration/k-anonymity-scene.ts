import fc from 'fast-check';
import { z } from 'zod';
import { digestPicture } from '../../src/cards/digest-picture.ts';
import { dayAndHour } from '../../src/core/inquiry.ts';
import { sandboxIds as ids, sandboxPlan, type WorldPlan } from '../../src/sandbox/plan.ts';
import { words as wordsIn } from '../../src/words/words.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import { guildId } from './contested.ts';
import { fileOf } from './digest-scene.ts';
import { absent, buttonsTo, type RunningBot, sureQuestion } from './running-bot.ts';

const dayMs = 86_400_000;

/** Members who ask, with names that turn up nowhere else. */
export const askers = ['Quibblewort', 'Zanthorne', 'Mugglebax', 'Fennoway', 'Yarrowick'].map(
  (name, number) => ({
    id: `12900000000000009${10 + number}`,
    name,
  }),
);

/** The sandbox with these members in its first server. */
export const world: WorldPlan = {
  ...sandboxPlan,
  guilds: sandboxPlan.guilds.map((guild) =>
    guild.id === ids.guild ? { ...guild, members: [...guild.members, ...askers] } : guild,
  ),
};

/** What is asked about; whoever asks about the last adds a word of their own. */
const subjects = ['penguins', 'teapots', 'violins'] as const;
const days = 2;

/** One thing a member asks, and what they do with the answer. */
type Ask = {
  readonly asker: number;
  readonly subject: number;
  readonly day: number;
  readonly wording: 'plain' | 'loud' | 'wordy' | 'own' | 'own alone' | 'known';
  readonly act: 'nothing' | 'put' | 'watch';
};

/** Days of a server: what five members asked on two days. */
export const someDays: fc.Arbitrary<readonly Ask[]> = fc.array(
  fc.record<Ask>({
    asker: fc.nat(askers.length - 1),
    subject: fc.nat(subjects.length - 1),
    day: fc.nat(days - 1),
    wording: fc.constantFrom('plain', 'plain', 'plain', 'loud', 'wordy', 'own', 'own alone', 'known'),
    act: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'put', 'watch'),
  }),
  { minLength: 20, maxLength: 36 },
);

/** A question as it was asked. */
export type Asked = {
  readonly text: string;
  /** Words in it that stand in no other subject's questions, or in no other question at all. */
  readonly canaries: readonly string[];
  readonly askerId: string;
  readonly day: string;
  readonly act: Ask['act'];
  /**
   * What is left of it: its text and who asked it, its text alone, or nothing. Who puts a question to the moderators, or watches
   * it, leaves no trace of it, nor of who asked all else that they asked before on that day.
   */
  readonly trace: 'asker' | 'text' | 'none';
};

/** What was asked in a period that nothing else was asked in; known claims left out. */
export type Lived = { readonly since: string; readonly until: string; readonly asked: readonly Asked[] };

/** A word that is like no other. */
function canary(number: number): string {
  let state = number * 2_654_435_761 + 12_345;
  const pick = (letters: string) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return letters.charAt((state >>> 16) % letters.length);
  };
  const syllables = Array.from({ length: 4 }, () => pick('bdfgjklmnprtvz') + pick('aeiou'));
  return `${syllables.join('')}k`;
}

/** Has the members ask all of it, day after day, from midnight of the next day on. */
export async function live(
  bot: RunningBot,
  clock: FakeClock,
  asks: readonly Ask[],
  run: number,
): Promise<Lived> {
  clock.advance(dayMs - (clock.now() % dayMs));
  const since = dayAndHour(clock.now()).day;
  let asked: readonly Asked[] = [];
  const havePut = new Set<string>();
  for (let day = 0; day < days; day += 1) {
    for (const [number, ask] of asks.entries()) {
      if (ask.day !== day) continue;
      clock.advance(20_000);
      const { id: askerId } = askers[ask.asker] ?? absent();
      const key = `${askerId} ${day}`;
      const act = ask.act === 'put' && havePut.has(key) ? 'nothing' : ask.act;
      if (ask.wording === 'known') {
        await askKnown(bot, askerId);
        continue;
      }
      const question = worded(ask, run * 100 + number, run * 100 + 90 + ask.subject);
      await askUnknown(bot, askerId, question.text, act);
      if (act === 'put') havePut.add(key);
      const one = { ...question, askerId, day: dayAndHour(clock.now()).day, act, trace: 'asker' } as const;
      asked = act === 'nothing' ? [...asked, one] : [...asked, one].map((each) => unjoined(each, one));
    }
    clock.advance(dayMs - (clock.now() % dayMs));
  }
  return { since, until: dayAndHour(clock.now() - 1).day, asked };
}

/** What is left of a question once another was put to the moderators, or is watched. */
function unjoined(one: Asked, named: Asked): Asked {
  if (one.trace !== 'asker' || one.askerId !== named.askerId || one.day !== named.day) return one;
  return { ...one, trace: one.text === named.text ? 'none' : 'text' };
}

function worded({ subject, wording }: Ask, ofQuestion: number, ofSubject: number) {
  const [own, known, what] = [canary(ofQuestion), canary(ofSubject), subjects[subject] ?? absent()];
  const asIs = {
    text: `which ${known} juggles ${what} on ivory bridges in frosty carnival nights beside marble harbours, lanterns and orchards`,
    canaries: [known],
  };
  const addsOwn = wording === 'own' || subject === subjects.length - 1;
  if (wording === 'own alone') return { text: `which ${own} juggles ${what}`, canaries: [own] };
  if (addsOwn) return { text: `${asIs.text} ${own}`, canaries: [known, own] };
  if (wording === 'loud') return { ...asIs, text: `${asIs.text.toUpperCase()}?!` };
  if (wording === 'wordy') return { ...asIs, text: `so ${asIs.text}, please` };
  return asIs;
}

async function askKnown(bot: RunningBot, askerId: string): Promise<void> {
  const member = bot.discord.as(askerId);
  const { message = absent() } = await member.slash('claim lookup', { query: sureQuestion });
  const [fits] = buttonsTo(message, 'claim.fit');
  await member.press(message, fits ?? absent());
}

async function askUnknown(bot: RunningBot, askerId: string, query: string, act: Ask['act']): Promise<void> {
  const member = bot.discord.as(askerId);
  const { message = absent() } = await member.slash('claim lookup', { query });
  if (act === 'put')
    await (await member.submit(await member.press(message, 'Ask the moderators'), {})).settled();
  if (act === 'watch') await (await member.press(message, 'Tell me when it is answered')).settled();
}

/** Everything a digest is given as. */
export type Given = {
  /** What moderators see on their own. */
  readonly moderators: readonly string[];
  /** What may go on to others: files, pictures and what is said for those who do not see them, shared cards. */
  readonly everyone: readonly string[];
  /** Of those, by itself: the card and the shared one in English, and the file. */
  readonly card: string;
  readonly shared: string;
  readonly document: z.infer<typeof Document>;
};

const Document = z.object({
  unanswered: z.object({
    groups: z.array(z.object({ question: z.string().nullable(), questions: z.number() })),
    further: z.number(),
  }),
});

type Days = { readonly since: string; readonly until: string };

/** Makes every digest there is of these days, in both languages, and shares it. */
export async function digestsOf(bot: RunningBot, clock: FakeClock, days: Days): Promise<Given> {
  const english = await seenIn('en-US', bot, clock, days);
  const german = await seenIn('de', bot, clock, days);
  const posted = await shared(bot, clock, days);
  return {
    moderators: [...english.moderators, ...german.moderators],
    everyone: [...english.files, english.picture, ...german.files, german.picture, posted],
    card: english.moderators[0] ?? absent(),
    shared: posted,
    document: Document.parse(JSON.parse(english.files[1] ?? absent())),
  };
}

/** What a moderator gets in one language: the card, the cards of its questions, both files, and the picture's words. */
async function seenIn(
  locale: 'en-US' | 'de',
  bot: RunningBot,
  clock: FakeClock,
  { since, until }: Days,
): Promise<{
  readonly moderators: readonly string[];
  readonly files: readonly string[];
  readonly picture: string;
}> {
  clock.advance(20_000);
  const max = bot.discord.as(ids.max, { channelId: ids.moderators, locale });
  const { message = absent() } = await (await max.slash('digest', { since, until })).settled();
  const files: string[] = [];
  for (const format of ['CSV', 'JSON'])
    files.push(await fileOf((await (await max.press(message, format)).settled()).message));
  const { digest } = await bot.app.services.makeDigest({ guildId, wanted: { length: null, since, until } });
  const [menu = ''] = buttonsTo(message, 'question.open');
  const cards: string[] = [JSON.stringify(message)];
  for (const { key } of digest.unanswered.groups)
    cards.push(JSON.stringify((await (await max.pick(message, menu, key)).settled()).message));
  return { moderators: cards, files, picture: JSON.stringify(digestPicture(digest, wordsIn(locale))) };
}

/** A digest as it stands in a channel that everyone reads. */
async function shared(bot: RunningBot, clock: FakeClock, { since, until }: Days): Promise<string> {
  clock.advance(20_000);
  const max = bot.discord.as(ids.max);
  const { message = absent() } = await (await max.slash('digest', { since, until })).settled();
  const { message: question = absent() } = await (await max.press(message, 'Share')).settled();
  const [confirm = absent()] = buttonsTo(question, 'digest.share-post');
  await (await max.press(question, confirm)).settled();
  const posted = bot.discord.world.messages
    .inChannel(ids.general)
    .findLast(({ onlyFor }) => onlyFor === null);
  return JSON.stringify(posted?.message ?? absent());
}
