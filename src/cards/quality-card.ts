import type { ClaimKey } from '../core/claim.ts';
import type { Dossier } from '../core/dossier.ts';
import { isGood, type QualityReport } from '../core/dossier-quality.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { escapeMarkdown } from './markdown.ts';
import { button, frame, linesOf, makeCard, row, text } from './parts.ts';

/** How many claims, words or sentences one line names. */
const named = { claims: 20, words: 12, sentences: 6 };

/**
 * What a careful reader would ask before a dossier is published.
 *
 * @param publishing - whether the moderator is about to publish, and may do so all the same
 */
export function qualityCard(
  view: {
    readonly dossier: Dossier;
    readonly revision: number;
    readonly report: QualityReport;
    readonly publishing: boolean;
  },
  words: Words,
): Card {
  const { dossier, revision, report, publishing } = view;
  const lines = [
    ...claimLine('unsourced', view, words),
    ...claimLine('one-sided', view, words),
    ...claimLine('undated', view, words),
    ...(report.loaded.length === 0
      ? []
      : [words.say('quality.loaded', { words: loadedWords(report, words) })]),
    ...report.uncovered
      .slice(0, named.sentences)
      .map((sentence) => words.say('quality.uncovered', { sentence: quoteLine(sentence, 200, words) })),
  ];
  return makeCard([
    frame([
      text(
        linesOf([
          `### ${words.say(isGood(report) ? 'quality.good' : 'quality.title')}`,
          isGood(report) ? null : words.say('quality.advice'),
          ...lines.map((line) => `- ${line}`),
        ]),
      ),
    ]),
    row(
      publishing
        ? button(
            words.say('quality.publish'),
            encodeRoute('edit.publish-now', dossier.id, String(revision)),
            {
              style: 'main',
            },
          )
        : null,
      button(words.say('edit.back'), encodeRoute('edit.open', dossier.id)),
    ),
  ]);
}

function claimLine(
  kind: 'unsourced' | 'one-sided' | 'undated',
  { dossier, report }: { readonly dossier: Dossier; readonly report: QualityReport },
  words: Words,
): string[] {
  const keys = kind === 'one-sided' ? report.oneSided : report[kind];
  if (keys.length === 0) return [];
  const runs = runsOf(keys, dossier);
  const shown = runs.slice(0, named.claims).join(', ');
  return [
    words.say(`quality.${kind}`, {
      count: keys.length,
      claims: runs.length > named.claims ? `${shown} …` : shown,
    }),
  ];
}

/** "c02–c09, c11, c12": three or more claims that follow each other in the dossier are named by the first and the last. */
function runsOf(keys: readonly ClaimKey[], { claims }: Dossier): readonly string[] {
  const runs: ClaimKey[][] = [];
  let wasNamed = false;
  for (const { key } of claims) {
    const isNamed = keys.includes(key);
    if (isNamed && wasNamed) runs.at(-1)?.push(key);
    else if (isNamed) runs.push([key]);
    wasNamed = isNamed;
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0]}–${run.at(-1)}`]));
}

function loadedWords({ loaded }: QualityReport, words: Words): string {
  return words.list(
    loaded.slice(0, named.words).map((word) => words.say('quote', { text: escapeMarkdown(word) })),
  );
}
