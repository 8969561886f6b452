import type { GuildId } from '../../core/ids.ts';
import type { AskedQuestion } from '../../core/matching/asked-question.ts';
import { groupQuestions } from '../../core/matching/group-questions.ts';
import type { UnansweredGroup, UnansweredGroups } from '../../core/unanswered-group.ts';
import type { QuestionOfCase } from '../../ports/case-stores.ts';
import type { BoundDeps } from '../deps.ts';

/**
 * How many questions are grouped: the latest; older ones are counted. A busy server has some hundred in a month, and grouping is
 * done in one go, which nothing else happens in.
 */
const most = { questions: 1_000, cases: 200 } as const;

const dayMs = 86_400_000;

/**
 * Groups the questions of a period that no claim answered. A group is given when three members or more asked it on one day, or
 * when a member put it to the moderators; of all others only the number.
 *
 * @param input - `fromDay` and `toDay` belong to the period (`YYYY-MM-DD`, UTC); texts are kept for 30 days only
 * @returns most asked first
 */
export async function unansweredGroups(
  deps: Pick<BoundDeps, 'database'>,
  {
    guildId,
    fromDay,
    toDay,
  }: { readonly guildId: GuildId; readonly fromDay: string; readonly toDay: string },
): Promise<UnansweredGroups> {
  const [fromMs, untilMs] = [Date.parse(fromDay), Date.parse(toDay) + dayMs];
  const { asked, put } = await deps.database.snapshot(async ({ inquiries, cases }) => ({
    asked: await inquiries.unanswered(guildId, fromDay, toDay, most.questions),
    put: await cases.questionsAsked(guildId, fromMs, untilMs, most.cases),
  }));
  const cases = new Map(put.map((question) => [caseId(question), question]));
  const all: AskedQuestion[] = [...asked.questions, ...put.map(asAsked)];
  const groups = groupQuestions(all).flatMap(({ questions, label }) =>
    shownGroup(
      label,
      questions.length,
      questions.flatMap(({ id }) => cases.get(id) ?? []),
    ),
  );
  const shown = groups.reduce((sum, { questions }) => sum + questions, 0);
  return { groups: groups.toSorted(byCount), further: asked.total - shown };
}

/** Whoever put it to the moderators may have asked it before, under a code that must not be joined to them. */
function asAsked(question: QuestionOfCase): AskedQuestion {
  return { id: caseId(question), text: question.text, day: '', asker: null };
}

function caseId({ caseNumber }: QuestionOfCase): string {
  return `case ${caseNumber}`;
}

function shownGroup(
  label: string | null,
  members: number,
  cases: readonly QuestionOfCase[],
): readonly UnansweredGroup[] {
  const [first] = cases.toSorted((a, b) => b.askers - a.askers || a.caseNumber - b.caseNumber);
  const shown = label ?? first?.text;
  if (shown === undefined) return [];
  return [
    {
      label: shown,
      askedByMany: label !== null,
      questions: members - cases.length,
      askedModerators: cases.reduce((sum, { askers }) => sum + askers, 0),
      caseNumbers: cases.map(({ caseNumber }) => caseNumber).toSorted((a, b) => a - b),
    },
  ];
}

function byCount(a: UnansweredGroup, b: UnansweredGroup): number {
  return b.questions + b.askedModerators - a.questions - a.askedModerators;
}
