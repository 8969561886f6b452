import type { MessageSubject } from '../core/case.ts';
import type { SeenMessage } from '../ports/message.ts';

/** The text of a message, and where in it that was read: its content, else what it forwards, else its embeds. */
export function textOf(target: SeenMessage): Pick<MessageSubject, 'text' | 'textFrom'> {
  const places = [
    { text: target.content, textFrom: 'content' },
    { text: target.forwarded, textFrom: 'forward' },
    { text: target.embedded, textFrom: 'embed' },
  ] as const;
  return places.find(({ text }) => text.trim() !== '') ?? { text: null, textFrom: null };
}
