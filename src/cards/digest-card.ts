import { userMention } from '@discordjs/formatters';
import type { Digest } from '../core/digest.ts';
import { digestCsv, digestDocument } from '../core/digest-files.ts';
import { daysIn } from '../core/digest-period.ts';
import type { DigestPostId, UserId } from '../core/ids.ts';
import type { Card, CardFile } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { DigestToShare } from '../services/digest/digest-to-share.ts';
import type { MadeDigest } from '../services/digest/make-digest.ts';
import type { Words } from '../words/words.ts';
import { caseLines, contestedLines } from './digest-case-lines.ts';
import { askedLines, claimLines, dayNames, periodLines, unansweredLines } from './digest-lines.ts';
import { caseMenu, claimMenu, digestButtons, queueButtons } from './digest-menus.ts';
import { type DigestSize, fitted } from './digest-size.ts';
import { linkLines, modelLines, standingLines } from './digest-source-lines.ts';
import { waitingLines } from './digest-waiting-lines.ts';
import { limits, roomOf } from './limits.ts';
import { smallPrint } from './markdown.ts';
import { button, divider, frame, gallery, makeCard, row, text } from './parts.ts';
import { fileCard } from './plain-cards.ts';
import { questionMenu } from './question-group-card.ts';

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
  const { digest, picture, postId } = view;
  const blocks = fitted(false, (size) => blocksOf(view, words, size), fits);
  return makeCard(
    [
      framed(blocks, picture),
      queueButtons(digest, words),
      questionMenu(digest.unanswered.groups, digest.period, words),
      claimMenu(digest, words),
      caseMenu(digest, words),
      digestButtons(digest, postId, words),
    ],
    filesOf(picture),
  );
}

/** What a moderator shares of a digest: what everyone may read of it, without cases, messages and what waits. */
export function sharedDigestCard(
  view: DigestToShare & Pick<DigestView, 'picture'>,
  sharerId: UserId,
  words: Words,
): Card {
  const { from, to } = view.digest.period;
  const sharedBy = smallPrint(words.say('share.by', { member: userMention(sharerId) }));
  const blocks = fitted(
    true,
    (size) => {
      const { above, below } = blocksOf(view, words, size);
      return { above, below: [...below, sharedBy] };
    },
    fits,
  );
  return makeCard(
    [
      framed(blocks, view.picture),
      row(button(words.say('share.remove'), encodeRoute('digest.unshare', from, to, sharerId))),
    ],
    filesOf(view.picture),
  );
}

/** The texts of a digest, above its picture and below it. */
type Blocks = { readonly above: readonly string[]; readonly below: readonly string[] };

function fits({ above, below }: Blocks): boolean {
  return roomOf([...above, ...below].join('')) <= limits.textChars;
}

function blocksOf(made: MadeDigest, words: Words, size: DigestSize): Blocks {
  const { digest } = made;
  const all = !size.forEveryone;
  const above = [
    periodLines(made, words),
    all ? waitingLines(digest, words, size) : null,
    digest.quiet ? words.say('digest.quiet', { days: daysIn(digest.period) }) : askedLines(digest, words),
  ];
  const model = all ? modelLines(digest, words) : null;
  const below = digest.quiet
    ? [model]
    : [
        claimLines(digest, words, size),
        unansweredLines(digest, words, size),
        all ? contestedLines(digest, words, size) : null,
        all ? caseLines(digest, words) : null,
        standingLines(digest, words, size),
        all ? linkLines(digest, words) : null,
        model,
      ];
  return { above: above.filter((block) => block !== null), below: below.filter((block) => block !== null) };
}

function framed({ above, below }: Blocks, picture: DrawnPicture | null) {
  const [first = '', ...others] = above;
  return frame([
    text(first),
    ...others.flatMap((block) => [divider, text(block)]),
    picture === null ? null : gallery(pictureFile(picture), picture.alt),
    ...below.flatMap((block) => [divider, text(block)]),
  ]);
}

function pictureFile({ png }: DrawnPicture): CardFile {
  return { name: 'digest.png', contentType: 'image/png', content: png };
}

function filesOf(picture: DrawnPicture | null): readonly CardFile[] {
  return picture === null ? [] : [pictureFile(picture)];
}

/** The forms a digest is given as a file in. */
export const digestFormats = ['csv', 'json'] as const;
export type DigestFormat = (typeof digestFormats)[number];

/** A digest as a file. */
export function digestFileCard({ digest }: MadeDigest, format: DigestFormat, words: Words): Card {
  const { from, to } = digest.period;
  const file: CardFile = { name: `digest-${from}-to-${to}.${format}`, ...contents[format](digest) };
  const days = dayNames(digest.period, words);
  const sentence =
    from === to ? words.say('digest.exported-day', { from: days.from }) : words.say('digest.exported', days);
  return fileCard(sentence, file);
}

const contents: Readonly<Record<DigestFormat, (digest: Digest) => Omit<CardFile, 'name'>>> = {
  csv: (digest) => ({ contentType: 'text/csv; charset=utf-8', content: digestCsv(digest) }),
  json: (digest) => ({
    contentType: 'application/json',
    content: `${JSON.stringify(digestDocument(digest), null, 2)}\n`,
  }),
};
