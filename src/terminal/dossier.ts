import { DossierSlug } from '../core/claim.ts';
import { FootnoteError } from '../core/errors.ts';
import { openLibrary } from '../library.ts';
import { readDossierFile } from '../outside.ts';
import { guildOption } from './read-options.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `dossier validate FILE` */
export const validateDossier: TerminalCommand = {
  usage: 'dossier validate FILE',
  purpose: 'checks a dossier file and changes nothing',
  positionals: { min: 1, max: 1 },
  options: {},
  needs: [],

  async run({ positionals }) {
    const { slug, claims } = await readDossierFile(positionals[0] ?? '');
    const notes = claims.reduce((sum, claim) => sum + claim.notes.length, 0);
    const json = { valid: true, dossier: slug, claims: claims.length, notes };
    return { json, text: `${slug} is a valid dossier: ${claims.length} claims, ${notes} notes.` };
  },
};

/** `dossier import FILE` */
export const importDossier: TerminalCommand = {
  usage: 'dossier import FILE [--guild ID]',
  purpose: 'publishes a dossier on a server, or with no --guild on every server',
  positionals: { min: 1, max: 1 },
  options: { guild: 'string' },
  needs: [],

  async run(invocation) {
    const guildId = guildOption(invocation);
    const document = await readDossierFile(invocation.positionals[0] ?? '');
    await using library = await openLibrary(invocation.config, 'write');
    const { dossier, change } = await library.services.importDossier({ document, guildId, sample: false });
    const json = { dossier: dossier.slug, version: dossier.version, change };
    return {
      json,
      text: `${dossier.slug} ${change}: version ${dossier.version}, ${dossier.claims.length} claims.`,
    };
  },
};

/** `dossier export SLUG` */
export const exportDossier: TerminalCommand = {
  usage: 'dossier export SLUG [--guild ID]',
  purpose: 'prints a dossier in the documented JSON format',
  positionals: { min: 1, max: 1 },
  options: { guild: 'string' },
  needs: [],

  async run(invocation) {
    const slug = DossierSlug.safeParse(invocation.positionals[0]);
    if (!slug.success)
      throw new FootnoteError('dossier.unknown', { dossier: invocation.positionals[0] ?? '' });
    await using library = await openLibrary(invocation.config, 'read');
    const document = await library.services.exportDossier({
      guildId: guildOption(invocation),
      slug: slug.data,
    });
    return { json: document, text: JSON.stringify(document, null, 2) };
  },
};
