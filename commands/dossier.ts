import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { addDossierModal } from '../src/cards/add-dossier-form.ts';
import { dossierListCard } from '../src/cards/dossier-list-card.ts';
import { historyCard } from '../src/cards/history-card.ts';
import { questionCard, sentenceCard } from '../src/cards/plain-cards.ts';
import { type Command, type GuildCall, type Reply, replyWith } from '../src/command.ts';
import { DossierSlug } from '../src/core/claim.ts';
import { FootnoteError } from '../src/core/errors.ts';
import { encodeRoute } from '../src/routes.ts';
import type { Services } from '../src/services/services.ts';
import type { WordKey, Words } from '../src/words/words.ts';
import { addingDossiers, proposeFor } from './actions/add-dossier.ts';
import { addingSources } from './actions/add-source.ts';
import { findingDossiers } from './actions/dossier-history.ts';
import { finishingEdits, publishing } from './actions/finish-edit.ts';
import { openingEditor } from './actions/open-editor.ts';
import { writingEdits } from './actions/write-edit.ts';
import { ownDossierChoices } from './parts/choices.ts';
import { describe, dossierOption, guildOnly } from './parts/definition.ts';
import { addUpload, exported, takeIn } from './parts/dossier-files.ts';
import { draftOf } from './parts/draft-of-message.ts';
import { editorReply } from './parts/edit-reply.ts';

/** `/dossier`: everything moderators do with the dossiers of their server. */
export const dossier: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('dossier'), 'command.dossier'))
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
      .addSubcommand((add) =>
        describe(add.setName('add'), 'command.dossier.add')
          .addAttachmentOption((file) => describe(file.setName('file'), 'command.dossier.add.file'))
          .addStringOption((name) =>
            describe(name.setName('name'), 'command.dossier.add.name').setMaxLength(48),
          )
          .addStringOption((link) =>
            describe(link.setName('link'), 'command.dossier.add.link').setMaxLength(200),
          ),
      )
      .addSubcommand((edit) =>
        describe(edit.setName('edit'), 'command.dossier.edit').addStringOption(which()),
      )
      .addSubcommand((analyze) =>
        describe(analyze.setName('analyze'), 'command.dossier.analyze').addStringOption(which()),
      )
      .addSubcommand((publish) =>
        describe(publish.setName('publish'), 'command.dossier.publish').addStringOption(which()),
      )
      .addSubcommand((archive) =>
        describe(archive.setName('archive'), 'command.dossier.archive').addStringOption(which()),
      )
      .addSubcommand((history) =>
        describe(history.setName('history'), 'command.dossier.history').addStringOption(which()),
      )
      .addSubcommand((save) =>
        describe(save.setName('export'), 'command.dossier.export').addStringOption(which()),
      )
      .addSubcommand((take) =>
        describe(take.setName('import'), 'command.dossier.import').addAttachmentOption((file) =>
          describe(file.setName('file'), 'command.dossier.import.file').setRequired(true),
        ),
      )
      .addSubcommand((pin) =>
        describe(pin.setName('pin'), 'command.dossier.pin').addStringOption(
          dossierOption('command.dossier.pin.which'),
        ),
      )
      .addSubcommand((list) => describe(list.setName('list'), 'command.dossier.list'))
      .toJSON(),
  where: 'guild',
  access: 'moderator',
  answers: ({ command, options }) =>
    command === 'dossier add' && options.attachment('file') === null && options.string('link') === null
      ? 'modal'
      : 'reply',
  actions: [
    ...addingDossiers,
    ...findingDossiers,
    ...openingEditor,
    ...writingEdits,
    ...addingSources,
    ...finishingEdits,
  ],

  run(call, services, words) {
    const [, name = ''] = call.command.split(' ');
    const run = subcommands.get(name);
    if (run === undefined) throw new FootnoteError('command.unknown');
    return run(call, services, words);
  },

  complete: (call, services) => ownDossierChoices(call, services),
};

function which(key: WordKey = 'command.dossier.which') {
  return (option: SlashCommandStringOption) => dossierOption(key)(option).setRequired(true);
}

type Run = (call: GuildCall, services: Services, words: Words) => Promise<Reply>;

const subcommands: ReadonlyMap<string, Run> = new Map<string, Run>([
  [
    'add',
    async (call, services, words) => {
      const name = call.options.string('name');
      const slug = name === null ? null : slugOf(name);
      const file = call.options.attachment('file');
      const link = call.options.string('link');
      if (file === null && link !== null) {
        const { guildId, member } = call;
        const from = { guildId, memberId: member.id, roles: member.roles, link };
        return draftOf(call, await services.messageByLink(from), slug, { services, words });
      }
      if (file === null) return { kind: 'modal', modal: addDossierModal(slug, words) };
      return addUpload(call, file, slug, { services, words });
    },
  ],
  [
    'edit',
    async (call, services, words) =>
      editorReply(await services.openEdit({ guildId: call.guildId, slug: named(call) }), words),
  ],
  [
    'analyze',
    async (call, services, words) => {
      const { stored } = await services.openEdit({ guildId: call.guildId, slug: named(call) });
      return proposeFor(call, stored.id, { services, words });
    },
  ],
  [
    'publish',
    async (call, services, words) => {
      const { stored, revision } = await services.openEdit({ guildId: call.guildId, slug: named(call) });
      return publishing(call, { dossierId: stored.id, revision }, services, words);
    },
  ],
  [
    'archive',
    async (call, services, words) => {
      const { stored } = await services.openEdit({ guildId: call.guildId, slug: named(call) });
      if (stored.status === 'archived') throw new FootnoteError('dossier.archived', { dossier: stored.slug });
      return replyWith(
        questionCard(words.say('edit.archive-sure', { dossier: stored.slug }), [
          {
            label: words.say('edit.archive-yes'),
            route: encodeRoute('edit.archive', stored.id),
            style: 'danger',
          },
          { label: words.say('edit.back'), route: encodeRoute('edit.open', stored.id) },
        ]),
      );
    },
  ],
  [
    'history',
    async (call, services, words) =>
      replyWith(
        historyCard(await services.dossierHistory({ guildId: call.guildId, slug: named(call) }), 1, words),
      ),
  ],
  ['export', (call, services, words) => exported(call, named(call), { services, words })],
  ['import', (call, services, words) => takeIn(call, call.options.attachment('file'), { services, words })],
  ['pin', pin],
  [
    'list',
    async ({ guildId }, services, words) =>
      replyWith(dossierListCard(await services.listForModerators({ guildId }), 1, words)),
  ],
]);

async function pin(call: GuildCall, services: Services, words: Words): Promise<Reply> {
  const name = call.options.string('dossier');
  const slug = name === null ? null : slugOf(name);
  const { id: interactionId, guildId, place } = call;
  await services.pinDossier({ interactionId, guildId, channelId: place.channelId, slug });
  const told = slug === null ? words.say('dossier.unpinned') : words.say('dossier.pinned', { dossier: slug });
  return replyWith(sentenceCard(told));
}

function named(call: GuildCall): DossierSlug {
  return slugOf(call.options.string('dossier') ?? '');
}

/** A dossier's name as it was typed, forgiving case and space around it. */
function slugOf(typed: string): DossierSlug {
  const { success, data } = DossierSlug.safeParse(typed.trim().toLowerCase());
  if (!success) throw new FootnoteError('dossier.slug-malformed');
  return data;
}
