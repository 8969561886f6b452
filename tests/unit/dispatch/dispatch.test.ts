import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sentenceCard } from '../../../src/cards/plain-cards.ts';
import {
  type Action,
  type AnyCommand,
  action,
  actionAnywhere,
  type Call,
  type Reply,
} from '../../../src/command.ts';
import { FootnoteError } from '../../../src/core/errors.ts';
import { InteractionId } from '../../../src/core/ids.ts';
import type { Afterwards } from '../../../src/dispatch/dispatch.ts';
import { encodeRoute } from '../../../src/routes.ts';
import { exampleCall } from '../../fakes/example-call.ts';
import {
  arranged,
  asCard,
  asModal,
  commandOf,
  done,
  guildId,
  incoming,
  member,
  waiting,
} from './arranged-dispatch.ts';

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
