import { z } from 'zod';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

/** Allows texts of the server to be sent to the model, or not any more. */
export const allowModel = settingsChoice({
  route: 'settings.model',
  args: z.tuple([z.enum(['on', 'off'])]),
  tab: 'model',
  change: (_call, [allowed]) => ({ model: allowed === 'on' }),
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
