import { isTimeZone } from './digest-schedule.ts';

const clockTime =
  /^(?<hours>\d{1,2})(?:\s*[:.h]\s*(?<minutes>\d{2}))?\s*(?:uhr|h)?\s*(?:(?<half>[ap])\.?\s?m\.?)?$/i;
const hoursInHalf = 12;
const hoursInDay = 24;
const minutesInHour = 60;

/**
 * A time of day as people write it: `9`, `9:00`, `9.00`, `09:00`, `9h30`, `9 Uhr`, `9 pm`, `9:30 p.m.`
 *
 * @returns `HH:MM` from 00:00 to 23:59; null for anything else
 */
export function parseLocalTime(text: string): string | null {
  const groups = clockTime.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const hours = Number(groups['hours']);
  const minutes = Number(groups['minutes'] ?? '0');
  const half = groups['half']?.toLowerCase();
  if (half !== undefined && (hours < 1 || hours > hoursInHalf)) return null;
  const hour = half === undefined ? hours : (hours % hoursInHalf) + (half === 'p' ? hoursInHalf : 0);
  if (hour >= hoursInDay || minutes >= minutesInHour) return null;
  return `${twoDigits(hour)}:${twoDigits(minutes)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** The areas of the names of time zones, in which a city is looked for; the first that has it. */
const areas = [
  'Europe',
  'America',
  'Asia',
  'Africa',
  'Australia',
  'Pacific',
  'Atlantic',
  'Indian',
  'Arctic',
  'Antarctica',
] as const;

/** German names of cities after which a time zone is named in English. */
const inEnglish: ReadonlyMap<string, string> = new Map([
  ['athen', 'athens'],
  ['brussel', 'brussels'],
  ['bukarest', 'bucharest'],
  ['kairo', 'cairo'],
  ['kiew', 'kyiv'],
  ['kopenhagen', 'copenhagen'],
  ['lissabon', 'lisbon'],
  ['luxemburg', 'luxembourg'],
  ['moskau', 'moscow'],
  ['prag', 'prague'],
  ['rom', 'rome'],
  ['singapur', 'singapore'],
  ['tokio', 'tokyo'],
  ['warschau', 'warsaw'],
  ['wien', 'vienna'],
]);

/**
 * The time zone somebody means: by its IANA name, whatever its letters' case, or by the city it is named after.
 * Abbreviations such as `CET` are none, since most of them hold for half a year only.
 *
 * @returns its IANA name, such as `Europe/Berlin`; null where there is none
 */
export function findTimeZone(text: string): string | null {
  const plain = withoutAccents(text).trim().replaceAll(/\s+/g, '_').toLowerCase();
  if (plain === 'utc' || plain === 'gmt') return 'UTC';
  if (plain.includes('/')) return nameOf(plain);
  const city = inEnglish.get(plain) ?? plain;
  const zone = Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase().endsWith(`/${city}`));
  return zone ?? areas.map((area) => nameOf(`${area}/${city}`)).find((name) => name !== null) ?? null;
}

/** The name as it is written; one that means the same as another keeps its own city: `Europe/Kyiv`. */
function nameOf(name: string): string | null {
  if (!isTimeZone(name)) return null;
  const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
  if (timeZone.toLowerCase() === name.toLowerCase()) return timeZone;
  return name.replaceAll(/(?<![a-z])[a-z]/gi, (letter) => letter.toUpperCase());
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The time zone of each locale of Discord whose country keeps one time, or neighbours keep the same. */
const zoneOfLocale: ReadonlyMap<string, string> = new Map([
  ['bg', 'Europe/Sofia'],
  ['cs', 'Europe/Prague'],
  ['da', 'Europe/Copenhagen'],
  ['de', 'Europe/Berlin'],
  ['el', 'Europe/Athens'],
  ['en-GB', 'Europe/London'],
  ['fi', 'Europe/Helsinki'],
  ['hi', 'Asia/Kolkata'],
  ['hr', 'Europe/Zagreb'],
  ['hu', 'Europe/Budapest'],
  ['it', 'Europe/Rome'],
  ['ja', 'Asia/Tokyo'],
  ['ko', 'Asia/Seoul'],
  ['lt', 'Europe/Vilnius'],
  ['nl', 'Europe/Amsterdam'],
  ['no', 'Europe/Oslo'],
  ['pl', 'Europe/Warsaw'],
  ['ro', 'Europe/Bucharest'],
  ['sv-SE', 'Europe/Stockholm'],
  ['th', 'Asia/Bangkok'],
  ['tr', 'Europe/Istanbul'],
  ['uk', 'Europe/Kyiv'],
  ['vi', 'Asia/Ho_Chi_Minh'],
  ['zh-CN', 'Asia/Shanghai'],
  ['zh-TW', 'Asia/Taipei'],
]);

/** The time zone to propose to a server of this locale: `UTC` where the language is spoken in several. */
export function proposedTimeZone(discordLocale: string): string {
  return zoneOfLocale.get(discordLocale) ?? 'UTC';
}
