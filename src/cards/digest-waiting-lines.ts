import type { Case } from '../core/case.ts';
import { formatClaimReference } from '../core/claim.ts';
import type { Digest } from '../core/digest.ts';
import { addressOf } from '../core/digest-files.ts';
import type { DeadLink } from '../core/source-links.ts';
import type { Words } from '../words/words.ts';
import { ago } from './case-lines.ts';
import type { DigestSize } from './digest-size.ts';
import { escapedExcerpt, link, smallPrint } from './markdown.ts';
import { linesOf } from './parts.ts';

/** What needs someone now: cases, questions, links of sources; null when nothing does. */
export function waitingLines({ waiting, links }: Digest, words: Words, size: DigestSize): string | null {
  const { ageing, questions } = waiting;
  const parts = [
    ageing.total === 0
      ? null
      : linesOf([
          words.say('digest.ageing', { count: ageing.total }),
          ...caseLines(ageing.cases, words, size),
        ]),
    questions.total === 0
      ? null
      : linesOf([
          words.say('digest.questions-waiting', { count: questions.total }),
          ...caseLines(questions.cases, words, size),
        ]),
    ageing.total + questions.total === 0 ? null : smallPrint(words.say('digest.queue')),
    deadLinkLines(links.dead, words, size),
  ];
  if (parts.every((part) => part === null)) return null;
  return linesOf([`**${words.say('digest.waiting')}**`, ...parts]);
}

function caseLines(cases: readonly Case[], words: Words, { lines }: DigestSize): readonly string[] {
  return cases.slice(0, lines).map((waiting) => {
    const { number, state, subject, waitsSince } = waiting;
    const facts = [
      words.say('case.name', { number }),
      subject.kind === 'question' ? words.say('digest.a-question') : null,
      words.say(`case.state.${state}`),
      ago(waitsSince),
    ];
    return `- ${facts.filter((fact) => fact !== null).join(' · ')}${jump(waiting, words)}`;
  });
}

/** The link to a case's message behind a line; nothing where there is none. */
export function jump(shown: Case, words: Words): string {
  const address = addressOf(shown);
  return address === null ? '' : ` · ${link(words.say('case.jump'), address)}`;
}

function deadLinkLines(dead: readonly DeadLink[], words: Words, size: DigestSize): string | null {
  if (dead.length === 0) return null;
  const shown = dead.slice(0, size.lines);
  const left = dead.length - shown.length;
  return linesOf([
    words.say('digest.dead-links', { count: dead.length }),
    ...shown.map((each) => `- ${deadLinkLine(each, words, size)}`),
    left === 0 ? null : words.say('digest.left', { count: left }),
  ]);
}

function deadLinkLine(
  { reference, url, publisher, since }: DeadLink,
  words: Words,
  size: DigestSize,
): string {
  const name = escapedExcerpt(publisher, size.chars, size.chars * 1.25);
  return words.say('digest.dead-link', {
    claim: formatClaimReference(reference),
    source: url.length > size.addressChars ? name : link(name, url),
    since: words.day(since),
  });
}
