import type { Summary } from '../dossier.ts';
import { dossierLimits } from '../dossier-document.ts';
import type { NewClaim } from '../dossier-edit.ts';
import type { Analysis, ProposedClaim } from './analysis.ts';

/** How an analysis is worded, in the server's language; every text keeps to the dossier format's limits. */
export type AnalysisPhrases = {
  /** "The post says: “…”" */
  gist(quote: string): string;
  /** "In the post's own words: “…” “…”" */
  ownWords(sentences: readonly string[]): string;
  /** Where there is nothing to take. */
  readonly nothing: string;
};

/** The summary that an analysis proposes. */
export function proposedSummary({ analyst, summary }: Analysis, phrases: AnalysisPhrases): Summary {
  const sentences = summary.map(({ text }) => text);
  if (sentences.length === 0) return { text: phrases.nothing, madeBy: { by: 'extractive' } };
  if (analyst.by === 'model') return { text: fitting(sentences).join(' '), madeBy: analyst };
  return { text: phrases.ownWords(sentences), madeBy: analyst };
}

/** As many sentences as a summary has room for: a model keeps to no limit. */
function fitting(sentences: readonly string[]): readonly string[] {
  let room = dossierLimits.summaryChars;
  return sentences.filter(({ length }) => {
    room -= length + 1;
    return room >= 0;
  });
}

function gistOf(gist: string | null): string | null {
  return gist === null || gist.length > dossierLimits.gistChars ? null : gist;
}

/** The claims that an analysis proposes, in the post's order: names of claims follow the post. */
export function proposedClaims({ claims }: Analysis, phrases: AnalysisPhrases): readonly NewClaim[] {
  return claims
    .toSorted((a: ProposedClaim, b: ProposedClaim) => a.start - b.start || a.end - b.end)
    .map(({ quote, start, end, kind, gist }) => ({
      start,
      end,
      kind,
      gist: gistOf(gist) ?? phrases.gist(quote),
    }));
}

/** Those proposed claims that say nothing that stands already: at least half of one lies in none of the others. */
export function newOnes(
  proposed: readonly NewClaim[],
  present: readonly { readonly start: number; readonly end: number }[],
): readonly NewClaim[] {
  return proposed.filter(
    ({ start, end }) =>
      !present.some((other) => {
        const shared = Math.min(end, other.end) - Math.max(start, other.start);
        return shared * 2 > Math.min(end - start, other.end - other.start);
      }),
  );
}
