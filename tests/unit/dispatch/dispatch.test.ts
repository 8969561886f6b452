import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openLog } from '../../../src/adapters/log.ts';
import { randomId } from '../../../src/adapters/random-id.ts';
import { openSqlite } from '../../../src/adapters/store/sqlite.ts';
import { askModal, sentenceCard } from '../../../src/cards/plain-cards.ts';
import {
  type Action,
  type AnyCommand,
  action,
  actionAnywhere,
  type Call,
  type Reply,
} from '../../../src/command.ts';
import { type Access, permissionBits } from '../../../src/core/access.ts';
import { FootnoteError } from '../../../src/core/errors.ts';
import { defaultGuildSettings } from '../../../src/core/guild-settings.ts';
import { GuildId, InteractionId, RoleId, UserId } from '../../../src/core/ids.ts';
import { type Afterwards, createDispatch, type DispatchDeps } from '../../../src/dispatch/dispatch.ts';
import type { Incoming, Responder } from '../../../src/incoming.ts';
import { noIndexFiles } from '../../../src/ports/index-files.ts';
import type { Card } from '../../../src/ports/message.ts';
import { encodeRoute } from '../../../src/routes.ts';
import type { ServiceDeps } from '../../../src/services/deps.ts';
import { bindServices } from '../../../src/services/services.ts';
import { words } from '../../../src/words/words.ts';
import { exampleCall } from '../../fakes/example-call.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const guildId = GuildId.parse('1290000000000000100');
const otherGuildId = GuildId.parse('1290000000000000200');
const wardens = RoleId.parse('1290000000000000102');
const gardeners = RoleId.parse('1290000000000000103');
const keepers = RoleId.parse('1290000000000000104');
const { manageMessages, manageServer } = permissionBits;

const done = sentenceCard('Done.');
const waiting = sentenceCard('Something waits for you.');
const asCard = { kind: 'card', card: done } as const;
const asModal = { kind: 'modal', modal: askModal(words('en-US')) } as const;

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
async function arranged(deps: Pick<DispatchDeps, 'commands' | 'afterwards'>) {
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
    modelCosts: { prices: null, dollarsAMonth: null },
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

const commandOf = (parts: Partial<AnyCommand> & { readonly name: string }): AnyCommand => ({
  data: () => ({ name: parts.name, description: 'A command' }),
  where: 'anywhere',
  access: 'member',
  actions: [],
  run: async () => asCard,
  // The parts that a test names are those of a command of the same reach.
  ...(parts as object),
});

/** An interaction, and what the member is shown of its answer, in order. */
function incoming(kind: Incoming['kind'], target: string, call: Call, refuses?: keyof Responder) {
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

const member = UserId.parse('1290000000000000301');
const memberWith = (permissions: bigint, roles: readonly RoleId[]) =>
  exampleCall({ member: { id: member, permissions, roles } });

describe('who is let in', () => {
  it.each<{ access: Access; permissions: bigint; roles: readonly RoleId[]; isLetIn: boolean; why: string }>([
    { access: 'member', permissions: 0n, roles: [], isLetIn: true, why: 'everyone is a member' },
    { access: 'moderator', permissions: 0n, roles: [], isLetIn: false, why: 'they have no role' },
    { access: 'moderator', permissions: 0n, roles: [gardeners], isLetIn: false, why: 'it is another role' },
    { access: 'moderator', permissions: 0n, roles: [gardeners, wardens], isLetIn: true, why: 'of the role' },
    {
      access: 'moderator',
      permissions: manageMessages,
      roles: [keepers],
      isLetIn: true,
      why: 'of a permission',
    },
    {
      access: 'moderator',
      permissions: manageMessages,
      roles: [],
      isLetIn: false,
      why: 'it is of one channel',
    },
    { access: 'admin', permissions: 0n, roles: [wardens], isLetIn: false, why: 'no role makes an admin' },
    { access: 'admin', permissions: manageMessages, roles: [wardens], isLetIn: false, why: 'nor both' },
    { access: 'admin', permissions: manageServer, roles: [], isLetIn: true, why: 'of the permission' },
  ])('to what is for a $access: $isLetIn, because $why', async ({ access, permissions, roles, isLetIn }) => {
    const press = action({
      route: 'case.press',
      access,
      answers: 'reply',
      args: z.tuple([]),
      run: async () => asCard,
    });
    const complete = async () => [];
    const { handle, lines } = await arranged({
      commands: [commandOf({ name: 'act', access, actions: [press], complete })],
    });
    const call = memberWith(permissions, roles);
    const command = incoming('command', 'act', call);
    const button = incoming('action', encodeRoute('case.press'), { ...call, id: otherId(1) });
    const typing = incoming('typing', 'act', { ...call, id: otherId(2) });

    for (const { arrived } of [command, button, typing]) await handle(arrived);

    for (const { shown } of [command, button]) {
      expect(shown).toHaveLength(1);
      expect(shown[0] === 'answer Done.').toBe(isLetIn);
    }
    expect(typing.shown).toEqual(['suggest']);
    expect(lines.join('').includes('nothing to suggest')).toBe(!isLetIn);
  });

  it('by a role is decided for each server by itself', async () => {
    const { handle } = await arranged({ commands: [commandOf({ name: 'act', access: 'moderator' })] });
    const { arrived, shown } = incoming('command', 'act', {
      ...memberWith(0n, [wardens]),
      guildId: otherGuildId,
    });

    await handle(arrived);

    expect(shown).toEqual([expect.stringContaining('This needs the permission')]);
  });
});

describe('a command that opens a form', () => {
  const form = (run: AnyCommand['run']) => commandOf({ name: 'Flag post', answers: 'modal', run });

  it('opens it, however long that takes, since a form cannot follow a deferral', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { handle, clock } = await arranged({
      commands: [form(() => promise.then(() => asModal))],
    });
    const { arrived, shown } = incoming('command', 'Flag post', exampleCall());

    const handled = handle(arrived);
    clock.advance(2_900);
    resolve();
    await handled;

    expect(shown).toEqual(['openModal']);
  });

  it('may answer with a card instead', async () => {
    const { handle } = await arranged({ commands: [form(async () => asCard)] });
    const { arrived, shown } = incoming('command', 'Flag post', exampleCall());

    await handle(arrived);

    expect(shown).toEqual(['answer Done.']);
  });
});

describe('in direct messages', () => {
  const plan = { access: 'member', answers: 'reply', args: z.tuple([]), run: async () => asCard } as const;
  const actions: readonly Action[] = [
    action({ ...plan, route: 'case.press' }),
    actionAnywhere({ ...plan, route: 'report.receipt' }),
  ];

  it.each([
    { route: 'case.press', answer: expect.stringContaining('server'), why: 'of a server says so' },
    { route: 'report.receipt', answer: 'answer Done.', why: 'that works anywhere works' },
  ])('a button $why', async ({ route, answer }) => {
    const { handle } = await arranged({ commands: [commandOf({ name: 'act', actions })] });
    const { arrived, shown } = incoming('action', encodeRoute(route), exampleCall({ guildId: null }));

    await handle(arrived);

    expect(shown).toEqual([answer]);
  });
});

describe('what waits for a member', () => {
  const waits: Afterwards = (_call, show) => show(waiting);

  it('is shown after a command has been answered with a card', async () => {
    const { handle } = await arranged({ commands: [commandOf({ name: 'act' })], afterwards: waits });
    const { arrived, shown } = incoming('command', 'act', exampleCall());

    await handle(arrived);

    expect(shown).toEqual(['answer Done.', 'followUp Something waits for you.']);
  });

  it('is asked for with the call that was answered, and may be nothing', async () => {
    const calls: Call[] = [];
    const { handle } = await arranged({
      commands: [commandOf({ name: 'act' })],
      afterwards: async (call) => {
        calls.push(call);
      },
    });
    const { arrived, shown } = incoming('command', 'act', exampleCall());

    await handle(arrived);

    expect(shown).toEqual(['answer Done.']);
    expect(calls).toEqual([arrived.call]);
  });

  const press = action({
    route: 'case.press',
    access: 'member',
    answers: 'reply',
    args: z.tuple([]),
    run: async () => asCard,
  });

  it.each([
    { kind: 'command', target: 'form', guild: guildId, first: 'openModal', when: 'a form was opened' },
    {
      kind: 'command',
      target: 'none',
      guild: guildId,
      first: expect.stringContaining('answer'),
      when: 'the command failed',
    },
    { kind: 'command', target: 'act', guild: null, first: 'answer Done.', when: 'in direct messages' },
    {
      kind: 'action',
      target: encodeRoute('case.press'),
      guild: guildId,
      first: 'answer Done.',
      when: 'a button was pressed',
    },
    { kind: 'typing', target: 'act', guild: guildId, first: 'suggest', when: 'something is being typed' },
  ] as const)('is not shown when $when', async ({ kind, target, guild, first }) => {
    const { handle } = await arranged({
      commands: [
        commandOf({ name: 'act', actions: [press] }),
        commandOf({ name: 'form', answers: 'modal', run: async () => asModal }),
      ],
      afterwards: waits,
    });
    const { arrived, shown } = incoming(kind, target, exampleCall({ guildId: guild }));

    await handle(arrived);

    expect(shown).toEqual([first]);
  });

  it.each([
    { afterwards: () => Promise.reject(new Error('canary-4711')), why: 'it cannot be found out' },
    { afterwards: waits, why: 'Discord does not take it' },
  ])('is a line in the log and nothing to the member when $why', async ({ afterwards }) => {
    const { handle, lines } = await arranged({ commands: [commandOf({ name: 'act' })], afterwards });
    const { arrived, shown } = incoming('command', 'act', exampleCall(), 'followUp');

    await handle(arrived);

    expect(shown).toEqual(['answer Done.']);
    expect(lines.join('')).toContain('what waited for a member was not shown');
    expect(lines.join('')).not.toContain('canary-4711');
    expect(lines.join('')).not.toContain(member);
  });
});

function otherId(offset: number): Call['id'] {
  return InteractionId.parse(String(BigInt(exampleCall().id) + BigInt(offset)));
}

describe('work that takes long', () => {
  const working = (run: Extract<Reply, { kind: 'work' }>['run']) =>
    commandOf({
      name: 'work',
      run: async () => ({ kind: 'work' as const, begun: sentenceCard('Reading.'), run }),
    });

  it('is shown step by step, even when Discord refuses a step', async () => {
    const command = working(async (show) => {
      await show(sentenceCard('Checking.'));
      return done;
    });
    const { handle } = await arranged({ commands: [command] });
    const { shown, arrived } = incoming('command', 'work', exampleCall());
    const refused = incoming(
      'command',
      'work',
      { ...exampleCall(), id: InteractionId.parse('1290000000000000999') },
      'complete',
    );

    await handle(arrived);
    await handle(refused.arrived);

    expect(shown).toEqual(['answer Reading.', 'complete Checking.', 'complete Done.']);
    expect(refused.shown).toEqual(['answer Reading.']);
  });

  it('is followed by what waits for the member', async () => {
    const afterwards: Afterwards = (_call, show) => show(sentenceCard('Something waits for you.'));
    const { handle } = await arranged({ commands: [working(async () => done)], afterwards });
    const { shown, arrived } = incoming('command', 'work', exampleCall());

    await handle(arrived);

    expect(shown).toEqual(['answer Reading.', 'complete Done.', 'followUp Something waits for you.']);
  });

  it('that fails says so in place of its last step', async () => {
    const command = working(() => Promise.reject(new FootnoteError('work.stopped')));
    const { handle } = await arranged({ commands: [command] });
    const { shown, arrived } = incoming('command', 'work', exampleCall());

    await handle(arrived);

    expect(shown).toHaveLength(2);
    expect(shown[1]).toContain('Stopped.');
  });
});
