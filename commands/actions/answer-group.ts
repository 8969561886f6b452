import { z } from 'zod';
import { caseField } from '../../src/cards/case-modals.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import {
  answeredGroupCard,
  draftClaimModal,
  draftedAnswerCard,
  draftFields,
  nameClaimModal,
  questionGroupCard,
} from '../../src/cards/question-group-card.ts';
import { action, type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';

/** The days a digest was made of, in a custom_id. */
const Days = z.tuple([z.iso.date(), z.iso.date()]);

/** A group of a digest's questions in a custom_id: the days, and its key. */
const Group = z.tuple([z.iso.date(), z.iso.date(), z.string().regex(/^[0-9a-f]{16}$/)]);
type Group = z.infer<typeof Group>;

const access = 'moderator';

function groupOf({ guildId }: GuildCall, [fromDay, toDay, key]: Group) {
  return { guildId, fromDay, toDay, key };
}

function actingOn(call: GuildCall, group: Group) {
  return { ...groupOf(call, group), interactionId: call.id, memberId: call.member.id };
}

/** Shows a question picked from a digest beside it. */
const openQuestion = action({
  route: 'question.open',
  args: Days,
  access,
  answers: 'reply',

  async run(call, [from, to], { showGroup }, words) {
    const [key = ''] = call.values;
    const shown = await showGroup({ ...groupOf(call, [from, to, key]), memberId: call.member.id });
    return replyWith(questionGroupCard(shown, { from, to }, words));
  },
});

async function linked(
  call: GuildCall,
  group: Group,
  claim: string,
  { services, words }: { readonly services: Services; readonly words: Words },
): Promise<Reply> {
  return replyWith(answeredGroupCard(await services.answerGroup({ ...actingOn(call, group), claim }), words));
}

/** Answers it with one of the nearest claims. */
const linkQuestion = action({
  route: 'question.link',
  args: Group,
  access,
  answers: 'update',

  run: (call, group, services, words) => linked(call, group, call.values[0] ?? '', { services, words }),
});

/** Asks for the name of any other claim. */
const nameClaim = action({
  route: 'question.name',
  args: Group,
  access,
  answers: 'modal',

  async run(_call, [from, to, key], _services, words) {
    return { kind: 'modal', modal: nameClaimModal({ from, to, key }, words) };
  },
});

/** Answers it with the claim named in that form. */
const namedClaim = action({
  route: 'question.named',
  form: true,
  args: Group,
  access,
  answers: 'update',

  run: (call, group, services, words) =>
    linked(call, group, call.fields[caseField] ?? '', { services, words }),
});

/** Asks for a new claim that answers it. */
const draftClaim = action({
  route: 'question.draft',
  args: Group,
  access,
  answers: 'modal',

  async run(call, group, { showGroup }, words) {
    const [from, to] = group;
    const shown = await showGroup({ ...groupOf(call, group), memberId: call.member.id });
    return { kind: 'modal', modal: draftClaimModal(shown.group, { from, to }, words) };
  },
});

/** Stores what that form says as a draft, and says how a person goes on with it. */
const draftedClaim = action({
  route: 'question.drafted',
  form: true,
  args: Group,
  access,
  answers: 'update',

  async run(call, group, services, words) {
    const { guildId, guildLocale, fields } = call;
    const locale = await services.postLocale({ guildId, guildLocale });
    const said = wordsIn(locale);
    const drafted = await services.draftAnswer({
      ...actingOn(call, group),
      written: { title: fields[draftFields.title] ?? '', claim: fields[draftFields.claim] ?? '' },
      locale,
      phrases: { remarks: said.say('question.draft.remarks'), summary: said.say('question.draft.summary') },
    });
    return replyWith(draftedAnswerCard(drafted, words));
  },
});

/** Leaves it as it is. */
const leaveQuestion = action({
  route: 'question.close',
  args: z.tuple([]),
  access,
  answers: 'update',

  async run(_call, _args, _services, words) {
    return replyWith(sentenceCard(words.say('question.closed')));
  },
});

/** What a moderator does with a question of a digest that no claim answered. */
export const answeringQuestions = [
  openQuestion,
  linkQuestion,
  nameClaim,
  namedClaim,
  draftClaim,
  draftedClaim,
  leaveQuestion,
];
