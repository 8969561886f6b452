import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGuildSettings, GuildSettings } from '../../../src/core/guild-settings.ts';
import {
  changedSettings,
  parseSettingText,
  sameSettings,
  settingKeys,
  settingText,
} from '../../../src/core/setting-text.ts';

const role = (last: number) => `12900000000000001${String(last).padStart(2, '0')}`;
const settingsWith = (parts: object) => GuildSettings.parse(parts);

describe('a setting in the audit', () => {
  it('knows every setting that admins choose', () => {
    expect([...settingKeys, 'demo'].sort()).toEqual(Object.keys(GuildSettings.shape).sort());
  });

  it.each([
    { parts: {}, key: 'ageingHours', text: 'ageingHours 24' },
    { parts: {}, key: 'moderatorsChannel', text: 'moderatorsChannel none' },
    { parts: {}, key: 'moderatorRoles', text: 'moderatorRoles none' },
    {
      parts: { moderatorRoles: [role(2), role(1)] },
      key: 'moderatorRoles',
      text: `moderatorRoles ${role(1)},${role(2)}`,
    },
    { parts: { sharing: [role(1)] }, key: 'sharing', text: `sharing ${role(1)}` },
    { parts: {}, key: 'sharing', text: 'sharing everywhere' },
    { parts: { keepsQuestionTexts: false }, key: 'keepsQuestionTexts', text: 'keepsQuestionTexts false' },
    { parts: { language: 'de' }, key: 'language', text: 'language de' },
    { parts: {}, key: 'digest', text: 'digest none' },
    { parts: {}, key: 'model', text: 'model none' },
    { parts: { model: true }, key: 'model', text: 'model true' },
    { parts: { model: { provider: '[::1]:8080' } }, key: 'model', text: 'model [::1]:8080' },
    {
      parts: { digest: { every: 'week', weekday: 1, at: '09:00', zone: 'Europe/Berlin' } },
      key: 'digest',
      text: 'digest week,1,09:00,Europe/Berlin',
    },
  ] as const)('is written as “$text”', ({ parts, key, text }) => {
    expect(settingText(settingsWith(parts), key)).toBe(text);
  });

  it('is read back as it was written', () => {
    const roles = fc.uniqueArray(fc.integer({ min: 0, max: 99 }).map(role), { maxLength: 10 });
    const parts = fc.record({ moderatorRoles: roles, ageingHours: fc.integer({ min: 1, max: 720 }) });

    fc.assert(
      fc.property(parts, (some) => {
        const settings = settingsWith(some);

        expect(parseSettingText(settingText(settings, 'moderatorRoles'))).toEqual({
          key: 'moderatorRoles',
          values: [...some.moderatorRoles].sort(),
        });
        expect(parseSettingText(settingText(settings, 'ageingHours'))).toEqual({
          key: 'ageingHours',
          values: [String(some.ageingHours)],
        });
      }),
    );
  });

  it.each(['open', 'resolved no-action', 'ageingHours', 'ageingHours 1 2', ''])(
    'is not what “%s” says',
    (text) => {
      expect(parseSettingText(text)).toBeNull();
    },
  );
});

describe('the difference between settings', () => {
  it('is what was chosen otherwise', () => {
    const chosen = settingsWith({ ageingHours: 48, language: 'de' });

    expect(changedSettings(defaultGuildSettings, chosen)).toEqual(['ageingHours', 'language']);
    expect(sameSettings(defaultGuildSettings, chosen)).toBe(false);
  });

  it('is nothing where the same roles stand in another order', () => {
    const [one, other] = [
      settingsWith({ moderatorRoles: [role(1), role(2)] }),
      settingsWith({ moderatorRoles: [role(2), role(1)] }),
    ];

    expect(sameSettings(one, other)).toBe(true);
  });
});
