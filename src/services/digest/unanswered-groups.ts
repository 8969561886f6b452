import { createHash } from 'node:crypto';
import type { GuildId, InquiryId, WatchId } from '../../core/ids.ts';
import type { AskedQuestion } from '../../core/matching/asked-question.ts';
import { groupingOf, type QuestionGroup } from '../../core/matching/group-questions.ts';
import type { UnansweredGroup, UnansweredGroups } from '../../core/unanswered-group.ts';
import type { QuestionOfCase } from '../../ports/case-stores.ts';
import type { UnansweredQuestion } from '../../ports/stores.ts';
import type { WatchedQuestion } from '../../ports/watch-stores.ts';
import type { BoundDeps } from '../deps.ts';
import { inTurns } from '../in-turns.ts';

/** How many questions are grouped: the latest; older ones are counted. A busy server has some hundred in a month. */
const most = { questions: 1_000, cases: 200, watched: 200 } as const;

const dayMs = 86_400_000;

/** Whose questions, and of which days; both belong to the period (`YYYY-MM-DD`, UTC). Texts are kept for 30 days only. */
export type GroupsOf = { readonly guildId: GuildId; readonly fromDay: string; readonly toDay: string };

/** A group of a period, by the name its `key` gives it. */
export type GroupOf = GroupsOf & { readonly key: string };

/** A group with what is behind it. */
export type GroupWithQuestions = {
  readonly group: UnansweredGroup;
  /** The questions of it that were asked and answered by no claim. */
  readonly inquiryIds: readonly InquiryId[];
  /** Those of its questions that members watch. */
  readonly watchIds: readonly WatchId[];
};

/**
 * Groups the questions of a period that no claim answered. A group is given when three members or more asked it on one day, or
 * when a member put it to the moderators; of all others only the number. A question that is only watched is nobody's to see.
 *
 * @returns most asked first
 */
export async function unansweredGroups(
  deps: Pick<BoundDeps, 'database'>,
  of: GroupsOf,
): Promise<UnansweredGroups> {
  const { groups, total } = await regrouped(deps, of);
  const shown = groups.reduce((sum, { group }) => sum + group.questions, 0);
  return { groups: groups.map(({ group }) => group), further: total - shown };
}

/**
 * A group as it is now, found again by its name: groups are kept nowhere.
 *
 * @returns null when it is not shown any more
 */
export async function findGroup(
  deps: Pick<BoundDeps, 'database'>,
  { key, ...of }: GroupOf,
): Promise<GroupWithQuestions | null> {
  const { groups } = await regrouped(deps, of);
  return groups.find(({ group }) => group.key === key) ?? null;
}

async function regrouped(
  deps: Pick<BoundDeps, 'database'>,
  { guildId, fromDay, toDay }: GroupsOf,
): Promise<{ readonly groups: readonly GroupWithQuestions[]; readonly total: number }> {
  const [fromMs, untilMs] = [Date.parse(fromDay), Date.parse(toDay) + dayMs];
  const { asked, put, watched } = await deps.database.snapshot(async ({ inquiries, cases, watches }) => ({
    asked: await inquiries.unanswered(guildId, fromDay, toDay, most.questions),
    put: await cases.questionsAsked(guildId, fromMs, untilMs, most.cases),
    watched: await watches.questions(guildId, most.watched),
  }));
  const origins: Origin[] = [
    ...asked.questions.map((inquiry) => ({ inquiry, asked: inquiry })),
    ...put.map((ofCase) => ({ ofCase, asked: byNobody(`case ${ofCase.caseNumber}`, ofCase.text) })),
    ...watched.map((watch) => ({ watch, asked: byNobody(`watch ${watch.watchId}`, watch.text) })),
  ];
  const byId = new Map(origins.map((origin) => [origin.asked.id, origin]));
  const groups = await inTurns(groupingOf(origins.map((origin) => origin.asked)));
  return {
    groups: groups.flatMap((group) => shownGroup(group, byId)).toSorted(byCount),
    total: asked.total,
  };
}

/** A question to be grouped, and what it is: one that was asked, one put to the moderators, or one that is watched. */
type Origin = {
  readonly asked: AskedQuestion;
  readonly inquiry?: UnansweredQuestion;
  readonly ofCase?: QuestionOfCase;
  readonly watch?: WatchedQuestion;
};

/**
 * Whoever put it to the moderators, or watches it, may have asked it before, under a code that must not be joined to them.
 * It has no day, so that it adds nothing to what was asked on one.
 */
function byNobody(id: string, text: string): AskedQuestion {
  return { id, text, day: '', asker: null };
}

function shownGroup(
  { questions, label }: QuestionGroup,
  byId: ReadonlyMap<string, Origin>,
): readonly GroupWithQuestions[] {
  const origins = questions.flatMap(({ id }) => byId.get(id) ?? []);
  const inquiries = origins.flatMap(({ inquiry }) => inquiry ?? []);
  const cases = origins.flatMap(({ ofCase }) => ofCase ?? []);
  const watches = origins.flatMap(({ watch }) => watch ?? []);
  const [first] = cases.toSorted((a, b) => b.askers - a.askers || a.caseNumber - b.caseNumber);
  const shown = label ?? first?.text;
  if (shown === undefined) return [];
  const sum = (count: (question: QuestionOfCase) => number) =>
    cases.reduce((total, question) => total + count(question), 0);
  return [
    {
      group: {
        key: keyOf(shown),
        label: shown,
        askedByMany: label !== null,
        // Else whoever puts a question would learn whether one member had asked it, or watches it.
        questions: label === null ? 0 : inquiries.length,
        askedModerators: sum(({ askers }) => askers),
        waitingToBeTold: sum(({ waiting }) => waiting) + (label === null ? 0 : watches.length),
        caseNumbers: cases.map(({ caseNumber }) => caseNumber).toSorted((a, b) => a - b),
      },
      inquiryIds: inquiries.map(({ id }) => id),
      watchIds: watches.map(({ watchId }) => watchId),
    },
  ];
}

/** Equal texts are always in one group, so that no two groups share a name. */
function keyOf(label: string): string {
  return createHash('sha256').update(label).digest('hex').slice(0, 16);
}

function byCount({ group: a }: GroupWithQuestions, { group: b }: GroupWithQuestions): number {
  return b.questions + b.askedModerators - a.questions - a.askedModerators;
}
