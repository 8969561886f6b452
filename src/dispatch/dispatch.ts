import { type Action, type AnyCommand, type Call, inGuild, type Reply } from '../command.ts';
import { errorFacts } from '../core/error-facts.ts';
import { FootnoteError } from '../core/errors.ts';
import type { GuildId, InteractionId, UserId } from '../core/ids.ts';
import type { Incoming } from '../incoming.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Card } from '../ports/message.ts';
import { decodeRoute } from '../routes.ts';
import type { Services } from '../services/services.ts';
import { words } from '../words/words.ts';
import { admit } from './admit.ts';
import { type Answering, startAnswering } from './answering.ts';
import { type CoolDown, coolDownIn } from './cool-down.ts';
import { excuse } from './excuse.ts';

/** What dispatching needs. */
export type DispatchDeps = {
  readonly commands: readonly AnyCommand[];
  readonly services: Services;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly pseudonym: (memberId: UserId) => string;
  /** The servers the bot works in; empty for any. */
  readonly allowedGuilds: readonly GuildId[];
  readonly afterwards?: Afterwards;
};

/** What else a member is shown once a command in a server has been answered with a card; `show` resolves when it was. */
export type Afterwards = (call: Call, show: (card: Card) => Promise<void>) => Promise<void>;

/** Takes interactions and sees that each gets one answer. */
export type Dispatch = {
  /** Never rejects: whatever goes wrong is told to the member, written to the log, or both. */
  handle(incoming: Incoming): Promise<void>;
  /** Takes nothing new and resolves when everything begun has been answered. */
  drain(): Promise<void>;
};

/** How many interactions are remembered against a second delivery on one connection. */
const rememberedInteractions = 5_000;

type Wired = Omit<DispatchDeps, 'commands' | 'cache'> & {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly coolDown: CoolDown;
};

/** Puts commands and their actions behind one door. */
export function createDispatch({ commands, cache, ...rest }: DispatchDeps): Dispatch {
  const wired: Wired = {
    ...rest,
    commands: new Map(commands.map((command) => [command.data().name, command])),
    actions: new Map(commands.flatMap(({ actions }) => actions.map((action) => [action.route, action]))),
    coolDown: coolDownIn(cache, rest.clock, rest.pseudonym),
  };
  const seen = new Set<InteractionId>();
  const running = new Set<Promise<void>>();
  let draining = false;

  return {
    async handle(incoming) {
      if (draining || seen.has(incoming.call.id)) return;
      seen.add(incoming.call.id);
      for (const oldest of seen) {
        if (seen.size <= rememberedInteractions) break;
        seen.delete(oldest);
      }
      const work = incoming.kind === 'typing' ? suggest(wired, incoming) : answer(wired, incoming);
      running.add(work);
      await work.finally(() => running.delete(work));
    },
    async drain() {
      draining = true;
      await Promise.all(running);
    },
  };
}

async function answer(wired: Wired, incoming: Incoming): Promise<void> {
  const work = workFor(wired, incoming);
  const answering = startAnswering(incoming.responder, work.answers, wired.clock);
  try {
    const reply = await work.run();
    if (reply.kind === 'modal') return await answering.openModal(reply.modal);
    if (reply.kind === 'work') await doWork(wired, incoming.call, answering, reply);
    else await answering.give(reply.card).finally(() => settle(wired, incoming.call, reply));
  } catch (error) {
    return excuse(wired, incoming.call, answering, error);
  }
  await followUp(wired, incoming);
}

/** Shows how far a piece of work is, then what came of it. A step that cannot be shown holds nothing up. */
async function doWork(
  { log }: Wired,
  { guildId }: Call,
  answering: Answering,
  { begun, run }: Extract<Reply, { kind: 'work' }>,
): Promise<void> {
  await answering.begin(begun);
  const done = await run(async (card) => {
    await answering.replace(card).catch((error: unknown) => {
      log.warn({ guildId, error: errorFacts(error) }, 'a step of some work was not shown');
    });
  });
  await answering.replace(done);
}

/** Does what follows an answer; whether it fails makes no difference to the member. */
async function settle(
  { log }: Wired,
  { guildId }: Call,
  { settled }: Extract<Reply, { kind: 'card' }>,
): Promise<void> {
  await settled?.().catch((error: unknown) => {
    log.error({ guildId, error: errorFacts(error) }, 'what follows an answer failed');
  });
}

/** Shows what waits for the member; what cannot be shown now is no failure of what was asked. */
async function followUp({ afterwards, log }: Wired, { kind, call, responder }: Incoming): Promise<void> {
  if (afterwards === undefined || kind !== 'command' || call.guildId === null) return;
  try {
    await afterwards(call, (card) => responder.followUp(card));
  } catch (error) {
    log.warn({ guildId: call.guildId, error: errorFacts(error) }, 'what waited for a member was not shown');
  }
}

type Work = { readonly answers: Action['answers']; run(): Promise<Reply> };

function workFor(wired: Wired, { call, kind, target }: Incoming): Work {
  if (kind === 'action') {
    const route = decodeRoute(target);
    const action = wired.actions.get(route?.name ?? '');
    if (route !== null && action !== undefined)
      return { answers: action.answers, run: () => runAction(wired, action, route.args, call, target) };
  }
  const command = kind === 'command' ? wired.commands.get(target) : undefined;
  if (command !== undefined)
    return { answers: answersOf(command, call), run: () => runCommand(wired, command, call) };
  const code = kind === 'command' ? 'command.unknown' : 'button.expired';
  return { answers: 'reply', run: () => Promise.reject(new FootnoteError(code)) };
}

function answersOf({ answers }: AnyCommand, call: Call): Action['answers'] {
  return typeof answers === 'function' ? answers(call) : (answers ?? 'reply');
}

async function runCommand(wired: Wired, command: AnyCommand, call: Call): Promise<Reply> {
  await admit(wired, call, command.access);
  const speech = words(call.locale);
  return coolingDown(wired, call, () =>
    command.where === 'guild'
      ? command.run(inGuild(call), wired.services, speech)
      : command.run(call, wired.services, speech),
  );
}

async function runAction(
  wired: Wired,
  action: Action,
  args: readonly string[],
  call: Call,
  customId: string,
): Promise<Reply> {
  const prepared = action.prepare(args);
  if (prepared === null || isForged(action, call, customId)) throw new FootnoteError('button.expired');
  await admit(wired, call, action.access);
  const run = () => prepared.run(call, wired.services, words(call.locale));
  return action.asks ? coolingDown(wired, call, run) : run();
}

/**
 * Whether only an altered client sends this: a button its message does not hold, or a form for what is no form. A form
 * is tied to no message, so that it could name any button of anybody.
 */
function isForged({ form }: Action, { isComponent, message }: Call, customId: string): boolean {
  if (isComponent === (form === true)) return true;
  return isComponent && message !== null && !message.customIds.includes(customId);
}

/** Runs what counts as asking; a failed attempt starts no cool-down. */
async function coolingDown(wired: Wired, call: Call, run: () => Promise<Reply>): Promise<Reply> {
  const takeBack = await wired.coolDown.admit(call.member.id);
  try {
    return await run();
  } catch (error) {
    await takeBack();
    throw error;
  }
}

async function suggest(wired: Wired, { call, target, responder }: Incoming): Promise<void> {
  const { services, log } = wired;
  try {
    const command = wired.commands.get(target);
    if (command?.complete === undefined) return await responder.suggest([]);
    await admit(wired, call, command.access);
    const speech = words(call.locale);
    const choices =
      command.where === 'guild'
        ? await command.complete(inGuild(call), services, speech)
        : await command.complete(call, services, speech);
    await responder.suggest(choices);
  } catch (error) {
    const facts = { guildId: call.guildId, error: errorFacts(error) };
    if (error instanceof FootnoteError) log.debug(facts, 'nothing to suggest');
    else log.warn(facts, 'suggestions failed');
    await responder.suggest([]).catch(() => {});
  }
}
