import { formatClaimReference } from '../core/claim.ts';
import type { Digest } from '../core/digest.ts';
import { digestCsv, digestDocument } from '../core/digest-files.ts';
import { daysIn } from '../core/digest-period.ts';
import type { DigestPostId } from '../core/ids.ts';
import type { Card, CardFile } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { MadeDigest } from '../services/digest/make-digest.ts';
import type { Words } from '../words/words.ts';
import {
  askedLines,
  caseLines,
  claimLines,
  contestedLines,
  type DigestSize,
  dayNames,
  periodLines,
  unansweredLines,
  waitingLines,
} from './digest-lines.ts';
import { limits, roomOf } from './limits.ts';
import { attachment, button, divider, frame, makeCard, menu, row, text } from './parts.ts';

/** From full to scarce: the first that fits a card is shown; the files hold everything. */
const sizes: readonly DigestSize[] = [
  { claims: 10, cases: 5, chars: 80 },
  { claims: 10, cases: 3, chars: 40 },
  { claims: 5, cases: 3, chars: 20 },
  { claims: 3, cases: 1, chars: 20 },
];

/** A digest as it is shown. */
export type DigestView = MadeDigest & {
  /** Its picture, where one could be drawn. */
  readonly picture: DrawnPicture | null;
  /** The scheduled digest this is; null for one made on demand. */
  readonly postId: DigestPostId | null;
};

/** A picture as it is attached: a PNG, and what it says for those who do not see it. */
export type DrawnPicture = { readonly png: Uint8Array; readonly alt: string };

/** What moderators get for a period: first what needs someone, then what was asked, contested and done. */
export function digestCard(view: DigestView, words: Words): Card {
  const { digest } = view;
  const { period } = digest;
  const blocks = blocksThatFit(view, words);
  const parts = blocks.flatMap((block, index) => (index === 0 ? [text(block)] : [divider, text(block)]));
  return makeCard([
    frame(parts),
    claimMenu(digest, words),
    caseMenu(digest, words),
    row(
      button('CSV', encodeRoute('digest.csv', period.from, period.to)),
      button('JSON', encodeRoute('digest.json', period.from, period.to)),
    ),
  ]);
}

function blocksThatFit(made: MadeDigest, words: Words): readonly string[] {
  for (const size of sizes) {
    const blocks = blocksOf(made, words, size);
    if (roomOf(blocks.join('')) <= limits.textChars) return blocks;
  }
  throw new RangeError('a digest does not fit a card');
}

function blocksOf(made: MadeDigest, words: Words, size: DigestSize): readonly string[] {
  const { digest } = made;
  const blocks = [
    periodLines(made, words),
    waitingLines(digest, words, size),
    ...(digest.quiet
      ? [words.say('digest.quiet', { days: daysIn(digest.period) })]
      : [
          askedLines(digest, words),
          claimLines(digest, words, size),
          unansweredLines(digest, words, size),
          contestedLines(digest, words, size),
          caseLines(digest, words),
        ]),
  ];
  return blocks.filter((block) => block !== null);
}

function claimMenu({ claims }: Digest, words: Words) {
  const named = claims.map((claim) => claim.named).filter((claim) => claim !== null);
  if (named.length === 0) return null;
  return row(
    menu(
      encodeRoute('digest.claim'),
      words.say('digest.open-claim'),
      named.map(({ reference, quote }) => ({
        label: `${reference.key} · ${quote}`,
        value: formatClaimReference(reference),
        description: reference.slug,
      })),
    ),
  );
}

function caseMenu({ waiting, contested }: Digest, words: Words) {
  const all = [...waiting.ageing.cases, ...waiting.questions.cases, ...contested.map((each) => each.case)];
  const once = new Map(all.map((each) => [each.id, each]));
  if (once.size === 0) return null;
  return row(
    menu(
      encodeRoute('digest.case'),
      words.say('queue.menu'),
      [...once.values()].map(({ id, number, state }) => ({
        label: `${words.say('case.name', { number })} · ${words.say(`case.state.${state}`)}`,
        value: id,
      })),
    ),
  );
}

/** The forms a digest is given as a file in. */
export const digestFormats = ['csv', 'json'] as const;
export type DigestFormat = (typeof digestFormats)[number];

/** A digest as a file. */
export function digestFileCard({ digest }: MadeDigest, format: DigestFormat, words: Words): Card {
  const { from, to } = digest.period;
  const file: CardFile = { name: `digest-${from}-to-${to}.${format}`, ...contents[format](digest) };
  const sentence = words.say('digest.exported', dayNames(digest.period, words));
  return makeCard([frame([text(sentence), attachment(file)])], [file]);
}

const contents: Readonly<Record<DigestFormat, (digest: Digest) => Omit<CardFile, 'name'>>> = {
  csv: (digest) => ({ contentType: 'text/csv; charset=utf-8', content: digestCsv(digest) }),
  json: (digest) => ({
    contentType: 'application/json',
    content: `${JSON.stringify(digestDocument(digest), null, 2)}\n`,
  }),
};
