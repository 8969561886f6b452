import { z } from 'zod';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId } from '../../src/core/ids.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

/** Chooses the moderators' channel from all text channels. */
export const chooseChannel = settingsChoice({
  route: 'settings.channel',
  args: z.tuple([]),
  tab: 'moderation',
  change(call) {
    const [moderatorsChannel] = chosenAs(call, z.tuple([ChannelId]));
    return { moderatorsChannel };
  },
});

/** Takes a channel the server has for its team already as the moderators' channel. */
export const useOfferedChannel = settingsChoice({
  route: 'settings.use-channel',
  args: z.tuple([ChannelId]),
  tab: 'moderation',
  change: (_call, [moderatorsChannel]) => ({ moderatorsChannel }),
});

/** Takes a channel as the moderators' channel although every member can read it. */
export const useOpenChannel = settingsChoice({
  route: 'settings.use-open-channel',
  args: z.tuple([ChannelId]),
  tab: 'moderation',
  takesOpenChannel: true,
  change: (_call, [moderatorsChannel]) => ({ moderatorsChannel }),
});

/** Has no more cards posted. */
export const dropChannel = settingsChoice({
  route: 'settings.no-channel',
  args: z.tuple([]),
  tab: 'moderation',
  change: () => ({ moderatorsChannel: null }),
});

/** Chooses the roles whose members moderate. */
export const chooseModeratorRoles = settingsChoice({
  route: 'settings.roles',
  args: z.tuple([]),
  tab: 'moderation',
  change: (call) => ({ moderatorRoles: chosenAs(call, GuildSettings.shape.moderatorRoles) }),
});

/** Chooses after how long a case counts as ageing. */
export const chooseAgeing = settingsChoice({
  route: 'settings.ageing',
  args: z.tuple([]),
  tab: 'moderation',
  change(call) {
    const [ageingHours] = chosenAs(
      call,
      z.tuple([z.coerce.number().pipe(GuildSettings.shape.ageingHours.unwrap())]),
    );
    return { ageingHours };
  },
});
