import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import { type AnalysisStep, analysisSteps } from '../services/analysis/analyze-post.ts';
import type { Words } from '../words/words.ts';
import { button, frame, makeCard, row, text } from './parts.ts';

/** How far an analysis is, with a way to stop it. */
export function workCard(step: AnalysisStep, workId: string, words: Words): Card {
  const at = analysisSteps.indexOf(step);
  const lines = analysisSteps.map((each, place) => {
    const name = words.say(`work.${each}`);
    if (place < at) return `-# ✓ ${name}`;
    return place === at ? `**${name} …**` : `-# ${name}`;
  });
  return makeCard([
    frame([text(lines.join('\n'))]),
    row(button(words.say('work.stop'), encodeRoute('work.stop', workId))),
  ]);
}
