import type { AnalysisPhrases } from '../core/analysis/proposed-dossier.ts';
import { dossierLimits } from '../core/dossier-document.ts';
import type { Words } from '../words/words.ts';
import { excerpt } from './markdown.ts';

/** How much of a quote a gist repeats, in UTF-16 code units; the claim holds the whole. */
const gistQuoteChars = 220;

/** Kept free in a summary for the words around the quotations. */
const frameChars = 200;

/** How an analysis is worded in these words. */
export function analysisPhrases(words: Words): AnalysisPhrases {
  const quoted = (text: string) => words.say('quote', { text });
  return {
    gist: (quote) => words.say('analysis.gist', { quote: quoted(excerpt(quote, gistQuoteChars)) }),
    ownWords(sentences) {
      const most = Math.floor((dossierLimits.summaryChars - frameChars) / Math.max(1, sentences.length));
      const quotes = sentences.map((sentence) => quoted(excerpt(sentence, most - 4)));
      return words.say('analysis.own-words', { sentences: quotes.join(' ') });
    },
    nothing: words.say('analysis.nothing'),
  };
}
