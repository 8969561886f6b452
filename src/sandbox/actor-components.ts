import { type APIInteractionDataResolved, type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Actor, Stage } from './acts.ts';
import { refusedAnswer } from './answer.ts';
import { componentsIn } from './components-in.ts';
import { payloads } from './interaction-payloads.ts';
import { type JsonObject, textOf } from './json.ts';
import { submission } from './modal-fields.ts';
import { pickedInSelect, resolvedData } from './resolved-data.ts';
import { offersChannelType, selectObjection } from './select-values.ts';

const buttons: ReadonlySet<unknown> = new Set([ComponentType.Button]);
const selects: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

const failed = () => refusedAnswer('This interaction failed');

/** Buttons, select menus and modals. */
export function componentActs(
  stage: Stage,
): Pick<Actor, 'press' | 'pressForged' | 'pick' | 'submit' | 'submitForged'> {
  const { world, place, answer, seen } = stage;
  const pressAt = (message: APIMessage, customId: string) => {
    const channelId = message.channel_id;
    const payload = payloads.button(world, { ...place, channelId }, message, customId);
    return answer({ channelId, sourceId: message.id, payload });
  };

  return {
    async press(message, button) {
      const found = named(message, button, 'label', buttons);
      const now = seen(message.id);
      return now !== undefined && holdsComponent(now, found.custom_id)
        ? pressAt(now, textOf(found.custom_id) ?? '')
        : failed();
    },
    pressForged: (message, customId) => pressAt(seen(message.id) ?? message, customId),
    submitForged(message, customId) {
      const channelId = message?.channel_id ?? place.channelId;
      const data = { custom_id: customId, components: [] };
      const payload = payloads.modal(world, { ...place, channelId }, message, data);
      return answer({ channelId, sourceId: message?.id ?? null, payload });
    },
    async pick(message, select, ...values) {
      const found = named(message, select, 'placeholder', selects);
      const now = seen(message.id);
      const resolved = resolvedData(world, place, pickedInSelect(found.type, values));
      const isThere = now !== undefined && holdsComponent(now, found.custom_id);
      if (!isThere || resolved === undefined || !accepts(found, values, resolved)) return failed();
      const channelId = now.channel_id;
      const chosen = { customId: textOf(found.custom_id) ?? '', type: found.type, values, resolved };
      const payload = payloads.select(world, { ...place, channelId }, now, chosen);
      return answer({ channelId, sourceId: now.id, payload });
    },
    submit: (opened, fields) =>
      submit(stage, typeof opened === 'string' ? opened : opened.interactionId, fields),
  };
}

async function submit(
  { world, interactions, place, answer, seen }: Stage,
  interactionId: string,
  fields: Parameters<typeof submission>[1],
) {
  const by = interactions.byId(interactionId);
  if (by === undefined || by.modal === null || by.userId !== place.userId) {
    return refusedAnswer('Something went wrong. Try again.');
  }
  const data = submission(by.modal, fields, (picked) => resolvedData(world, place, picked));
  if (typeof data === 'string') return refusedAnswer(data);
  const { channelId } = by;
  const source = by.sourceId === null ? undefined : seen(by.sourceId);
  const payload = payloads.modal(world, { ...place, channelId }, source ?? null, data);
  return answer({ channelId, sourceId: source?.id ?? null, payload });
}

/** The component of a message that a person means by its custom_id or by the words on it. */
function named(
  message: APIMessage,
  name: string,
  words: 'label' | 'placeholder',
  types: ReadonlySet<unknown>,
): JsonObject {
  const all = componentsIn(message.components).map(({ component }) => component);
  const found = all.find(
    (component) => types.has(component.type) && [component.custom_id, component[words]].includes(name),
  );
  if (found === undefined) throw new RangeError(`the message has no "${name}"`);
  if (found.disabled === true) throw new RangeError(`"${name}" is disabled`);
  if (textOf(found.custom_id) === undefined) throw new RangeError(`"${name}" is a link`);
  return found;
}

function holdsComponent(message: APIMessage, customId: unknown): boolean {
  return componentsIn(message.components).some(
    ({ component }) => component.custom_id === customId && component.disabled !== true,
  );
}

function accepts(
  select: JsonObject,
  values: readonly string[],
  { channels = {} }: APIInteractionDataResolved,
): boolean {
  return (
    selectObjection(select, values) === undefined &&
    Object.values(channels).every(({ type }) => offersChannelType(select, type))
  );
}
