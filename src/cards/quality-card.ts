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
    ...claimLine('unsourced', report, words),
    ...claimLine('one-sided', report, words),
    ...claimLine('undated', report, words),
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
  report: QualityReport,
  words: Words,
): string[] {
  const keys = kind === 'one-sided' ? report.oneSided : report[kind];
  if (keys.length === 0) return [];
  const shown = keys.slice(0, named.claims).join(', ');
  return [
    words.say(`quality.${kind}`, {
      count: keys.length,
      claims: keys.length > named.claims ? `${shown} …` : shown,
    }),
  ];
}

function loadedWords({ loaded }: QualityReport, words: Words): string {
  return words.list(
    loaded.slice(0, named.words).map((word) => words.say('quote', { text: escapeMarkdown(word) })),
  );
}
