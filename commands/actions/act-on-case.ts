import { z } from 'zod';
import { caseField, knownClaimField, linkModal, noActionModal } from '../../src/cards/case-modals.ts';
import { action } from '../../src/command.ts';
import { CaseId, UserId } from '../../src/core/ids.ts';
import { maxReasonChars } from '../../src/services/cases/act-on-case.ts';
import { actingOn, caseReply } from '../parts/case-reply.ts';

const ofCase = z.tuple([CaseId]);
const onCard = { access: 'moderator', answers: 'update' } as const;

/** Takes a case for oneself. */
export const takeCase = action({
  route: 'case.take',
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    return caseReply(call, await services.takeCase(actingOn(call, caseId)), services, words);
  },
});

/** Takes a case over from the moderator the card names. */
export const takeOverCase = action({
  route: 'case.take-over',
  args: z.tuple([CaseId, UserId]),
  ...onCard,

  async run(call, [caseId, from], services, words) {
    return caseReply(call, await services.takeOverCase({ ...actingOn(call, caseId), from }), services, words);
  },
});

/** Gives one's own case back. */
export const giveBackCase = action({
  route: 'case.give-back',
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    return caseReply(call, await services.giveBackCase(actingOn(call, caseId)), services, words);
  },
});

/** Has a case that is done wait once more. */
export const reopenCase = action({
  route: 'case.reopen',
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    return caseReply(call, await services.reopenCase(actingOn(call, caseId)), services, words);
  },
});

/** Resolves a case that was handled elsewhere. */
export const closeCase = action({
  route: 'case.close',
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    const closing = { kind: 'handled-elsewhere' } as const;
    return caseReply(call, await services.closeCase({ ...actingOn(call, caseId), closing }), services, words);
  },
});

/** Resolves a case whose drafted dossier is published. */
export const confirmDossier = action({
  route: 'case.made',
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    return caseReply(call, await services.confirmDossier(actingOn(call, caseId)), services, words);
  },
});

/** Asks which claim answers a case. */
export const linkCase = action({
  route: 'case.link',
  args: ofCase,
  access: 'moderator',
  answers: 'modal',

  async run({ guildId }, [caseId], services, words) {
    return { kind: 'modal', modal: linkModal(await services.showCase({ guildId, caseId }), words) };
  },
});

/** Resolves a case with the claim named in that form; what was written counts more than what was chosen. */
export const linkedCase = action({
  route: 'case.linked',
  form: true,
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    const written = call.fields[caseField]?.trim() ?? '';
    const [chosen = ''] = call.choices[knownClaimField] ?? [];
    const claim = written === '' ? chosen : written;
    return caseReply(call, await services.linkCase({ ...actingOn(call, caseId), claim }), services, words);
  },
});

/** Asks why nothing is done about a case. */
export const takeNoAction = action({
  route: 'case.no-action',
  args: ofCase,
  access: 'moderator',
  answers: 'modal',

  async run(_call, [caseId], _services, words) {
    return { kind: 'modal', modal: noActionModal(caseId, maxReasonChars, words) };
  },
});

/** Resolves a case with the reason written in that form. */
export const tookNoAction = action({
  route: 'case.no-action-sent',
  form: true,
  args: ofCase,
  ...onCard,

  async run(call, [caseId], services, words) {
    const closing = { kind: 'no-action', reason: call.fields[caseField] ?? '' } as const;
    return caseReply(call, await services.closeCase({ ...actingOn(call, caseId), closing }), services, words);
  },
});
