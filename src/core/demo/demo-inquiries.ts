import { daysAfter } from '../digest-period.ts';
import type { Dossier } from '../dossier.ts';
import { type GuildId, InquiryId } from '../ids.ts';
import { dayAndHour, type Feedback, type Inquiry, type InquiryOutcome } from '../inquiry.ts';
import { retention } from '../retention.ts';
import { demoSingles, demoTopics, demoWideQuestions, madeUp } from './demo-texts.ts';
import { type Seeded, seeded } from './seeded.ts';

/** What a demonstration is made of. The same wish over the same dossiers makes the same use. */
export type DemoWish = {
  readonly guildId: GuildId;
  /** The moment it ends, in milliseconds since 1970. */
  readonly untilMs: number;
  /** How many days it covers, the last one included, which is not over. */
  readonly days: number;
  readonly questions: number;
  /** What is asked about; at least one claim among them. */
  readonly dossiers: readonly Dossier[];
};

/** More on weekends: Sunday first, as dates count. */
const weekdayWeights = [1.5, 0.9, 1, 1, 1.1, 1.25, 1.6] as const;

/** Questions in each hour of UTC: most in the evening. */
const hourWeights = [3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 8, 9, 10, 11, 11, 9, 7, 5] as const;

/** One day in so many brings a topic of which several members ask. */
const topicEveryDays = 4;
const askersOfTopic = 5;

/** How many of the questions of a day somebody asks who has asked before on that day. */
const repeatShare = 0.35;

const outcomes: readonly (readonly [InquiryOutcome, number])[] = [
  ['answered', 46],
  ['picked', 13],
  ['none-of-these', 5],
  ['ambiguous', 7],
  ['unanswered', 15],
  ['opened', 14],
];

const locales: readonly (readonly [string, number])[] = [
  ['en-US', 60],
  ['en-GB', 20],
  ['de', 20],
];

/** What members asked, day by day, the earliest first. */
export function* demoInquiries(wish: DemoWish): Generator<Inquiry> {
  const { guildId, untilMs, days, questions } = wish;
  const chance = seeded(`questions ${guildId} ${untilMs} ${days} ${questions}`);
  const { day: today, hour: lastHour } = dayAndHour(untilMs);
  const dates = Array.from({ length: days }, (_, index) => daysAfter(today, index + 1 - days));
  const hoursOf = (day: string) => (day === today ? hourWeights.slice(0, lastHour + 1) : hourWeights);
  const weights = dates.map((day) => weekdayWeight(day) * sum(hoursOf(day)));
  const counts = shared(questions, weights);
  for (const [index, day] of dates.entries()) {
    const hours = hoursOf(day).map((weight, hour) => [hour, weight] as const);
    yield* questionsOfDay(wish, chance, { day, hours, count: counts[index] ?? 0, index, today });
  }
}

type DemoDay = {
  readonly day: string;
  readonly hours: readonly (readonly [number, number])[];
  readonly count: number;
  readonly index: number;
  readonly today: string;
};

function* questionsOfDay(
  { guildId, days, dossiers }: DemoWish,
  chance: Seeded,
  { day, hours, count, index, today }: DemoDay,
): Generator<Inquiry> {
  const askers: string[] = [];
  const keepsTexts = day >= daysAfter(today, -retention.questionTextDays);
  const topic = demoTopics[Math.floor(index / topicEveryDays) % demoTopics.length] ?? [];
  const hasTopic = (days - index) % topicEveryDays === 1 && count > askersOfTopic;
  for (let number = 0; number < count; number += 1) {
    const ofTopic = hasTopic && number < askersOfTopic;
    const repeats = !ofTopic && askers.length > 0 && chance.chance(repeatShare);
    const asker = repeats ? chance.pick(askers) : chance.code(22);
    if (!repeats) askers.push(asker);
    const outcome = ofTopic ? 'unanswered' : chance.weighted(outcomes);
    const text = ofTopic ? chance.pick(topic) : textOf(outcome, chance);
    yield {
      id: InquiryId.parse(chance.code(12)),
      guildId,
      ...aboutOf(outcome, dossiers, index / days, chance),
      outcome,
      locale: chance.weighted(locales),
      day,
      hour: chance.weighted(hours),
      asker,
      feedback: feedbackTo(outcome, chance),
      text: text === null || !keepsTexts ? null : `${text} ${madeUp}`,
    };
  }
}

/** What a question is about: some claims more than others, and others than those later on. */
function aboutOf(
  outcome: InquiryOutcome,
  dossiers: readonly Dossier[],
  passed: number,
  chance: Seeded,
): Pick<Inquiry, 'command' | 'dossierId' | 'claimId'> {
  const command = outcome === 'opened' ? chance.pick(['claim.show', 'summary'] as const) : 'claim.lookup';
  if (command === 'summary') return { command, dossierId: chance.pick(dossiers).id, claimId: null };
  if (outcome !== 'answered' && outcome !== 'picked' && outcome !== 'opened')
    return { command, dossierId: null, claimId: null };
  const claims = dossiers.flatMap(({ id, claims }) => claims.map((claim) => ({ id, claim })));
  const shift = Math.floor((passed * claims.length) / 3);
  const ranked = claims.map((_, rank) => [claims[(rank + shift) % claims.length], 1 / (rank + 1)] as const);
  const about = chance.weighted(ranked);
  return { command, dossierId: about?.id ?? null, claimId: about?.claim.id ?? null };
}

function textOf(outcome: InquiryOutcome, chance: Seeded): string | null {
  if (outcome === 'ambiguous' || outcome === 'none-of-these') return chance.pick(demoWideQuestions);
  if (outcome !== 'unanswered') return null;
  return chance.chance(0.2) ? chance.pick(chance.pick(demoTopics)) : chance.pick(demoSingles);
}

function feedbackTo(outcome: InquiryOutcome, chance: Seeded): Feedback | null {
  if (outcome !== 'answered' && outcome !== 'picked') return null;
  return chance.weighted([
    ['yes', 18],
    ['no', 5],
    [null, 77],
  ]);
}

function weekdayWeight(day: string): number {
  return weekdayWeights[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
}

/** A whole number shared out by weights; the parts add up to it. */
function shared(total: number, weights: readonly number[]): readonly number[] {
  const all = sum(weights);
  let before = 0;
  return weights.map((weight) => {
    const from = Math.round((total * before) / all);
    before += weight;
    return Math.round((total * before) / all) - from;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
