import { roleMention } from '@discordjs/formatters';
import type { RoleId } from '../core/ids.ts';
import { messageLink } from '../core/message-link.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { Words } from '../words/words.ts';
import { headingOf, timesLine } from './case-lines.ts';
import { link } from './markdown.ts';
import { button, linesOf, makeCard, row, text } from './parts.ts';

/** The one message that tells the alert role of a case; the card itself stays where it is. */
export function alertCard(shown: ShownCase, role: RoleId, words: Words): Card {
  const { guildId, card, id } = shown.case;
  return makeCard([
    text(
      linesOf([
        `${roleMention(role)} ${words.say('case.alert')}`,
        `**${headingOf(shown, words)}**`,
        timesLine(shown, words),
        card === null ? null : link(words.say('case.alert.card'), messageLink({ guildId, ...card })),
      ]),
    ),
    row(button(words.say('case.button.show'), encodeRoute('case.show', id))),
  ]);
}
