import { type ClaimView, claimCard } from '../../src/cards/claim-card.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';

/** Shows a claim to a member, and whether they are told when it changes. */
export async function claimReply(
  { guildId, member }: GuildCall,
  view: Omit<ClaimView, 'watched'>,
  { watchedClaims }: Services,
  words: Words,
): Promise<Reply> {
  const watched = (await watchedClaims({ guildId, memberId: member.id })).has(view.claim.id);
  return replyWith(claimCard({ ...view, watched }, words));
}
