import type { DossierPhrases } from '../core/context-dossier.ts';
import type { Words } from '../words/words.ts';
import { excerpt } from './markdown.ts';

/** How much of a message its title and its gist repeat, in UTF-16 code units; both lead to the whole. */
const chars = { title: 100, gist: 220 } as const;

/** What a dossier made from a message says besides the message, in these words. */
export function dossierPhrases(words: Words): DossierPhrases {
  return {
    member: words.say('context.dossier.member'),
    title: (text, day) =>
      words.say('context.dossier.title', { date: words.date(day), text: excerpt(text, chars.title) }),
    readFrom: (origin) => words.say(`context.dossier.from-${origin}`),
    gist: (quote) => words.say('context.dossier.gist', { quote: excerpt(quote, chars.gist) }),
    contextSummary: (context) => words.say('context.dossier.summary', { context }),
    contextNote: (context) => words.say('context.dossier.note', { context }),
    citedToo: words.say('context.dossier.cited'),
    draftSummary: (day) => words.say('draft.summary', { date: words.date(day) }),
  };
}
