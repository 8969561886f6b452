import { choicesCard, unansweredCard } from '../../src/cards/lookup-cards.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { askerOf } from './asker.ts';
import { claimReply } from './claim-reply.ts';
import { shareNow } from './share-now.ts';

/** Looks a question up and shows what it led to: one claim, a short list, or "no known claim". */
export async function lookUpReply(
  call: GuildCall,
  text: string,
  share: boolean,
  services: Services,
  words: Words,
): Promise<Reply> {
  const answer = await services.lookUpClaim({ asker: askerOf(call), text });
  if (answer.outcome === 'answered') {
    const { dossier, claim } = answer.found;
    const notice = share ? await shareNow(call, { dossier, claim }, services, words) : null;
    const view = { dossier, claim, inquiryId: answer.inquiryId };
    return claimReply(call, notice === null ? view : { ...view, notice }, services, words);
  }
  const notice = share ? words.say('share.nothing') : undefined;
  if (answer.outcome === 'ambiguous')
    return replyWith(choicesCard(answer.choices, answer.inquiryId, words, notice));
  const dossiers = await services.listDossiers({ guildId: call.guildId });
  const { outcome: reason, inquiryId } = answer;
  const watch = await watchable(call, services);
  return replyWith(unansweredCard({ reason, inquiryId, watch }, dossiers, words, notice));
}

/** Whether a member can ask to be told when their question is answered: only where its words are kept. */
export async function watchable(
  { guildId }: GuildCall,
  { settingsOf }: Pick<Services, 'settingsOf'>,
): Promise<'possible' | null> {
  return (await settingsOf({ guildId })).keepsQuestionTexts ? 'possible' : null;
}
