import { z } from 'zod';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import { RoleId } from '../../src/core/ids.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

/** Chooses the role that is told of urgent cases. */
export const chooseAlertRole = settingsChoice({
  route: 'settings.alert-role',
  args: z.tuple([]),
  tab: 'alerts',
  change(call) {
    const [alertRole] = chosenAs(call, z.tuple([RoleId]));
    return { alertRole };
  },
});

/** Has no role told any more. */
export const dropAlertRole = settingsChoice({
  route: 'settings.no-alert-role',
  args: z.tuple([]),
  tab: 'alerts',
  change: () => ({ alertRole: null }),
});

/** Chooses how many independent reporters make a case urgent. */
export const chooseAlertCount = settingsChoice({
  route: 'settings.alert-at',
  args: z.tuple([]),
  tab: 'alerts',
  change(call) {
    const [alertAt] = chosenAs(call, z.tuple([z.coerce.number().pipe(GuildSettings.shape.alertAt.unwrap())]));
    return { alertAt };
  },
});
