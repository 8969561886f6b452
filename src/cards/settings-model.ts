import type { APIComponentInContainer } from 'discord-api-types/v10';
import { encodeRoute } from '../routes.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';
import { button, linesOf, menu, row, text } from './parts.ts';

type Parts = readonly (APIComponentInContainer | null)[];

/** Daily limits to choose from, in tokens. */
const limitChoices = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000] as const;

/** How much of a model's and a provider's name is shown, in UTF-16 code units. */
const nameChars = 80;

/** Whether texts of the server may be sent to a model, which texts, to whom, and how much it may cost. */
export function modelSettings({ settings, models }: SettingsView, words: Words): Parts {
  const title = `**${words.say('settings.model.title')}**`;
  if (models === null) return [text(linesOf([title, words.say('settings.model.none')]))];

  const { writes, compares, spent } = models;
  const named = (name: string) => escapedExcerpt(name, nameChars, nameChars * 2);
  const provider = named(models.provider);
  const { input, output, answers } = spent.today;
  const limit = settings.modelTokensADay;
  const limits = [...new Set([...limitChoices, limit])].sort((one, other) => one - other);
  return [
    text(
      linesOf([
        title,
        words.say(settings.model ? 'settings.model.on' : 'settings.model.off', { provider }),
        writes === null ? null : `- ${words.say('settings.model.writes', { model: named(writes) })}`,
        compares === null ? null : `- ${words.say('settings.model.compares', { model: named(compares) })}`,
        smallPrint(words.say('settings.model.never', { provider })),
      ]),
    ),
    row(
      settings.model
        ? button(words.say('settings.model.forbid'), encodeRoute('settings.model', 'off'))
        : button(
            words.say('settings.model.allow', { provider: models.provider }),
            encodeRoute('settings.model', 'on'),
          ),
    ),
    ...(writes === null
      ? []
      : [
          text(
            linesOf([
              words.say('settings.model.today', { used: input + output, limit, answers }),
              spent.monthIsSpent ? words.say('settings.model.month') : null,
            ]),
          ),
          row(
            menu(
              encodeRoute('settings.model-limit'),
              words.say('settings.model.pick-limit'),
              limits.map((count) => ({
                label: words.say('setting.tokens', { count }),
                value: String(count),
                chosen: count === limit,
              })),
            ),
          ),
        ]),
  ];
}
