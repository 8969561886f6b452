import { channelMention } from '@discordjs/formatters';
import {
  type Context,
  type ContextProblem,
  contextLimits,
  type Hindrance,
  type Keeping,
} from '../core/context.ts';
import type { FootnoteError } from '../core/errors.ts';
import { webAddressChars } from '../core/web-address.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { contextFrame, plainContext } from './context-card.ts';
import { escapedExcerpt } from './markdown.ts';
import { button, divider, linesOf, makeCard, row, text } from './parts.ts';
import { errorSentence } from './plain-cards.ts';

/** What a moderator looks at before it is posted. */
export type ContextPreviewView = {
  readonly draftId: string;
  readonly context: Context;
  readonly channelId: string;
  readonly keeping: Keeping;
  /** Whether the message it answers is gone. */
  readonly alone: boolean;
};

/** Context exactly as it will be posted, in the server's words, and what will become of it, in the moderator's. */
export function contextPreviewCard(view: ContextPreviewView, words: Words, serverWords: Words): Card {
  const { draftId, context, channelId, keeping, alone } = view;
  return makeCard([
    text(
      words.say(alone ? 'context.preview-alone' : 'context.preview', { channel: channelMention(channelId) }),
    ),
    contextFrame(context, serverWords),
    text(words.say(`context.keeping.${keeping}`)),
    row(
      button(words.say('context.send'), encodeRoute('context.send', draftId), { style: 'main' }),
      ...draftButtons(draftId, words),
    ),
  ]);
}

function draftButtons(draftId: string, words: Words) {
  return [
    button(words.say('context.change'), encodeRoute('context.change', draftId)),
    button(words.say('context.cancel'), encodeRoute('context.cancel')),
  ];
}

/** What has to be changed before anything can be posted; the form opens again with what was typed. */
export function contextProblemsCard(
  draftId: string,
  problems: readonly ContextProblem[],
  words: Words,
): Card {
  return makeCard([
    text(linesOf([words.say('context.problems'), ...problems.map((problem) => problemLine(problem, words))])),
    row(...draftButtons(draftId, words)),
  ]);
}

/** How much of what was written instead of a claim's name is repeated. */
const echo = { chars: 100, room: 125 } as const;

function problemLine(found: ContextProblem, words: Words): string {
  if (found.problem === 'claim-unknown')
    return words.say('error.case.no-claim', { claim: escapedExcerpt(found.claim, echo.chars, echo.room) });
  return words.say(`context.problem.${found.problem}`, {
    line: 'line' in found ? found.line : 0,
    max: found.problem === 'text-too-long' ? contextLimits.textChars : webAddressChars,
    most: contextLimits.addresses,
  });
}

/** Why the case cannot be acted on now; what was typed stays in the form. */
export function contextRefusedCard(draftId: string, error: FootnoteError, words: Words): Card {
  return makeCard([
    text(linesOf([errorSentence(error, words), words.say('context.refused')])),
    row(...draftButtons(draftId, words)),
  ]);
}

/** Why context cannot be posted where the message is, and the text for posting it by hand. */
export function contextHinderedCard(
  draftId: string,
  hindrance: Hindrance,
  context: Context,
  words: Words,
  serverWords: Words,
): Card {
  return makeCard([
    text(
      linesOf([
        words.say(`context.hindrance.${hindrance}`),
        words.say('context.copy', { close: words.say('case.button.close') }),
      ]),
    ),
    divider,
    text(plainContext(context, serverWords)),
    divider,
    row(
      button(words.say('context.try-again'), encodeRoute('context.send', draftId)),
      ...draftButtons(draftId, words),
    ),
  ]);
}
