import type { DigestSchedule } from './digest-schedule.ts';

/** How often scheduled digests may come. */
export const digestRhythms = ['off', 'day', 'week'] as const;

/** What an admin chooses of the schedule of digests; what is left out stays. */
export type DigestChoice = {
  readonly every?: (typeof digestRhythms)[number];
  readonly weekday?: number;
  readonly at?: string;
  readonly zone?: string;
  /** The time zone of a schedule that did not have one yet. */
  readonly proposedZone: string;
};

/** Local time of digests where no other was chosen. */
export const usualTime = '09:00';
const usual = { every: 'week', weekday: 1, at: usualTime } as const;

/** The schedule after a choice; null where no digests are to come. */
export function chosenSchedule(before: DigestSchedule | null, choice: DigestChoice): DigestSchedule | null {
  const { every, proposedZone, ...rest } = choice;
  if (every === 'off') return null;
  return {
    ...(before ?? { ...usual, zone: proposedZone }),
    ...(every === undefined ? {} : { every }),
    ...rest,
  };
}
