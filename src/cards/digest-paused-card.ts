import { channelMention } from '@discordjs/formatters';
import type { Card } from '../ports/message.ts';
import type { PauseToTell } from '../services/digest/post-digest.ts';
import type { Words } from '../words/words.ts';
import { escapedExcerpt } from './markdown.ts';
import { frame, linesOf, makeCard, text } from './parts.ts';

/** Says to the owner of a server that its digests have stopped, why, and what to do; as a direct message. */
export function digestPausedCard({ serverName, channelId, why }: PauseToTell, words: Words): Card {
  const channel = channelId === null ? '' : channelMention(channelId);
  return makeCard([
    frame([
      text(
        linesOf([
          `### ${words.say('digest.paused.title', { server: escapedExcerpt(serverName, 100, 150) })}`,
          words.say(`digest.paused.${why}`, { channel }),
          words.say('digest.paused.resume'),
        ]),
      ),
    ]),
  ]);
}
