import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { ClaimId, DossierId, type GuildId, NoteId } from '../../src/core/ids.ts';
import type { Given } from '../../src/sandbox/command-options.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { fileOf } from './editor-scene.ts';

const dossierId = DossierId.parse('otherDossier');
const claimId = ClaimId.parse('otherClaim01');
const noteId = NoteId.parse('otherNote001');
const unchanged = '10000';
const draft = 'AAAAAAAAAAAA';

/** A published dossier of another server, which says nothing but `secret`, and whose ids everybody knows. */
export function foreignDossier(guildId: GuildId, slug: string, secret: string): Dossier {
  const [claim] = exampleDossier().claims;
  const claims = claim === undefined ? [] : [claim];
  return exampleDossier({
    id: dossierId,
    guildId,
    slug: DossierSlug.parse(slug),
    title: secret,
    claims: claims.map((one) => ({
      ...one,
      id: claimId,
      gist: secret,
      notes: [{ id: noteId, type: 'dispute', text: secret, url: null }],
    })),
  });
}

/** Arguments that name that dossier, for every action of the editor. */
export const editorArguments: Readonly<Record<string, readonly string[]>> = {
  'dossier.added': ['-'],
  'dossier.list': ['1'],
  'dossier.open': [],
  'history.page': [dossierId, '1'],
  'history.version': [dossierId],
  'history.diff': [dossierId, '1', '1'],
  'history.restore': [dossierId, '1'],
  'edit.open': [dossierId],
  'edit.page': [dossierId, '1'],
  'edit.claim': [dossierId],
  'edit.claim-again': [dossierId, claimId],
  'edit.note': [dossierId, claimId],
  'edit.note-page': [dossierId, claimId, noteId, '1'],
  'edit.preview': [dossierId],
  'edit.preview-claim': [dossierId],
  'edit.preview-page': [dossierId, '1'],
  'edit.changes': [dossierId, '1'],
  'edit.overtaken': [dossierId, '1'],
  'edit.analyze': [dossierId],
  'edit.form': [dossierId, unchanged, 'reword', claimId, '-'],
  'edit.again': [draft],
  'edit.written': [draft],
  'edit.anyway': [draft],
  'edit.remove': [dossierId, unchanged, claimId, noteId],
  'edit.check': [dossierId, unchanged],
  'edit.publish': [dossierId, unchanged],
  'edit.publish-now': [dossierId, unchanged],
  'edit.undo': [dossierId, unchanged],
  'edit.drop': [dossierId],
  'edit.drop-now': [dossierId],
  'edit.keep': [dossierId],
  'edit.archive': [dossierId],
  'edit.export': [dossierId],
  'edit.source': [dossierId, unchanged, claimId],
  'edit.source-read': [dossierId, unchanged, claimId],
  'work.stop': [draft],
};

const ofFootnote = { dossier: 'iraqi-militias-in-syria' };

/** What must be filled in for Discord to send a command of the editor at all. */
export const editorOptions: Readonly<Record<string, Given>> = {
  'dossier edit': ofFootnote,
  'dossier analyze': ofFootnote,
  'dossier publish': ofFootnote,
  'dossier archive': ofFootnote,
  'dossier history': ofFootnote,
  'dossier export': ofFootnote,
  'dossier import': { file: fileOf('dossier.json', '{}') },
};
