import type { Case, CaseState } from '../../core/case.ts';
import type { GuildId, UserId } from '../../core/ids.ts';
import type { CaseFilter } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { type ShownCase, shownCase } from './show-case.ts';

/** Which cases the queue shows, in the order the card offers them; `active` is everything not resolved. */
export const queueStates = ['active', 'open', 'assigned', 'reopened', 'ageing', 'resolved'] as const;
export type QueueState = (typeof queueStates)[number];

/** Whose cases the queue shows: those of the moderator who looks, or everyone's. */
export const queueAssignees = ['anyone', 'me'] as const;
export type QueueAssignee = (typeof queueAssignees)[number];

/** What a moderator wants to see of the queue. */
export type QueueQuestion = {
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly state: QueueState;
  readonly assignee: QueueAssignee;
  /** 1 for the first; the nearest existing page is shown. */
  readonly page: number;
};

/** One page of the queue. */
export type Queue = Pick<QueueQuestion, 'state' | 'assignee'> & {
  /** The moderator's own cases, on the first page; they are left out below. */
  readonly own: readonly ShownCase[];
  /** The longest waiting first. */
  readonly cases: readonly ShownCase[];
  readonly page: { readonly number: number; readonly count: number };
  readonly counts: Readonly<Record<QueueState, number>>;
};

const perPage = 10;
const ownAtMost = 5;

const statesOf: Readonly<Record<QueueState, readonly CaseState[]>> = {
  active: ['open', 'assigned', 'reopened'],
  open: ['open'],
  assigned: ['assigned'],
  reopened: ['reopened'],
  ageing: ['open', 'assigned', 'reopened'],
  resolved: ['resolved'],
};

/** A page of a server's cases, and how many there are in each state. */
export async function listCases(deps: BoundDeps, question: QueueQuestion): Promise<Queue> {
  const { guildId, memberId, state, assignee } = question;
  const catalog = await deps.catalogs.of(guildId);
  return deps.database.snapshot(async (stores) => {
    const { ageingHours } = await stores.settings.read(guildId);
    const ageingBefore = deps.clock.now() - ageingHours * 3_600_000;
    const filter: CaseFilter = {
      states: statesOf[state],
      ...(assignee === 'me' ? { assigneeId: memberId } : {}),
      ...(state === 'ageing' ? { waitsSinceBefore: ageingBefore } : {}),
    };
    const show = (some: readonly Case[]) =>
      Promise.all(some.map((each) => shownCase(deps, stores, catalog, each)));

    const { cases, page } = await pageOfCases(stores, guildId, filter, question.page);
    const own = await ownCases(stores, question, filter);
    const ownIds = new Set(own.map(({ id }) => id));
    return {
      state,
      assignee,
      own: page.number === 1 ? await show(own) : [],
      cases: await show(cases.filter(({ id }) => !ownIds.has(id))),
      page,
      counts: await countsOf(stores, guildId, ageingBefore),
    };
  });
}

async function pageOfCases(stores: Stores, guildId: GuildId, filter: CaseFilter, wanted: number) {
  const read = (number: number) => stores.cases.page(guildId, filter, perPage, (number - 1) * perPage);
  const first = await read(Math.max(1, wanted));
  const count = Math.max(1, Math.ceil(first.total / perPage));
  const number = Math.min(Math.max(1, wanted), count);
  const { cases } = number === Math.max(1, wanted) ? first : await read(number);
  return { cases, page: { number, count } };
}

/** What stands on top: a list of one's own needs nothing there, and what is done belongs to nobody. */
async function ownCases(
  stores: Stores,
  { guildId, memberId, assignee }: QueueQuestion,
  filter: CaseFilter,
): Promise<readonly Case[]> {
  if (assignee === 'me') return [];
  const own = await stores.cases.page(guildId, { ...filter, assigneeId: memberId }, ownAtMost, 0);
  return own.cases;
}

async function countsOf(stores: Stores, guildId: GuildId, ageingBefore: number): Promise<Queue['counts']> {
  const { byState, ageing } = await stores.cases.counts(guildId, ageingBefore);
  const { open, assigned, reopened } = byState;
  return { ...byState, active: open + assigned + reopened, ageing };
}
