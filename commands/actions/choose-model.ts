import { z } from 'zod';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

/** Allows texts of the server to be sent to the provider that the panel named, or not any more. */
export const allowModel = settingsChoice({
  route: 'settings.model',
  args: z.union([z.tuple([z.literal('on'), z.string()]), z.tuple([z.literal('off')])]),
  tab: 'model',
  change: (_call, [allowed, providerCode]) => ({
    model: allowed === 'on' ? { providerCode } : null,
  }),
});

/** Chooses how much the model may be used on a day. */
export const chooseModelLimit = settingsChoice({
  route: 'settings.model-limit',
  args: z.tuple([]),
  tab: 'model',
  change(call) {
    const tokens = z.coerce.number().pipe(GuildSettings.shape.modelTokensADay.unwrap());
    const [modelTokensADay] = chosenAs(call, z.tuple([tokens]));
    return { modelTokensADay };
  },
});
