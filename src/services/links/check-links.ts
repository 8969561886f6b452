import {
  afterLook,
  judged,
  type LinkCheck,
  type LookAnswer,
  provesNetwork,
  showsOtherwise,
} from '../../core/link-check.ts';
import { hostOf } from '../../core/web-address.ts';
import type { Web } from '../../ports/web.ts';
import type { BoundDeps } from '../deps.ts';

/** How many addresses are looked at in one go, and how many of them at one site, which is given time between looks. */
const looksAtOnce = 20;
const looksAtOneSite = 3;
/** How many are read to choose from, so that one site with many addresses does not hold up the others. */
const candidates = 200;

/** How long addresses are left to the process that took them, in ms. */
const leaseMs = 15 * 60_000;

/** What a round of looks came to, as counts. */
export type LinkRound = {
  readonly looked: number;
  /** How many cards say something else of now. */
  readonly news: number;
  /** How many looks said nothing. */
  readonly failed: number;
};

/**
 * Looks at a few addresses of sources whose time has come, and writes down what was found.
 *
 * @param stop - ends the round: what was found until then is kept, the rest is looked at later
 */
export async function checkLinks(
  deps: BoundDeps,
  web: Pick<Web, 'check'>,
  stop: AbortSignal,
): Promise<LinkRound> {
  const lookAt = async (before: LinkCheck): Promise<Look> => ({
    before,
    answer: await web.check(before.url, stop),
  });
  const due = await Promise.all((await takeDue(deps)).map(lookAt));
  const witness = await witnessFor(deps, due);
  const looks = witness === null ? due : [...due, await lookAt(witness)];
  const siteAnswered = looks.some(isProof);
  const nowMs = deps.clock.now();
  const pairs = looks.map(({ before, answer }) => ({
    before,
    after:
      answer === null
        ? // One that was not looked at is due again at once, in whichever process.
          { ...before, dueAt: nowMs }
        : afterLook(before, judged(answer, siteAnswered), nowMs),
  }));
  const news = pairs.filter(({ before, after }) => showsOtherwise(before, after)).length;
  if (pairs.length > 0)
    await deps.database.transaction(async ({ links }) => {
      await links.save(pairs.map(({ after }) => after));
      if (news > 0) await links.announce();
    });
  if (news > 0) deps.catalogs.changed();
  const answers = looks.flatMap(({ answer }) =>
    answer === null ? [] : [judged(answer, siteAnswered).found],
  );
  return { looked: answers.length, news, failed: answers.filter((found) => found === 'failed').length };
}

/** One look; its answer is null where it was stopped. */
type Look = { readonly before: LinkCheck; readonly answer: LookAnswer | null };

function isProof({ answer }: Look): boolean {
  return answer !== null && provesNetwork(answer);
}

/**
 * An address to look at besides, since it could be read before: where a host is not found and no site has answered, it
 * tells whether that host is gone, or the network. Null where nothing needs telling, and where none is known.
 */
async function witnessFor({ database }: BoundDeps, looks: readonly Look[]): Promise<LinkCheck | null> {
  const isLost = looks.some(({ answer }) => answer?.found === 'no-host');
  if (!isLost || looks.some(isProof)) return null;
  const witness = await database.snapshot(({ links }) => links.witness());
  return looks.some(({ before }) => before.url === witness?.url) ? null : witness;
}

/** Chooses what to look at, and has other processes leave it alone for a while. */
function takeDue({ database, clock }: BoundDeps): Promise<readonly LinkCheck[]> {
  const nowMs = clock.now();
  return database.transaction(async ({ links }) => {
    const chosen = fewOfEachSite(await links.due(nowMs, candidates));
    await links.save(chosen.map((check) => ({ ...check, dueAt: nowMs + leaseMs })));
    return chosen;
  });
}

function fewOfEachSite(due: readonly LinkCheck[]): readonly LinkCheck[] {
  const bySite = Map.groupBy(due, ({ url }) => hostOf(url));
  return [...bySite.values()].flatMap((checks) => checks.slice(0, looksAtOneSite)).slice(0, looksAtOnce);
}
