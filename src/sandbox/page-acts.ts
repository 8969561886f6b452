import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Actor } from './acts.ts';
import type { Answer } from './answer.ts';
import type { Given, GivenFile } from './command-options.ts';
import { componentsIn } from './components-in.ts';
import type {
  PageAct,
  PageDeleting,
  PageEditing,
  PageFile,
  PageOutcome,
  PageTyping,
  PageWriting,
} from './page-api.ts';
import type { World } from './world.ts';

const who = { as: z.string(), channel: z.string(), locale: z.string() };
const file = z.object({ name: z.string().min(1), contentType: z.string(), base64: z.base64() });
const option = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean(), file]) });
const target = { messageId: z.string(), customId: z.string() };

/** What the page posts to `/sandbox/interactions`. */
export const pageAct = z.discriminatedUnion('kind', [
  z.object({ ...who, kind: z.literal('slash'), command: z.string(), options: z.array(option) }),
  z.object({ ...who, kind: z.literal('menu'), command: z.string(), messageId: z.string() }),
  z.object({ ...who, ...target, kind: z.literal('button') }),
  z.object({ ...who, ...target, kind: z.literal('select'), values: z.array(z.string()) }),
  z.object({
    ...who,
    kind: z.literal('modal'),
    interactionId: z.string(),
    fields: z.array(z.object({ customId: z.string(), values: z.array(z.string()) })),
  }),
]) satisfies z.ZodType<PageAct>;

/** What the page posts to `/sandbox/autocomplete`. */
export const pageTyping = z.object({
  ...who,
  command: z.string(),
  options: z.array(option),
  focused: z.string(),
}) satisfies z.ZodType<PageTyping>;

/** What the page posts to `/sandbox/messages`; Discord takes at most 2,000 characters. */
export const pageWriting = z.object({
  as: z.string(),
  channel: z.string(),
  content: z.string().trim().min(1).max(2_000),
}) satisfies z.ZodType<PageWriting>;

/** What the page sends to change a message. */
export const pageEditing = pageWriting.extend({ messageId: z.string() }) satisfies z.ZodType<PageEditing>;

/** What the page sends to delete a message. */
export const pageDeleting = pageEditing.omit({ content: true }) satisfies z.ZodType<PageDeleting>;

/** Options of the page as an actor takes them. */
export function givenOptions(options: PageTyping['options']): Given {
  return Object.fromEntries(
    options.map(({ name, value }) => [name, typeof value === 'object' ? givenFile(value) : value]),
  );
}

function givenFile({ name, contentType, base64 }: PageFile): GivenFile {
  const bytes = Buffer.from(base64, 'base64');
  return contentType === '' ? { name, bytes } : { name, bytes, contentType };
}

/** Carries out what a persona did on the page. */
export async function carryOut(world: World, actor: Actor, act: PageAct): Promise<PageOutcome> {
  switch (act.kind) {
    case 'slash':
      return outcomeOf(await actor.slash(act.command, givenOptions(act.options)));
    case 'menu':
      return outcomeOf(await actor.menu(act.command, act.messageId));
    case 'modal': {
      const fields = act.fields.map(({ customId, values }) => [customId, values] as const);
      const submitted = actor.submit(act.interactionId, Object.fromEntries(fields));
      // A field that the modal does not have is the page's mistake, not a reason to fail altogether.
      return outcomeOf(await submitted.catch(() => undefined));
    }
    default:
      return outcomeOf(await useComponent(world, actor, act));
  }
}

const gone = { outcome: 'failed', notice: 'This interaction failed' } as const;

async function useComponent(
  world: World,
  actor: Actor,
  act: Extract<PageAct, { kind: 'button' | 'select' }>,
): Promise<Answer | undefined> {
  const message = world.messages.get(act.messageId)?.message;
  const isThere = componentsIn(message?.components).some(
    ({ component }) =>
      (component.type === ComponentType.Button) === (act.kind === 'button') &&
      component.custom_id === act.customId &&
      component.disabled !== true,
  );
  if (message === undefined || !isThere) return undefined;
  return act.kind === 'button'
    ? actor.press(message, act.customId)
    : actor.pick(message, act.customId, ...act.values);
}

function outcomeOf(answer: Answer | undefined): PageOutcome {
  if (answer === undefined) return gone;
  const { kind, message, modal, interactionId, failure } = answer;
  if (kind === 'modal' && modal !== undefined) return { outcome: 'modal', interactionId, modal };
  if (kind === 'failed') return { outcome: 'failed', notice: failure ?? gone.notice };
  const isNew = kind === 'message' || (kind === 'deferred' && ((message?.flags ?? 0) & LOADING) !== 0);
  return isNew && message !== undefined
    ? { outcome: 'message', messageId: message.id }
    : { outcome: 'updated' };
}

const LOADING = 1 << 7;
