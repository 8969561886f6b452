import type { z } from 'zod';
import {
  openChannelCard,
  outcomeSentence,
  type SettingsTab,
  settingsCard,
} from '../../src/cards/settings-card.ts';
import { type Action, action, type GuildCall, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import type { SettingsChange } from '../../src/services/servers/change-settings.ts';

type ChoicePlan<Args> = {
  readonly route: string;
  readonly args: z.ZodType<Args>;
  /** Where the choice stands. */
  readonly tab: SettingsTab;
  /** Set where the admin was asked about a channel that everyone can read, and takes it. */
  readonly takesOpenChannel?: true;
  /** Set where it is what a form sends. */
  readonly form?: true;
  /** The settings it changes. */
  change(call: GuildCall, args: Args): SettingsChange;
};

/**
 * An action that saves a choice and shows the settings anew, with what became of it; or asks first whether a channel
 * that everyone can read is meant.
 */
export function settingsChoice<Args>(plan: ChoicePlan<Args>): Action {
  const { route, args, tab, form, change, takesOpenChannel = false } = plan;
  return action({
    route,
    ...(form ? { form } : {}),
    args,
    access: 'admin',
    answers: 'update',

    async run(call, given, { changeSettings, readSettings }, words) {
      const { guildId } = call;
      const outcome = await changeSettings({
        interactionId: call.id,
        guildId,
        memberId: call.member.id,
        change: change(call, given),
        takesOpenChannel,
      });
      if (outcome.kind === 'channel-open') return replyWith(openChannelCard(outcome.channelId, words));
      return replyWith(
        settingsCard(await readSettings({ guildId }), tab, words, outcomeSentence(outcome, words)),
      );
    },
  });
}

/**
 * What was chosen in a menu.
 *
 * @throws FootnoteError `button.expired` for values the menu does not offer
 */
export function chosenAs<Value>({ values }: GuildCall, schema: z.ZodType<Value>): Value {
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw new FootnoteError('button.expired');
  return parsed.data;
}
