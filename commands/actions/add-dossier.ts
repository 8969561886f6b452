import { z } from 'zod';
import { analysisPhrases } from '../../src/cards/analysis-phrases.ts';
import { analyzedNotice } from '../../src/cards/analyzed-notice.ts';
import { editorCard } from '../../src/cards/editor-card.ts';
import { excerpt } from '../../src/cards/markdown.ts';
import { linesOf } from '../../src/cards/parts.ts';
import { action, type GuildCall, type Reply } from '../../src/command.ts';
import { uncoveredIn } from '../../src/core/analysis/uncovered.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import { dossierLimits } from '../../src/core/dossier-document.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { DossierId } from '../../src/core/ids.ts';
import { newPost, type TypedPost } from '../../src/core/new-post.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';
import { analyzing } from '../parts/analyzing.ts';
import { actingIn, idOrNone } from '../parts/edit-reply.ts';

/** How much of a post its title repeats where nobody gave it one. */
const titleChars = 80;

type Told = { readonly services: Services; readonly words: Words };

/**
 * Makes a draft of a post with what its analysis proposes.
 *
 * @throws FootnoteError `upload.empty` when there is nothing in it, `upload.too-large` when it is longer than a dossier's post
 */
export async function addPost(
  call: GuildCall,
  typed: TypedPost,
  slug: DossierSlug | null,
  { services, words }: Told,
): Promise<Reply> {
  if (typed.text.length > dossierLimits.postChars)
    throw new FootnoteError('upload.too-large', { max: dossierLimits.postChars });
  const serverWords = wordsIn(await services.postLocale(call));
  const titleOf = (text: string) => serverWords.say('add.untitled', { text: excerpt(text, titleChars) });
  const read = newPost(typed, slug, titleOf);
  if (read === null) throw new FootnoteError('upload.empty');
  const { added, leftOut } = read;
  return analyzing(call, { post: added.post.text, forDraft: true }, { services, words }, async (analyzed) => {
    const { analysis, without } = analyzed;
    const phrases = analysisPhrases(serverWords);
    const state = await services.addDossier({ ...actingIn(call), added, analysis, phrases });
    const count = state.dossier.claims.length;
    const notice = linesOf([
      words.say(without === null ? 'dossier.added-by-model' : 'dossier.added', { count }),
      analyzedNotice(analyzed, words),
      ...leftOut.map((field) => words.say('add.left-out', { field: words.say(`edit.field.${field}`) })),
    ]);
    return editorCard({ state, notice, uncovered: uncoveredIn(state.dossier) }, words);
  });
}

/** Takes what was pasted into the form. */
const addTyped = action({
  route: 'dossier.added',
  form: true,
  args: z.tuple([idOrNone(DossierSlug)]),
  access: 'moderator',
  answers: 'reply',

  run(call, [slug], services, words) {
    const { text = '', more = '', name: title = '', author = '', url = '' } = call.fields;
    return addPost(call, { text: text + more, title, author, url }, slug, { services, words });
  },
});

/** Proposes claims and a summary anew, beside what stands there. */
export async function proposeFor(call: GuildCall, id: DossierId, { services, words }: Told): Promise<Reply> {
  const post = await services.postToAnalyze({ guildId: call.guildId, dossierId: id });
  const serverWords = wordsIn(await services.postLocale(call));
  return analyzing(call, { post, forDraft: true }, { services, words }, async (analyzed) => {
    const { analysis } = analyzed;
    const phrases = analysisPhrases(serverWords);
    const acting = { ...actingIn(call), dossierId: id };
    const proposed = await services.proposeAgain({ ...acting, post, analysis, phrases });
    const { state, addedClaims } = proposed;
    const found = words.say('dossier.proposed', { count: addedClaims });
    const notice = linesOf([found, analyzedNotice(analyzed, words)]);
    return editorCard({ state, notice, uncovered: uncoveredIn(state.dossier) }, words);
  });
}

/** The same from the editor. */
const analyze = action({
  route: 'edit.analyze',
  args: z.tuple([DossierId]),
  access: 'moderator',
  answers: 'update',

  run: (call, [id], services, words) => proposeFor(call, id, { services, words }),
});

/** Everything that adds what an analysis proposes. */
export const addingDossiers = [addTyped, analyze];
