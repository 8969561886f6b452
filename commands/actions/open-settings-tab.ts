import { z } from 'zod';
import { settingsCard, settingsTabs } from '../../src/cards/settings-card.ts';
import { action, replyWith } from '../../src/command.ts';

/** Shows another part of the settings. */
export const openSettingsTab = action({
  route: 'settings.tab',
  args: z.tuple([z.enum(settingsTabs)]),
  access: 'admin',
  answers: 'update',

  async run({ guildId }, [tab], { readSettings }, words) {
    return replyWith(settingsCard(await readSettings({ guildId }), tab, words));
  },
});
