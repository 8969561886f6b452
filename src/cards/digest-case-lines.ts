import type { TimeTaken } from '../core/case-times.ts';
import type { ContestedCase, Digest } from '../core/digest.ts';
import type { Words } from '../words/words.ts';
import { subjectExcerpt } from './case-lines.ts';
import type { DigestSize } from './digest-size.ts';
import { jump } from './digest-waiting-lines.ts';
import { smallPrint } from './markdown.ts';
import { linesOf } from './parts.ts';

/** The messages with the most reports; null when none was reported. */
export function contestedLines({ contested }: Digest, words: Words, size: DigestSize): string | null {
  if (contested.length === 0) return null;
  return linesOf([
    `**${words.say('digest.contested')}**`,
    ...contested.slice(0, size.lines).map((each) => contestedLine(each, words, size.chars)),
  ]);
}

function contestedLine({ case: shown, reports }: ContestedCase, words: Words, chars: number): string {
  const { number, state } = shown;
  const facts = [
    words.say('digest.reports', { count: reports }),
    words.say('case.name', { number }),
    words.say(`case.state.${state}`),
  ];
  const excerpt = subjectExcerpt({ case: shown, stillShown: [] }, words, chars);
  return `- ${facts.join(' · ')}${jump(shown, words)} ${excerpt}`;
}

/** What became of cases, how many there are now, and how long they took. */
export function caseLines({ cases, waiting }: Digest, words: Words): string {
  const { opened, resolved, byState, times } = cases;
  return linesOf([
    `**${words.say('digest.cases')}**`,
    words.say('digest.cases-changed', {
      opened: opened.now,
      openedBefore: opened.before,
      resolved: resolved.now,
      resolvedBefore: resolved.before,
    }),
    words.say('digest.cases-now', { ...byState, ageing: waiting.ageing.total }),
    timeLine('digest.resolution-time', times.resolution, words),
    timeLine('digest.handling-time', times.handling, words),
    times.resolution === null ? null : smallPrint(words.say('digest.times')),
  ]);
}

function timeLine(
  name: 'digest.resolution-time' | 'digest.handling-time',
  time: TimeTaken | null,
  words: Words,
): string | null {
  if (time === null) return null;
  const { cases, medianMs, p90Ms } = time;
  return words.say(name, {
    count: cases,
    median: duration(medianMs, words),
    p90: duration(p90Ms, words),
  });
}

const minuteMs = 60_000;

/** A length of time in its largest unit of which there are two or more, rounded up. */
function duration(ms: number, words: Words): string {
  const units = [
    ['days', 24 * 60 * minuteMs],
    ['hours', 60 * minuteMs],
  ] as const;
  const [unit, unitMs] = units.find(([, size]) => ms >= 2 * size) ?? (['minutes', minuteMs] as const);
  return words.say(`digest.${unit}`, { count: Math.max(1, Math.ceil(ms / unitMs)) });
}
