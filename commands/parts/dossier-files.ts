import { fileCard } from '../../src/cards/plain-cards.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { DossierSlug } from '../../src/core/claim.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import type { Upload } from '../../src/ports/files.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { addPost } from '../actions/add-dossier.ts';
import { actingIn, editorReply } from './edit-reply.ts';

type Told = { readonly services: Services; readonly words: Words };

/** Makes a draft of what a file holds: a post, or a whole dossier. */
export async function addUpload(
  call: GuildCall,
  file: Upload,
  slug: DossierSlug | null,
  told: Told,
): Promise<Reply> {
  const read = await told.services.readUpload({ file });
  if (read.kind === 'post')
    return addPost(call, { text: read.text, title: '', author: '', url: '' }, slug, told);
  return takenIn(call, slug === null ? read.document : { ...read.document, slug }, told);
}

/** Takes in the file of a dossier. */
export async function takeIn(call: GuildCall, file: Upload | null, told: Told): Promise<Reply> {
  if (file === null) throw new FootnoteError('upload.kind');
  const read = await told.services.readUpload({ file });
  if (read.kind === 'post') throw new FootnoteError('upload.not-json');
  return takenIn(call, read.document, told);
}

type Document = Parameters<Services['takeInFile']>[0]['document'];

async function takenIn(call: GuildCall, document: Document, { services, words }: Told): Promise<Reply> {
  const { kind, state } = await services.takeInFile({ ...actingIn(call), document });
  const { slug } = state.stored;
  if (kind === 'new') return editorReply(state, words, words.say('dossier.imported-new', { dossier: slug }));
  return editorReply(
    state,
    words,
    words.say(state.diff === null ? 'dossier.imported-same' : 'dossier.imported-changes'),
  );
}

/** A dossier as it is on the desk, as a file; a shared one as it came. */
export async function exported(
  call: GuildCall,
  slug: DossierSlug,
  { services, words }: Told,
): Promise<Reply> {
  const document = await services.exportEdit({ guildId: call.guildId, slug });
  const file = {
    name: `${slug}.json`,
    contentType: 'application/json',
    content: `${JSON.stringify(document, null, 1)}\n`,
  };
  return replyWith(fileCard(words.say('dossier.exported', { dossier: slug }), file));
}
