import type { GuildSettings } from './guild-settings.ts';

/** The settings, in the order they are shown. */
export const settingKeys = [
  'moderatorsChannel',
  'moderatorRoles',
  'ageingHours',
  'alertRole',
  'alertAt',
  'sharing',
  'keepsQuestionTexts',
  'language',
] as const satisfies readonly (keyof GuildSettings)[];
export type SettingKey = (typeof settingKeys)[number];

/**
 * One setting as the audit writes it: its name and its plain values, such as `ageingHours 24`, `moderatorsChannel none`
 * or `moderatorRoles 1290000000000000102,1290000000000000103`.
 */
export function settingText(settings: GuildSettings, key: SettingKey): string {
  const value = settings[key];
  const plain = value === null ? 'none' : Array.isArray(value) ? [...value].sort().join(',') : String(value);
  return `${key} ${plain === '' ? 'none' : plain}`;
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
