import { z } from 'zod';
import { contextCard, removeRoute } from '../../src/cards/context-card.ts';
import { contextForm } from '../../src/cards/context-form.ts';
import {
  contextHinderedCard,
  contextPreviewCard,
  contextProblemsCard,
  contextRefusedCard,
} from '../../src/cards/context-previews.ts';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { action, type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { MessageSubject } from '../../src/core/case.ts';
import { formatClaimReference } from '../../src/core/claim.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { CaseId, DraftId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import type { ContextWriter } from '../../src/services/context/plan-context.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';

function writerOf(call: GuildCall): ContextWriter {
  return { guildId: call.guildId, memberId: call.member.id, roles: call.member.roles };
}

function exampleOf({ claims }: MessageSubject): string | null {
  const [surest] = claims;
  return surest === undefined ? null : formatClaimReference(surest);
}

async function serverWordsOf(call: GuildCall, services: Services): Promise<Words> {
  return wordsIn(await services.postLocale(call));
}

/** Opens the form for context on the message of a case. */
export const writeContext = action({
  route: 'context.write',
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'modal',

  async run(call, [caseId], services, words) {
    const found = await services.openContext({ ...writerOf(call), caseId });
    const form = {
      route: encodeRoute('context.written', caseId),
      caseNumber: found.number,
      fields: { text: '', addresses: '', claim: '' },
      example: exampleOf(found.subject),
    };
    return { kind: 'modal', modal: contextForm(form, words) };
  },
});

/** Opens the form again with what was typed. */
export const changeContext = action({
  route: 'context.change',
  args: z.tuple([DraftId]),
  access: 'moderator',
  answers: 'modal',

  async run(call, [draftId], services, words) {
    const draft = await services.readContextDraft({ ...writerOf(call), draftId });
    const form = {
      route: encodeRoute('context.rewritten', draft.caseId),
      caseNumber: draft.case.number,
      fields: draft.fields,
      example: exampleOf(draft.case.subject),
    };
    return { kind: 'modal', modal: contextForm(form, words) };
  },
});

async function preview(call: GuildCall, caseId: CaseId, services: Services, words: Words): Promise<Reply> {
  const { text = '', addresses = '', claim = '' } = call.fields;
  const previewed = await services.previewContext({
    ...writerOf(call),
    caseId,
    fields: { text, addresses, claim },
  });
  const { draftId, outcome } = previewed;
  if (outcome === 'problems') return replyWith(contextProblemsCard(draftId, previewed.problems, words));
  if (outcome === 'refused') return replyWith(contextRefusedCard(draftId, previewed.error, words));

  const { plan } = previewed;
  const serverWords = await serverWordsOf(call, services);
  const { context, hindrance, keeping } = plan;
  if (hindrance !== null)
    return replyWith(contextHinderedCard(draftId, hindrance, context, words, serverWords));
  const { channelId, fate } = plan.case.subject;
  const view = { draftId, context, channelId, keeping, alone: fate === 'deleted' };
  return replyWith(contextPreviewCard(view, words, serverWords));
}

/** Shows what was written in the form as it would be posted. */
export const previewWritten = action({
  route: 'context.written',
  form: true,
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'reply',

  run: (call, [caseId], services, words) => preview(call, caseId, services, words),
});

/** The same in place of an earlier preview, so that no outdated one is left to post. */
export const previewRewritten = action({
  route: 'context.rewritten',
  form: true,
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'update',

  run: (call, [caseId], services, words) => preview(call, caseId, services, words),
});

/** Posts what the preview shows. */
export const sendContext = action({
  route: 'context.send',
  args: z.tuple([DraftId]),
  access: 'moderator',
  answers: 'update',

  async run(call, [draftId], services, words) {
    const serverWords = await serverWordsOf(call, services);
    const posted = await services.postContext({
      ...writerOf(call),
      interactionId: call.id,
      draftId,
      compose(plan) {
        const mark = removeRoute(plan.case.id, draftId);
        const card = contextCard(plan.context, mark, serverWords);
        return { card, mark, phrases: dossierPhrases(serverWords) };
      },
    });
    if (posted.outcome === 'hindered') {
      const { plan, hindrance } = posted;
      return replyWith(contextHinderedCard(draftId, hindrance, plan.context, words, serverWords));
    }
    const { url: link, again, kept } = posted;
    const sentences = [
      words.say(again ? 'context.posted-again' : 'context.posted', { link, number: posted.case.number }),
      ...(kept === null ? [] : [words.say('context.kept', { claim: formatClaimReference(kept) })]),
    ];
    return replyWith(sentenceCard(sentences.join('\n')));
  },
});

/** Leaves it. */
export const cancelContext = action({
  route: 'context.cancel',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'update',

  async run(_call, _args, _services, words) {
    return replyWith(sentenceCard(words.say('context.cancelled')));
  },
});

/** Takes posted context away; the draft it was posted from only makes the button like no other. */
export const removeContext = action({
  route: 'context.remove',
  args: z.tuple([CaseId, DraftId]),
  access: 'moderator',
  answers: 'reply',

  async run(call, [caseId], services, words) {
    if (call.message === null) throw new FootnoteError('button.expired');
    const { reopened, case: found } = await services.removeContext({
      interactionId: call.id,
      guildId: call.guildId,
      memberId: call.member.id,
      caseId,
      channelId: call.place.channelId,
      messageId: call.message.id,
    });
    const sentence = reopened ? 'context.removed' : 'context.removed-only';
    return replyWith(sentenceCard(words.say(sentence, { number: found.number })));
  },
});

/** Everything that belongs to "post context". */
export const contextActions = [
  writeContext,
  changeContext,
  previewWritten,
  previewRewritten,
  sendContext,
  cancelContext,
  removeContext,
] as const;
