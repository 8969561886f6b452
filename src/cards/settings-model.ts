import type { APIComponentInContainer } from 'discord-api-types/v10';
import { memberShareOf, tokensOf } from '../core/model-spend.ts';
import { encodeRoute } from '../routes.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';
import { button, linesOf, menu, row, text } from './parts.ts';

type Parts = readonly (APIComponentInContainer | null)[];

type Models = NonNullable<SettingsView['models']>;

/** Daily limits to choose from, in tokens. */
const limitChoices = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000] as const;

/** How much of a model's and a provider's name is shown, in UTF-16 code units. */
const nameChars = 80;

const named = (name: string) => escapedExcerpt(name, nameChars, nameChars * 2);

/** Whether texts of the server may be sent to a model, which texts, to whom, and how much it may cost. */
export function modelSettings({ settings, models }: SettingsView, words: Words): Parts {
  const title = `**${words.say('settings.model.title')}**`;
  if (models === null) return [text(linesOf([title, words.say('settings.model.none')]))];

  const { writes, compares } = models;
  return [
    text(
      linesOf([
        title,
        consentSentence(models, settings, words),
        writes === null ? null : `- ${words.say('settings.model.writes', { model: named(writes) })}`,
        compares === null ? null : `- ${words.say('settings.model.compares', { model: named(compares) })}`,
        smallPrint(words.say('settings.model.never', { provider: named(models.provider) })),
      ]),
    ),
    row(...consentButtons(models, words)),
    text(spentLines(models, settings, words)),
    limitMenu(settings.modelTokensADay, words),
  ];
}

/** Whether texts are sent and to whom; where the consent was for another provider, that it does not count. */
function consentSentence(
  { consent, provider: name }: Models,
  { model }: SettingsView['settings'],
  words: Words,
): string {
  const provider = named(name);
  switch (consent) {
    case 'given':
      return words.say('settings.model.on', { provider });
    case 'none':
      return words.say('settings.model.off', { provider });
    case 'unrecorded':
      return words.say('settings.model.unrecorded', { provider });
    case 'other':
      return words.say('settings.model.other', { provider, before: named(model?.provider ?? '?') });
  }
}

function consentButtons({ consent, provider, providerCode }: Models, words: Words) {
  const allow = button(
    words.say('settings.model.allow', { provider }),
    encodeRoute('settings.model', 'on', providerCode),
  );
  const forbid = button(words.say('settings.model.forbid'), encodeRoute('settings.model', 'off'));
  if (consent === 'none') return [allow];
  return consent === 'given' ? [forbid] : [allow, forbid];
}

/** What today has cost, what one member may spend of it, and what happens when it is used up. */
function spentLines({ spent, compares }: Models, settings: SettingsView['settings'], words: Words): string {
  const { today, monthIsSpent } = spent;
  const limit = settings.modelTokensADay;
  return linesOf([
    words.say('settings.model.today', { used: tokensOf(today), limit, answers: today.answers }),
    compares === null ? null : words.say('settings.model.embedded', { count: today.embedded }),
    words.say('settings.model.share', { share: memberShareOf(limit) }),
    words.say('settings.model.used-up'),
    monthIsSpent ? words.say('settings.model.month') : null,
  ]);
}

function limitMenu(limit: number, words: Words) {
  const limits = [...new Set([...limitChoices, limit])].sort((one, other) => one - other);
  return row(
    menu(
      encodeRoute('settings.model-limit'),
      words.say('settings.model.pick-limit'),
      limits.map((count) => ({
        label: words.say('setting.tokens', { count }),
        value: String(count),
        chosen: count === limit,
      })),
    ),
  );
}
