import { z } from 'zod';
import { serverLanguage } from '../../src/cards/settings-members.ts';
import { ChannelId } from '../../src/core/ids.ts';
import { locales } from '../../src/words/words.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

/** Allows sharing in every channel, or nowhere. */
export const allowSharing = settingsChoice({
  route: 'settings.share',
  args: z.tuple([z.enum(['everywhere', 'nowhere'])]),
  tab: 'members',
  change: (_call, [sharing]) => ({ sharing }),
});

/** Allows sharing in the chosen channels alone. */
export const chooseSharingChannels = settingsChoice({
  route: 'settings.share-in',
  args: z.tuple([]),
  tab: 'members',
  change: (call) => ({ sharing: chosenAs(call, z.array(ChannelId).min(1).max(25)) }),
});

/** Keeps the texts of unanswered questions, or forgets them. */
export const keepQuestionTexts = settingsChoice({
  route: 'settings.texts',
  args: z.tuple([z.enum(['on', 'off'])]),
  tab: 'members',
  change: (_call, [kept]) => ({ keepsQuestionTexts: kept === 'on' }),
});

/** Chooses the language of what everyone sees. */
export const chooseLanguage = settingsChoice({
  route: 'settings.language',
  args: z.tuple([]),
  tab: 'members',
  change(call) {
    const [language] = chosenAs(call, z.tuple([z.enum([serverLanguage, ...locales])]));
    return { language: language === serverLanguage ? null : language };
  },
});
