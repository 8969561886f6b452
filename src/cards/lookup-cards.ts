import type { Claim } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { WatchId } from '../core/ids.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, sampleLine, shortStanding } from './attribution.ts';
import { escapedExcerpt } from './markdown.ts';
import { button, divider, frame, linesOf, makeCard, menu, row, text } from './parts.ts';

type Offered = { readonly dossier: Dossier; readonly claim: Claim };

/** The short list of claims that might be meant, with "none of these". */
export function choicesCard(
  choices: readonly Offered[],
  inquiryId: string,
  words: Words,
  notice?: string,
): Card {
  const sample = choices.every(({ dossier }) => dossier.sample) ? choices[0]?.dossier : undefined;
  const lines = choices.map(
    ({ dossier, claim }) =>
      `**${formatClaimReference(referenceTo(dossier, claim))}** ${quoteLine(claim.quote, 160, words)}\n${escapedExcerpt(claim.gist, 200, 250)}\n-# ${shortStanding(claim, words)}`,
  );
  const head = [
    sample ? sampleLine(sample, words) : null,
    `### ${words.say('choices.title')}`,
    words.say('choices.hint'),
  ];

  return makeCard([
    notice === undefined ? null : text(notice),
    frame([text(linesOf(head)), divider, text(lines.join('\n\n'))]),
    row(
      menu(
        encodeRoute('claim.pick', inquiryId),
        words.say('choices.menu'),
        choices.map(({ dossier, claim }) => ({
          label: `${claim.key} · ${claim.quote}`,
          value: formatClaimReference(referenceTo(dossier, claim)),
          description: claim.gist,
        })),
      ),
    ),
    row(
      button(words.say('choices.none'), encodeRoute('claim.none', inquiryId)),
      button(words.say('ask.again'), encodeRoute('claim.ask')),
    ),
  ]);
}

/** A question that no claim answered. */
type Unanswered = {
  readonly reason: 'unanswered' | 'none-of-these';
  readonly inquiryId: string;
  /** The member's watch of it; `possible` where there is none yet, null where its words are not kept. */
  readonly watch: WatchId | 'possible' | null;
};

/** The honest answer when no claim is known, or none of the offered ones was meant. */
export function unansweredCard(
  { reason, inquiryId, watch }: Unanswered,
  dossiers: readonly Dossier[],
  words: Words,
  notice?: string,
): Card {
  const [only, ...others] = dossiers;
  const lines = [
    `### ${words.say('unanswered.title')}`,
    words.say(`unanswered.${reason}`),
    words.say('unanswered.meaning'),
  ];
  return makeCard([
    notice === undefined ? null : text(notice),
    frame([text(lines.join('\n'))]),
    row(
      button(words.say('ask.again'), encodeRoute('claim.ask'), { style: 'main' }),
      button(words.say('moderators.ask'), encodeRoute('report.ask', inquiryId)),
      only !== undefined && others.length === 0
        ? button(words.say('unanswered.browse'), encodeRoute('claim.list', only.slug, '1'))
        : null,
      watchButton(reason, inquiryId, watch, words),
    ),
  ]);
}

function watchButton(
  reason: Unanswered['reason'],
  inquiryId: string,
  watch: Unanswered['watch'],
  words: Words,
) {
  if (watch === null) return null;
  if (watch === 'possible')
    return button(words.say('watch.question'), encodeRoute('watch.question', inquiryId, reason));
  return button(words.say('watch.stop'), encodeRoute('watch.stop', watch));
}
