import { z } from 'zod';
import { caseCard } from '../../src/cards/case-card.ts';
import { claimCard } from '../../src/cards/claim-card.ts';
import { digestFileCard, digestFormats } from '../../src/cards/digest-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { chosenCase } from './open-case.ts';

/** Shows a claim picked from a digest beside it. */
export const openClaimFromDigest = action({
  route: 'digest.claim',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'reply',

  async run({ guildId, values }, _args, { showClaim }, words) {
    const reference = parseClaimReference(values[0] ?? '');
    return replyWith(claimCard(await showClaim({ guildId, reference, asker: null }), words));
  },
});

/** Shows a case picked from a digest beside it. */
export const openCaseFromDigest = action({
  route: 'digest.case',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'reply',

  async run(call, _args, { showCase }, words) {
    const { guildId } = call;
    return replyWith(caseCard(await showCase({ guildId, caseId: chosenCase(call) }), 'private', words));
  },
});

/** Give a digest as a file, made anew: its custom_id holds the days alone. */
export const saveDigest = digestFormats.map((format) =>
  action({
    route: `digest.${format}`,
    args: z.tuple([z.iso.date(), z.iso.date()]),
    access: 'moderator',
    answers: 'reply',

    async run({ guildId }, [since, until], { makeDigest }, words) {
      const made = await makeDigest({ guildId, wanted: { length: null, since, until } });
      return replyWith(digestFileCard(made, format, words));
    },
  }),
);
