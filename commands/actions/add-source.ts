import { z } from 'zod';
import { addressField, sourceAddressModal, sourceProposalCard } from '../../src/cards/source-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { ClaimId, DossierId } from '../../src/core/ids.ts';
import { RevisionArgument } from '../parts/edit-reply.ts';

const Seen = z.tuple([DossierId, RevisionArgument, ClaimId]);
const access = 'moderator';

/** Asks where a source is. */
const openSource = action({
  route: 'edit.source',
  args: Seen,
  access,
  answers: 'modal',

  async run(_call, [dossierId, revision, claimId], _services, words) {
    return { kind: 'modal', modal: sourceAddressModal({ dossierId, revision, claimId }, words) };
  },
});

/** Reads the page and shows what it says of itself. */
const readSource = action({
  route: 'edit.source-read',
  form: true,
  args: Seen,
  access,
  answers: 'update',

  async run({ guildId, member, fields }, [dossierId, revision, claimId], { proposeSource }, words) {
    const address = fields[addressField] ?? '';
    const input = { guildId, memberId: member.id, dossierId, revision, claimId, address };
    return replyWith(sourceProposalCard(await proposeSource(input), words));
  },
});

/** How a source becomes a note. */
export const addingSources = [openSource, readSource];
