import { SlashCommandBuilder } from '@discordjs/builders';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { digestCard } from '../src/cards/digest-card.ts';
import { digestPicture } from '../src/cards/digest-picture.ts';
import { type Command, replyWith } from '../src/command.ts';
import { type DigestLength, digestLengths } from '../src/core/digest-period.ts';
import { inOtherLocales, words as wordsIn } from '../src/words/words.ts';
import { answeringQuestions } from './actions/answer-group.ts';
import {
  openCaseFromDigest,
  openClaimFromDigest,
  openQueueFromDigest,
  saveDigest,
} from './actions/open-from-digest.ts';
import { askToShareDigest, removeSharedDigest, shareDigest } from './actions/share-digest.ts';
import { describe, guildOnly } from './parts/definition.ts';

/** `/digest`: what members asked and reported, and what became of it. */
export const digest: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('digest'), 'command.digest'))
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
      .addStringOption((option) =>
        describe(option.setName('period'), 'command.digest.period').addChoices(
          digestLengths.map(lengthChoice),
        ),
      )
      .addStringOption((option) => describe(option.setName('since'), 'command.digest.since').setMaxLength(40))
      .addStringOption((option) => describe(option.setName('until'), 'command.digest.until').setMaxLength(40))
      .toJSON(),
  where: 'guild',
  access: 'moderator',
  actions: [
    openClaimFromDigest,
    openCaseFromDigest,
    openQueueFromDigest,
    ...saveDigest,
    askToShareDigest,
    shareDigest,
    removeSharedDigest,
    ...answeringQuestions,
  ],

  async run({ guildId, options }, { makeDigest, drawPicture }, words) {
    const length = digestLengths.find((known) => known === options.string('period')) ?? null;
    const wanted = { length, since: options.string('since'), until: options.string('until') };
    const made = await makeDigest({ guildId, wanted });
    const picture = await drawPicture(digestPicture(made.digest, words));
    return replyWith(digestCard({ ...made, picture, postId: null }, words));
  },
};

function lengthChoice(value: DigestLength) {
  const key = `command.digest.period.${value}` as const;
  return { name: wordsIn('en-US').say(key), name_localizations: inOtherLocales(key), value };
}
