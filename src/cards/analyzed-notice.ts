import type { AnalyzedPost } from '../services/analysis/analyze-post.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt } from './markdown.ts';

/** How an analysis came about and what was left out of it; null where there is no model to speak of. */
export function analyzedNotice({ analysis, without, dropped }: AnalyzedPost, words: Words): string | null {
  if (without === 'not-configured') return null;
  if (without !== null) return words.say(`analyzed.without.${without}`);
  const { analyst } = analysis;
  const model = analyst.by === 'model' ? escapedExcerpt(analyst.model, 200, 250) : '';
  const made = words.say('analyzed.by-model', { model });
  return dropped === 0 ? made : `${made} ${words.say('analyzed.dropped', { count: dropped })}`;
}
