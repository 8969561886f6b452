import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import type { DossierDocument } from '../../src/core/dossier-document.ts';
import { toDocument } from '../../src/core/dossier-export.ts';
import { GuildId, UserId } from '../../src/core/ids.ts';
import type { Watch } from '../../src/core/watch.ts';
import { openLibrary } from '../../src/library.ts';
import type { Actor } from '../../src/sandbox/acts.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { soon, untilNothingWaits } from './moderating.ts';
import { absent, publish, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** The server all of this happens in. */
export const guildId = GuildId.parse(ids.guild);

/** The claim that is watched. */
export const watched = 'ferry-timetable/c01';

/** The example dossier as a document. */
export const ferry: DossierDocument = toDocument(exampleDossier());

type Notes = DossierDocument['claims'][number]['notes'];

/** The document with other notes on its first claim. */
export function withNotes(change: (notes: Notes) => Notes): DossierDocument {
  const [first = absent(), ...others] = ferry.claims;
  return { ...ferry, claims: [{ ...first, notes: change(first.notes) }, ...others] };
}

/** The document without the sources of its first claim: the standing is another one. */
export const unsourced = withNotes((notes) => notes.filter(({ type }) => type === 'dispute'));

/** A bot whose server has the example dossier, on a clock of the test's. */
export async function botWithFerry(): Promise<{ bot: RunningBot; clock: FakeClock }> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  await publish(bot, guildId, ferry);
  return { bot, clock };
}

/** Imports a document as another process does, which can tell this one nothing. */
export async function importElsewhere(
  { config }: Pick<RunningBot, 'config'>,
  document: DossierDocument,
): Promise<void> {
  await using library = await openLibrary({ ...config, logLevel: 'silent' }, 'write');
  await library.services.importDossier({ document, guildId, sample: false });
}

/** What a member was told in direct messages, oldest first. */
export function mailOf({ discord }: Pick<RunningBot, 'discord'>, userId: string): readonly APIMessage[] {
  const direct = discord.world.directChannel(userId).id;
  return discord.world.messages
    .inChannel(direct)
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => message);
}

/** A member in the bot's direct messages. */
export function inMail({ discord }: Pick<RunningBot, 'discord'>, userId: string): Actor {
  return discord.as(userId, { channelId: discord.world.directChannel(userId).id });
}

/** Lets time go on until a look has found something, and all of it was sent. */
export async function untilTold({ inDatabase, log }: RunningBot, clock: FakeClock): Promise<void> {
  const looks = () => log.filter((line) => line.includes('what is watched has changed')).length;
  const before = looks();
  await expect
    .poll(async () => {
      clock.advance(1_000);
      return looks() > before && (await inDatabase(({ outbox }) => outbox.nextDue())) === null;
    }, soon)
    .toBe(true);
}

/** Opens the claim as a member and has them watch it. */
export async function watchIt(bot: Pick<RunningBot, 'discord'>, userId: string = ids.mia) {
  const actor = bot.discord.as(userId);
  const card = await (await actor.slash('claim show', { id: watched })).settled();
  return (await actor.press(card.message ?? absent(), 'Tell me when this changes')).settled();
}

/** The texts of what a member was told. */
export function toldTo(bot: Pick<RunningBot, 'discord'>, userId: string = ids.mia): readonly string[] {
  return mailOf(bot, userId).map(textOf);
}

/** Lets time go on until a member was told so often. */
export async function untilToldTimes(bot: RunningBot, clock: FakeClock, times: number): Promise<void> {
  await expect
    .poll(() => {
      clock.advance(1_000);
      return toldTo(bot).length;
    }, soon)
    .toBe(times);
}

/** Has everything that changed looked at, and lets time go on until all of what that led to was sent. */
export async function untilLooked(bot: RunningBot, clock: FakeClock): Promise<void> {
  await bot.app.services.lookForNews({ lastRevision: null });
  await untilNothingWaits(bot, clock);
}

/** What Mia watches. */
export async function watchesOf({ inDatabase }: RunningBot): Promise<readonly Watch[]> {
  const known = await inDatabase(({ watches }) => watches.ofMember(guildId, UserId.parse(ids.mia)));
  return known?.watches ?? [];
}

/** What only Mia was shown in the general channel. */
export function privateCards({ discord }: RunningBot): readonly string[] {
  return discord.world.messages
    .inChannel(ids.general)
    .filter(({ onlyFor }) => onlyFor === ids.mia)
    .map(({ message }) => textOf(message));
}

/** The kept texts of all questions of the server. */
export async function unansweredTexts({ inDatabase }: RunningBot): Promise<readonly string[]> {
  const { questions } = await inDatabase(({ inquiries }) =>
    inquiries.unanswered(guildId, '2000-01-01', '2100-01-01', 100),
  );
  return questions.map(({ text }) => text);
}

const [aboutFerry = absent()] = ferry.claims;
const zebras = 'The grocer keeps three zebras behind the bakery.';

/** Another dossier, with a claim about a grocer. */
export const grocer: DossierDocument = {
  ...ferry,
  slug: DossierSlug.parse('grocer'),
  title: 'The grocer',
  post: { ...ferry.post, text: zebras },
  claims: [{ ...aboutFerry, quote: zebras, start: 0, end: zebras.length, gist: zebras, notes: [] }],
};
