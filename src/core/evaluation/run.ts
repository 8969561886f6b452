/** A claim that a run puts forward for a query, and how sure it is of it: the higher the surer. */
export type RankedClaim = { readonly claimId: string; readonly score: number };

/** What was ranked: for each query its claims, best first. */
export type Run = ReadonlyMap<string, readonly RankedClaim[]>;

/** What people judged: for each query the claims it is about. A query with none is one that nothing matches. */
export type Judgements = ReadonlyMap<string, ReadonlySet<string>>;

/** A line that cannot be read, counted from 1. */
export class UnreadableLine extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} cannot be read`);
    this.line = line;
  }
}

/**
 * Writes a run in the form of TREC: `query Q0 claim rank score tag`, a line for each claim, ranks from 1.
 *
 * @param tag - names what made the run
 */
export function formatRun(run: Run, tag: string): string {
  const lines = [...run].flatMap(([queryId, claims]) =>
    claims.map(({ claimId, score }, index) => `${queryId} Q0 ${claimId} ${index + 1} ${score} ${tag}`),
  );
  return lines.join('\n');
}

/**
 * Reads a run in the form of TREC. As `trec_eval` does, it orders by score alone; of equal scores by the written rank.
 *
 * @throws UnreadableLine
 */
export function parseRun(text: string): Run {
  const run = new Map<string, { claimId: string; rank: number; score: number }[]>();
  for (const { number, columns } of linesIn(text)) {
    const [queryId, , claimId, rankText, scoreText] = columns;
    const [rank, score] = [Number(rankText), Number(scoreText)];
    if (queryId === undefined || claimId === undefined || Number.isNaN(rank) || Number.isNaN(score))
      throw new UnreadableLine(number);
    const known = run.get(queryId);
    if (known === undefined) run.set(queryId, [{ claimId, rank, score }]);
    else known.push({ claimId, rank, score });
  }
  return new Map(
    [...run].map(([queryId, claims]) => [
      queryId,
      claims
        .toSorted((a, b) => b.score - a.score || a.rank - b.rank)
        .map(({ claimId, score }) => ({ claimId, score })),
    ]),
  );
}

/**
 * Reads judgements: `query claim`, or TREC's `query 0 claim relevance`, where a relevance of 0 or less is none.
 *
 * @throws UnreadableLine
 */
export function parseJudgements(text: string): Judgements {
  const judged = new Map<string, Set<string>>();
  for (const { number, columns } of linesIn(text)) {
    const [queryId, second, third, relevance = '1'] = columns;
    const claimId = third ?? second;
    if (queryId === undefined || claimId === undefined || Number.isNaN(Number(relevance)))
      throw new UnreadableLine(number);
    const known = judged.get(queryId) ?? new Set<string>();
    judged.set(queryId, Number(relevance) > 0 ? known.add(claimId) : known);
  }
  return judged;
}

function linesIn(text: string): readonly { readonly number: number; readonly columns: readonly string[] }[] {
  return text.split('\n').flatMap((line, index) => {
    const columns = line.trim().split(/\s+/);
    return columns[0] === '' ? [] : [{ number: index + 1, columns }];
  });
}
