import { onTestFinished } from 'vitest';
import { openLog } from '../../../src/adapters/log.ts';
import { randomId } from '../../../src/adapters/random-id.ts';
import { openSqlite } from '../../../src/adapters/store/sqlite.ts';
import { askModal, sentenceCard } from '../../../src/cards/plain-cards.ts';
import type { AnyCommand, Call } from '../../../src/command.ts';
import { permissionBits } from '../../../src/core/access.ts';
import { defaultGuildSettings } from '../../../src/core/guild-settings.ts';
import { GuildId, RoleId, UserId } from '../../../src/core/ids.ts';
import { createDispatch, type DispatchDeps } from '../../../src/dispatch/dispatch.ts';
import type { Incoming, Responder } from '../../../src/incoming.ts';
import { noIndexFiles } from '../../../src/ports/index-files.ts';
import type { Card } from '../../../src/ports/message.ts';
import type { ServiceDeps } from '../../../src/services/deps.ts';
import { bindServices } from '../../../src/services/services.ts';
import { words } from '../../../src/words/words.ts';
import { exampleCall } from '../../fakes/example-call.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

export const guildId = GuildId.parse('1290000000000000100');
export const otherGuildId = GuildId.parse('1290000000000000200');
export const wardens = RoleId.parse('1290000000000000102');
export const gardeners = RoleId.parse('1290000000000000103');
export const keepers = RoleId.parse('1290000000000000104');
const { manageMessages } = permissionBits;

export const done = sentenceCard('Done.');
export const waiting = sentenceCard('Something waits for you.');
export const asCard = { kind: 'card', card: done } as const;
export const asModal = { kind: 'modal', modal: askModal(words('en-US')) } as const;

type Outside = Pick<ServiceDeps, 'messages' | 'guilds'>;

/** No test here reaches for Discord, but to ask what the server's roles allow. */
const nothing = () => Promise.reject(new TypeError('nothing is sent here'));
const outside: Outside = {
  messages: { post: nothing, edit: nothing, remove: nothing, tell: nothing, look: nothing, findOwn: nothing },
  guilds: {
    describe: async () => ({
      name: 'A server',
      ownerId: UserId.parse('1290000000000000304'),
      locale: 'en-US',
      safetyAlertsChannel: null,
      publicUpdatesChannel: null,
      mentionableRoles: [],
      roles: [
        { id: guildId, permissions: 0n },
        { id: keepers, permissions: manageMessages },
      ],
    }),
    channel: nothing,
  },
};
const cache = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** A door with the given commands behind it, in a server whose wardens moderate. */
export async function arranged(deps: Pick<DispatchDeps, 'commands' | 'afterwards'>) {
  const clock = fakeClock();
  const lines: string[] = [];
  const log = openLog('debug', { write: (line) => void lines.push(line) });
  const database = await openSqlite({ file: ':memory:', clock, log });
  onTestFinished(() => database.close());
  await database.transaction(({ settings }) =>
    settings.write(guildId, { ...defaultGuildSettings, moderatorRoles: [wardens] }),
  );
  const services = bindServices({
    ...outside,
    database,
    cache,
    dayKeys: { keyOf: nothing },
    indexFiles: noIndexFiles,
    pictures: { draw: nothing },
    files: { read: nothing },
    web: {
      check: () => Promise.reject(new TypeError('no page is read here')),
      readPage: () => Promise.reject(new TypeError('no page is read here')),
    },
    analyzer: null,
    modelCosts: { prices: null, embeddingPrice: null, dollarsAMonth: null },
    embedder: null,
    clock,
    log,
    wakeOutbox: () => {},
    newId: randomId,
    pseudonym: (memberId) => memberId,
    installation: { version: '0', operatorContact: null, models: null, privacyPolicy: '' },
  });
  const dispatch = createDispatch({
    ...deps,
    services,
    cache,
    clock,
    log,
    newId: randomId,
    pseudonym: (memberId) => memberId,
    allowedGuilds: [],
  });
  return { clock, lines, handle: dispatch.handle };
}

export const commandOf = (parts: Partial<AnyCommand> & { readonly name: string }): AnyCommand => ({
  data: () => ({ name: parts.name, description: 'A command' }),
  where: 'anywhere',
  access: 'member',
  actions: [],
  run: async () => asCard,
  // The parts that a test names are those of a command of the same reach.
  ...(parts as object),
});

/** An interaction, and what the member is shown of its answer, in order. */
export function incoming(kind: Incoming['kind'], target: string, call: Call, refuses?: keyof Responder) {
  const shown: string[] = [];
  const show = async (way: keyof Responder, card?: Card) => {
    if (way === refuses) throw new Error('Discord refuses');
    shown.push(card === undefined ? way : `${way} ${textIn(card)}`);
  };
  const responder: Responder = {
    answer: (card) => show('answer', card),
    defer: () => show('defer'),
    complete: (card) => show('complete', card),
    followUp: (card) => show('followUp', card),
    openModal: () => show('openModal'),
    suggest: () => show('suggest'),
  };
  const pressed = kind === 'action' ? { ...call, isComponent: true } : call;
  const arrived: Incoming = { kind, target, call: pressed, responder };
  return { shown, arrived };
}

function textIn({ components }: Card): string {
  return components.map((component) => ('content' in component ? component.content : '')).join('\n');
}

export const member = UserId.parse('1290000000000000301');
export const memberWith = (permissions: bigint, roles: readonly RoleId[]) =>
  exampleCall({ member: { id: member, permissions, roles } });
