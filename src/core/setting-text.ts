import type { GuildSettings } from './guild-settings.ts';

/** What admins choose, in the order it is shown. */
export const settingKeys = [
  'moderatorsChannel',
  'moderatorRoles',
  'ageingHours',
  'alertRole',
  'alertAt',
  'sharing',
  'keepsQuestionTexts',
  'language',
  'digest',
  'model',
  'modelTokensADay',
] as const satisfies readonly (keyof GuildSettings)[];
export type SettingKey = (typeof settingKeys)[number];

/**
 * One setting as the audit writes it: its name and its plain values, such as `ageingHours 24`, `moderatorsChannel none`,
 * `moderatorRoles 1290000000000000102,1290000000000000103`, `digest week,1,09:00,Europe/Berlin` or `model OpenAI`.
 */
export function settingText(settings: GuildSettings, key: SettingKey): string {
  const plain = plainValues(settings[key]).join(',');
  return `${key} ${plain === '' ? 'none' : plain}`;
}

function plainValues(value: GuildSettings[SettingKey]): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value !== 'object') return [String(value)];
  if ('provider' in value) return [value.provider ?? 'true'];
  const { every, weekday, at, zone } = value;
  return [every, String(weekday), at, zone];
}

/** Reads what `settingText` wrote, with no values for `none`; null for anything else. */
export function parseSettingText(
  text: string,
): { readonly key: SettingKey; readonly values: readonly string[] } | null {
  const [name, plain, ...more] = text.split(' ');
  const key = settingKeys.find((known) => known === name);
  if (key === undefined || plain === undefined || more.length > 0) return null;
  return { key, values: plain === 'none' ? [] : plain.split(',') };
}

/** Whether every setting is as it is for a server that has not chosen. */
export function sameSettings(one: GuildSettings, other: GuildSettings): boolean {
  return changedSettings(one, other).length === 0;
}

/** The settings in which two servers' choices, or one server's before and after, differ. */
export function changedSettings(one: GuildSettings, other: GuildSettings): readonly SettingKey[] {
  return settingKeys.filter((key) => settingText(one, key) !== settingText(other, key));
}
