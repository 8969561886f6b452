import { parseClaimReference } from '../../core/claim.ts';
import type { GuildId, WatcherId, WatchId } from '../../core/ids.ts';
import type { InPieces } from '../../core/in-pieces.ts';
import type { QuestionWatch, WatchedClaim } from '../../core/watch.ts';
import { beginTelling } from '../../core/watch-news.ts';
import type { WatchOfWatcher } from '../../ports/watch-stores.ts';
import { maxChoices } from '../asking/look-up-claim.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import { inTurns } from '../in-turns.ts';
import { answerWatched, queueNews } from './answer-watched.ts';
import { claimNow, watchedAs } from './claim-facts.ts';

/** What a look found. */
export type Looked = {
  /** The dossiers' revision it saw. */
  readonly revision: number;
  /** How many watches have news. */
  readonly news: number;
};

/** How many watches are looked at in one go. */
const portion = 100;

/**
 * Compares what is watched with what is published, and has watchers told. What was found before and not told yet is found
 * again, so that it makes no difference how many processes look, and how often.
 *
 * @param input - `lastRevision` of an earlier look: while the dossiers have it still, nothing is looked at. `stop` ends the
 * look: what is left is found by the next process
 */
export async function lookForNews(
  deps: BoundDeps,
  { lastRevision, stop }: { readonly lastRevision: number | null; readonly stop?: AbortSignal },
): Promise<Looked> {
  const revision = await deps.database.snapshot(({ dossiers }) => dossiers.revision());
  if (revision === lastRevision) return { revision, news: 0 };
  // The catalogs may have been read a moment before this revision.
  deps.catalogs.changed();
  let news = 0;
  for (const guildId of await deps.database.snapshot(({ watches }) => watches.guilds())) {
    if (stop?.aborted === true) break;
    news += await lookInServer(deps, guildId);
  }
  if (news > 0) deps.wakeOutbox();
  return { revision, news };
}

/** Compares what is watched in one server with what it is offered; returns how many watches have news. */
export async function lookInServer(deps: BoundDeps, guildId: GuildId): Promise<number> {
  const catalog = await deps.catalogs.of(guildId);
  let news = 0;
  let after: WatchId | null = null;
  for (;;) {
    const page: readonly WatchOfWatcher[] = await pageAfter(deps, guildId, after);
    news += await lookAt(deps, guildId, catalog, page);
    if (page.length < portion) return news;
    after = page.at(-1)?.watch.id ?? null;
  }
}

function pageAfter(
  { database }: BoundDeps,
  guildId: GuildId,
  after: WatchId | null,
): Promise<readonly WatchOfWatcher[]> {
  return database.snapshot(({ watches }) => watches.page(guildId, after, portion));
}

async function lookAt(
  deps: BoundDeps,
  guildId: GuildId,
  catalog: Catalog,
  page: readonly WatchOfWatcher[],
): Promise<number> {
  const changed = page.filter(({ watch, waits }) => !waits && hasNews(catalog, watch));
  const open = page.flatMap(({ watch }) =>
    watch.kind === 'question' && watch.answer === null ? [watch] : [],
  );
  const answers = await inTurns(answersTo(catalog, open));
  if (changed.length + answers.size === 0) return 0;
  await deps.database.transaction(async (stores) => {
    for (const [watchId, claim] of answers)
      await answerWatched(deps, stores, { guildId, watchIds: [watchId], claim });
    const watcherIds = new Set<WatcherId>(changed.map(({ watcherId }) => watcherId));
    await queueNews(deps, stores, guildId, watcherIds);
  });
  return changed.length + answers.size;
}

function hasNews(catalog: Catalog, watch: WatchOfWatcher['watch']): boolean {
  return beginTelling(watch, watch.kind === 'claim' ? claimNow(catalog, watch.claim) : 'gone') !== null;
}

/** The questions that one claim surely answers by now; a question of thousands of words is a piece of its own. */
function* answersTo(
  { index, claim }: Catalog,
  questions: readonly QuestionWatch[],
): InPieces<ReadonlyMap<WatchId, WatchedClaim>> {
  const answers = new Map<WatchId, WatchedClaim>();
  for (const { id, text } of questions) {
    const { outcome, matches } = index.lookUp(text, maxChoices);
    const [first] = matches;
    const known = outcome === 'answered' && first !== undefined ? claim(parseClaimReference(first.id)) : null;
    if (known !== null) answers.set(id, watchedAs(known));
    yield;
  }
  return answers;
}
