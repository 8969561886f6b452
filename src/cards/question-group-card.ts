import { userMention } from '@discordjs/formatters';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { answerLimits } from '../core/answer-dossier.ts';
import type { Case } from '../core/case.ts';
import { formatClaimReference } from '../core/claim.ts';
import type { DayRange } from '../core/digest-period.ts';
import { referenceTo } from '../core/dossier.ts';
import type { UnansweredGroup } from '../core/unanswered-group.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { AnsweredGroup } from '../services/digest/answer-group.ts';
import type { DraftedAnswer } from '../services/digest/draft-answer.ts';
import type { ShownGroup } from '../services/digest/show-group.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, shortStanding } from './attribution.ts';
import { claimLine } from './case-lines.ts';
import { claimNameField } from './case-modals.ts';
import { writtenField } from './form-fields.ts';
import { limits } from './limits.ts';
import { smallPrint } from './markdown.ts';
import { button, divider, frame, linesOf, makeCard, makeModal, menu, row, text } from './parts.ts';

/** How much of a question its card shows, in UTF-16 code units: all that is kept of one. */
const questionChars = 500;

/** How many cases a card names. */
const maxCases = 10;

/** The names of the fields in which a claim is drafted. */
export const draftFields = { title: 'title', claim: 'claim' } as const;

/** A group as buttons and menus name it: the days it was made of, and its key. */
type NamedGroup = DayRange & { readonly key: string };

/** The menu of a digest in which a moderator picks a question to answer; null when there is none. */
export function questionMenu(groups: readonly UnansweredGroup[], { from, to }: DayRange, words: Words) {
  if (groups.length === 0) return null;
  return row(
    menu(
      encodeRoute('question.open', from, to),
      words.say('question.menu'),
      groups.slice(0, limits.selectOptions).map((group) => ({
        label: group.label,
        value: group.key,
        description: askedFacts(group, words),
      })),
    ),
  );
}

/** "3 questions · put to the moderators once · 1 waits to be told" */
export function askedFacts(
  { questions, askedModerators, waitingToBeTold }: UnansweredGroup,
  words: Words,
): string {
  const facts = [
    questions === 0 ? null : words.say('digest.group', { count: questions }),
    askedModerators === 0 ? null : words.say('digest.group-asked', { count: askedModerators }),
    waitingToBeTold === 0 ? null : words.say('digest.group-waiting', { count: waitingToBeTold }),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

/** A group with everything a moderator needs to answer it. */
export function questionGroupCard({ group, cases, claims }: ShownGroup, days: DayRange, words: Words): Card {
  const named = { ...days, key: group.key };
  const lines = [
    `### ${words.say('question.title')}`,
    quoteLine(group.label, questionChars, words),
    askedFacts(group, words),
    namesOf(cases.mine, words),
    ...staysLines(cases.left, words),
    group.askedByMany ? null : smallPrint(words.say('question.put-alone')),
  ];
  const nearest =
    claims.length === 0
      ? [words.say('question.none-near')]
      : [words.say('question.nearest'), ...claims.map((known) => `- ${claimLine(known, words)}`)];
  return makeCard([
    frame([text(linesOf(lines)), divider, text(linesOf(nearest))]),
    claimMenu(claims, named, words),
    row(
      button(words.say('question.name'), routeTo('question.name', named)),
      button(words.say('question.draft'), routeTo('question.draft', named)),
      button(words.say('question.close'), encodeRoute('question.close')),
    ),
  ]);
}

function claimMenu(claims: ShownGroup['claims'], named: NamedGroup, words: Words) {
  if (claims.length === 0) return null;
  return row(
    menu(
      routeTo('question.link', named),
      words.say('question.which'),
      claims.map(({ dossier, claim }) => {
        const name = formatClaimReference(referenceTo(dossier, claim));
        return { label: `${name} · ${claim.quote}`, value: name, description: shortStanding(claim, words) };
      }),
    ),
  );
}

function routeTo(route: string, { from, to, key }: NamedGroup): string {
  return encodeRoute(route, from, to, key);
}

/** "Case 3, Case 5, …"; null without a case. */
function namesOf(cases: readonly Case[], words: Words): string | null {
  if (cases.length === 0) return null;
  const names = cases.slice(0, maxCases).map(({ number }) => words.say('case.name', { number }));
  return `${names.join(', ')}${cases.length > maxCases ? ', …' : ''}`;
}

function staysLines(left: readonly Case[], words: Words): readonly string[] {
  return left
    .slice(0, maxCases)
    .flatMap(({ number, assigneeId }) =>
      assigneeId === null ? [] : [words.say('question.stays', { number, member: userMention(assigneeId) })],
    );
}

/** Asks which claim answers a group, by its name. */
export function nameClaimModal(named: NamedGroup, words: Words): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: routeTo('question.named', named),
    title: words.say('question.link.title'),
    components: [claimNameField('case.link.label', true, words)],
  });
}

/**
 * Asks for a claim that answers a group, in the moderator's own words. The question stands in it only where three members
 * or more asked it on one day: nothing that one member wrote gets into a dossier by itself.
 */
export function draftClaimModal(
  group: UnansweredGroup,
  days: DayRange,
  words: Words,
): APIModalInteractionResponseCallbackData {
  const { titleChars, claimChars } = answerLimits;
  return makeModal({
    custom_id: routeTo('question.drafted', { ...days, key: group.key }),
    title: words.say('question.draft.title'),
    components: [
      writtenField(
        draftFields.title,
        {
          label: words.say('question.draft.dossier'),
          hint: words.say('question.draft.dossier-hint'),
          ...(group.askedByMany ? { value: group.label } : {}),
        },
        { maxChars: titleChars, required: true, lines: 'one' },
      ),
      writtenField(
        draftFields.claim,
        { label: words.say('question.draft.claim'), hint: words.say('question.draft.claim-hint') },
        { maxChars: claimChars, required: true },
      ),
    ],
  });
}

/** What answering a group did, and how many are told. */
export function answeredGroupCard(
  { label, answer, resolved, left, told }: AnsweredGroup,
  words: Words,
): Card {
  const names = namesOf(resolved, words);
  const lines = [
    quoteLine(label, questionChars, words),
    words.say('question.linked', { claim: claimLine(answer, words) }),
    words.say('question.told', { count: told }),
    names === null ? null : words.say('question.resolved', { cases: names }),
    ...staysLines(left, words),
    smallPrint(words.say('question.forgotten')),
  ];
  return makeCard([frame([text(linesOf(lines))])]);
}

/** What drafting a claim did, and how a person goes on with it. */
export function draftedAnswerCard({ slug, again, taken, left }: DraftedAnswer, words: Words): Card {
  const names = namesOf(taken, words);
  const lines = [
    words.say(again ? 'question.drafted-before' : 'question.drafted', { dossier: slug }),
    names === null ? null : words.say('question.taken', { cases: names }),
    ...staysLines(left, words),
    words.say('draft.next', { dossier: slug }),
  ];
  return makeCard([text(linesOf(lines))]);
}
