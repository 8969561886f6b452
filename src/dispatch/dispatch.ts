import { errorCard, faultCard } from '../cards/plain-cards.ts';
import type { Action, AnyCommand, Call, GuildCall, Reply } from '../command.ts';
import { type Access, reaches } from '../core/access.ts';
import { errorFacts } from '../core/error-facts.ts';
import { type ErrorCode, FootnoteError, isForOperators } from '../core/errors.ts';
import type { GuildId, InteractionId, UserId } from '../core/ids.ts';
import type { Incoming } from '../incoming.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { decodeRoute } from '../routes.ts';
import type { Services } from '../services/services.ts';
import { words } from '../words/words.ts';
import { type Answering, startAnswering } from './answering.ts';
import { type CoolDown, coolDownIn } from './cool-down.ts';

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
};

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
    await (reply.kind === 'modal' ? answering.openModal(reply.modal) : answering.give(reply.card));
  } catch (error) {
    await excuse(wired, incoming.call, answering, error);
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
  if (command !== undefined) return { answers: 'reply', run: () => runCommand(wired, command, call) };
  const code = kind === 'command' ? 'command.unknown' : 'button.expired';
  return { answers: 'reply', run: () => Promise.reject(new FootnoteError(code)) };
}

function runCommand(wired: Wired, command: AnyCommand, call: Call): Promise<Reply> {
  admit(wired, call, command.access);
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
  const forged = call.message !== null && call.isComponent && !call.message.customIds.includes(customId);
  if (prepared === null || forged) throw new FootnoteError('button.expired');
  admit(wired, call, action.access);
  const run = () => prepared.run(inGuild(call), wired.services, words(call.locale));
  return action.asks ? coolingDown(wired, call, run) : run();
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
    admit(wired, call, command.access);
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

function admit({ allowedGuilds }: Wired, call: Call, access: Access): void {
  if (call.guildId !== null && allowedGuilds.length > 0 && !allowedGuilds.includes(call.guildId))
    throw new FootnoteError('guild.not-allowed');
  if (!reaches(call.member.permissions, access)) throw new FootnoteError('access.denied', { access });
}

function inGuild(call: Call): GuildCall {
  const { guildId } = call;
  if (guildId === null) throw new FootnoteError('guild.required');
  return { ...call, guildId };
}

/** Another delivery answers, or Discord waits no longer. */
const needsNoAnswer: readonly ErrorCode[] = ['already-handled', 'interaction.gone'];

async function excuse(wired: Wired, call: Call, answering: Answering, error: unknown): Promise<void> {
  const { log, newId } = wired;
  const place = { guildId: call.guildId, interactionId: call.id };
  if (error instanceof FootnoteError && needsNoAnswer.includes(error.code)) {
    answering.leave();
    log.info({ ...place, code: error.code }, 'interaction needs no answer any more');
    return;
  }

  const reference = newId().slice(0, 6).toUpperCase();
  const expected = error instanceof FootnoteError && !isForOperators(error.code);
  if (!expected || error.code.startsWith('store.'))
    log.error({ ...place, reference, error: errorFacts(error) }, 'interaction failed');
  else log.info({ ...place, code: error.code }, 'member was told what to do');
  const speech = words(call.locale);
  try {
    await answering.apologise(expected ? errorCard(error, speech) : faultCard(reference, speech));
  } catch (second) {
    log.warn(
      { ...place, reference, error: errorFacts(second) },
      'the failure could not be told to the member',
    );
  }
}
