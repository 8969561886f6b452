import { z } from 'zod';
import { dossierListCard } from '../../src/cards/dossier-list-card.ts';
import { versionCard } from '../../src/cards/editor-outcome-cards.ts';
import { historyCard } from '../../src/cards/history-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { DossierId } from '../../src/core/ids.ts';
import { PageArgument } from '../parts/arguments.ts';
import { actingIn, editorReply } from '../parts/edit-reply.ts';

const access = 'moderator';
const answers = 'update';
const VersionArgument = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** Turns to another page of a server's dossiers. */
const turnDossiers = action({
  route: 'dossier.list',
  args: z.tuple([PageArgument]),
  access,
  answers,

  async run({ guildId }, [page], { listForModerators }, words) {
    return replyWith(dossierListCard(await listForModerators({ guildId }), page, words));
  },
});

/** Opens the dossier chosen from the list. */
const openDossier = action({
  route: 'dossier.open',
  args: z.tuple([]),
  access,
  answers,

  async run({ guildId, values }, _args, { openEdit }, words) {
    const { success, data: id } = DossierId.safeParse(values[0]);
    if (!success) throw new FootnoteError('button.expired');
    return editorReply(await openEdit({ guildId, id }), words);
  },
});

/** Turns to another page of a dossier's versions. */
const turnHistory = action({
  route: 'history.page',
  args: z.tuple([DossierId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, page], { dossierHistory }, words) {
    return replyWith(historyCard(await dossierHistory({ guildId, id }), page, words));
  },
});

/** Shows what the chosen version changed. */
const openVersion = action({
  route: 'history.version',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId, values }, [id], { dossierHistory }, words) {
    const version = VersionArgument.safeParse(values[0]).data ?? 0;
    return replyWith(versionCard(await dossierHistory({ guildId, id }), { version, page: 1 }, words));
  },
});

/** Turns to another page of what a version changed. */
const turnVersion = action({
  route: 'history.diff',
  args: z.tuple([DossierId, VersionArgument, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, version, page], { dossierHistory }, words) {
    return replyWith(versionCard(await dossierHistory({ guildId, id }), { version, page }, words));
  },
});

/** Puts a version on the desk. */
const restore = action({
  route: 'history.restore',
  args: z.tuple([DossierId, VersionArgument]),
  access,
  answers,

  async run(call, [dossierId, version], { restoreVersion }, words) {
    const state = await restoreVersion({ ...actingIn(call), dossierId, version });
    return editorReply(state, words, words.say('history.restored', { version }));
  },
});

/** Everything that leads to a dossier or one of its versions. */
export const findingDossiers = [turnDossiers, openDossier, turnHistory, openVersion, turnVersion, restore];
