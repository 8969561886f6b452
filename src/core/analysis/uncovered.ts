import type { Dossier } from '../dossier.ts';
import type { Note } from '../note.ts';
import { faultsOfAmounts } from './grounding/amounts.ts';
import { guardFor } from './grounding/guards.ts';
import { faultsOfNames } from './grounding/names.ts';
import { isOffTopic, languageIn, readVocabulary, type Vocabulary } from './grounding/vocabulary.ts';
import { bodyOf } from './grounding/voice.ts';
import { smooth, wordsIn } from './grounding/words.ts';
import { sentencesOf } from './sentences.ts';

/** What a dossier of more says would take too long to read while someone types. */
const READ_CHARS = 100_000;

/**
 * Sentences of a dossier's summary that neither its post nor one of its notes says: with a number, month or name that none of them
 * has, or mostly of other words. Advice to who writes it: what is said in other words is told from what is new only roughly.
 *
 * Of a dossier whose texts are too long nothing is said. Of a sentence in another language than the post only numbers and names are looked at; words of both cannot be compared.
 */
export function uncoveredIn({ post, summary, claims }: Dossier): readonly string[] {
  if (summary.text.trim() === '') return [];
  const about = [post.author, post.date === null ? null : dayOf(post.date), post.remarks];
  const notes = claims.flatMap((claim) => claim.notes.flatMap(saidIn));
  const cited = [...about, ...notes].filter((text) => text !== null);
  if (cited.reduce((chars, text) => chars + text.length, post.text.length) > READ_CHARS) return [];
  const said = vocabularyOf(post.text, cited, claims);
  return sentencesOf(summary.text)
    .map(({ text }) => text)
    .filter((sentence) => isUncovered(smooth(sentence), said));
}

type Read = { readonly text: string; readonly said: Vocabulary };

/** What a dossier's post and notes say, which is asked for again while only its summary changes. */
const known = new WeakMap<Dossier['claims'], Read>();

function vocabularyOf(post: string, cited: readonly string[], claims: Dossier['claims']): Vocabulary {
  const text = smooth([post, ...cited].join('\n\n'));
  const last = known.get(claims);
  if (last?.text === text) return last.said;
  const said = readVocabulary(text, languageIn(post));
  known.set(claims, { text, said });
  return said;
}

function isUncovered(sentence: string, said: Vocabulary): boolean {
  const language = languageIn(sentence);
  const isSame = language.code === said.language.code;
  const guard = guardFor(language.code);
  const body = guard === undefined ? sentence : (bodyOf(sentence, guard) ?? sentence);
  const words = wordsIn(body, language);
  if (isSame && isOffTopic(words, said)) return true;
  if (guard === undefined) return false;
  const strange = faultsOfAmounts(body, said, guard).some(
    ({ code }) => code === 'number.invented' || (isSame && code === 'date.invented'),
  );
  return strange || faultsOfNames(body, words, said, guard).length > 0;
}

function saidIn(note: Note): readonly (string | null)[] {
  if (note.type === 'dispute') return [note.text];
  return [note.text, note.publisher, note.title, note.date === null ? null : dayOf(note.date)];
}

/** A date as the guard reads one: a whole day. */
function dayOf(date: string): string {
  return `${date}-01-01`.slice(0, '2016-09-07'.length);
}
