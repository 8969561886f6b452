import { z } from 'zod';
import { changedMeanwhileCard } from '../../src/cards/editor-outcome-cards.ts';
import { questionCard, sentenceCard } from '../../src/cards/plain-cards.ts';
import { qualityCard } from '../../src/cards/quality-card.ts';
import { summaryCard } from '../../src/cards/summary-card.ts';
import { action, type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { uncoveredIn } from '../../src/core/analysis/uncovered.ts';
import { isGood, qualityOf } from '../../src/core/dossier-quality.ts';
import { DossierId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { isNews } from '../../src/services/editor/edit-state.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { exported } from '../parts/dossier-files.ts';
import { actingIn, editorReply, RevisionArgument } from '../parts/edit-reply.ts';

const access = 'moderator';
const answers = 'update';
const Seen = z.tuple([DossierId, RevisionArgument]);

/** A dossier as the moderator saw it. */
type SeenEdit = { readonly dossierId: DossierId; readonly revision: number };

/** Looks the dossier over. */
const check = action({
  route: 'edit.check',
  args: Seen,
  access,
  answers,

  async run({ guildId }, [id, revision], { openEdit }, words) {
    const { dossier } = await openEdit({ guildId, id });
    const report = qualityOf(dossier, uncoveredIn(dossier));
    return replyWith(qualityCard({ dossier, revision, report, publishing: false }, words));
  },
});

/** Publishes, unless a careful reader would ask something first. */
const publish = action({
  route: 'edit.publish',
  args: Seen,
  access,
  answers,

  run: (call, [dossierId, revision], services, words) =>
    publishing(call, { dossierId, revision }, services, words),
});

/** Publishes, or shows first what a careful reader would ask. */
export async function publishing(
  call: GuildCall,
  { dossierId, revision }: SeenEdit,
  services: Services,
  words: Words,
): Promise<Reply> {
  const state = await services.openEdit({ guildId: call.guildId, id: dossierId });
  const { dossier } = state;
  const report = qualityOf(dossier, uncoveredIn(dossier));
  // What cannot be published needs no advice: publishing says why.
  const isPossible = state.overtaken === null && isNews(state);
  if (isPossible && !isGood(report))
    return replyWith(qualityCard({ dossier, revision, report, publishing: true }, words));
  return publishNow(call, { dossierId, revision }, services, words);
}

/** Publishes all the same. */
const publishAllTheSame = action({
  route: 'edit.publish-now',
  args: Seen,
  access,
  answers,

  run: (call, [dossierId, revision], services, words) =>
    publishNow(call, { dossierId, revision }, services, words),
});

async function publishNow(call: GuildCall, seen: SeenEdit, services: Services, words: Words): Promise<Reply> {
  const published = await services.publishEdit({ ...actingIn(call), ...seen });
  if (published.kind === 'changed-meanwhile')
    return replyWith(changedMeanwhileCard({ ...published, draft: null }, words));
  const { dossier } = published;
  const { slug, version } = dossier;
  return replyWith(summaryCard(dossier, 1, words, words.say('edit.published', { dossier: slug, version })));
}

/** Takes back the last change. */
const undo = action({
  route: 'edit.undo',
  args: Seen,
  access,
  answers,

  async run(call, [dossierId, revision], services, words) {
    const state = await services.undoEdit({ ...actingIn(call), dossierId, revision });
    return editorReply(state, words, words.say('edit.undone'));
  },
});

/** Asks whether to discard what is not published. */
const askToDrop = action({
  route: 'edit.drop',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId }, [id], { openEdit }, words) {
    const { stored } = await openEdit({ guildId, id });
    return replyWith(
      questionCard(words.say('edit.drop-sure', { dossier: stored.slug }), [
        { label: words.say('edit.drop-yes'), route: encodeRoute('edit.drop-now', id), style: 'danger' },
        { label: words.say('edit.back'), route: encodeRoute('edit.open', id) },
      ]),
    );
  },
});

/** Discards it. */
const drop = action({
  route: 'edit.drop-now',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run(call, [dossierId], services, words) {
    const state = await services.dropEdit({ ...actingIn(call), dossierId });
    return editorReply(state, words, words.say('edit.dropped'));
  },
});

/** Goes on with changes that were overtaken. */
const keepOnTop = action({
  route: 'edit.keep',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run(call, [dossierId], services, words) {
    const state = await services.keepEditOnTop({ ...actingIn(call), dossierId });
    return editorReply(state, words, words.say('edit.kept'));
  },
});

/** Withdraws the dossier. */
const archive = action({
  route: 'edit.archive',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run(call, [dossierId], services, words) {
    const { slug } = await services.archiveByHand({ ...actingIn(call), dossierId });
    return replyWith(sentenceCard(words.say('edit.archived', { dossier: slug })));
  },
});

/** Hands out the dossier as it is on the desk, as a file. */
const saveAsFile = action({
  route: 'edit.export',
  args: z.tuple([DossierId]),
  access,
  answers: 'reply',

  async run(call, [id], services, words) {
    const { stored } = await services.openEdit({ guildId: call.guildId, id });
    return exported(call, stored.slug, { services, words });
  },
});

/** Everything that brings an edit to an end. */
export const finishingEdits = [
  saveAsFile,
  check,
  publish,
  publishAllTheSame,
  undo,
  askToDrop,
  drop,
  keepOnTop,
  archive,
];
