import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Actor, Stage } from './acts.ts';
import { refusedAnswer } from './answer.ts';
import { componentsIn } from './components-in.ts';
import { payloads } from './interaction-payloads.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { submission } from './modal-fields.ts';

const failed = () => refusedAnswer('This interaction failed');

/** Buttons, select menus and modals. */
export function componentActs(stage: Stage): Pick<Actor, 'press' | 'pressForged' | 'pick' | 'submit'> {
  const { world, place, answer, seen } = stage;
  const pressAt = (message: APIMessage, customId: string) => {
    const channelId = message.channel_id;
    const payload = payloads.button(world, { ...place, channelId }, message, customId);
    return answer({ channelId, sourceId: message.id, payload });
  };

  return {
    async press(message, button) {
      const found = named(message, button, 'label', ComponentType.Button);
      const now = seen(message.id);
      return now !== undefined && holdsComponent(now, found.custom_id)
        ? pressAt(now, textOf(found.custom_id) ?? '')
        : failed();
    },
    pressForged: (message, customId) => pressAt(seen(message.id) ?? message, customId),
    async pick(message, select, ...values) {
      const found = named(message, select, 'placeholder', ComponentType.StringSelect);
      const now = seen(message.id);
      if (now === undefined || !holdsComponent(now, found.custom_id) || !accepts(found, values))
        return failed();
      const channelId = now.channel_id;
      const customId = textOf(found.custom_id) ?? '';
      const payload = payloads.select(world, { ...place, channelId }, now, customId, values);
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
  const data = submission(by.modal, fields);
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
  type: ComponentType,
): JsonObject {
  const all = componentsIn(message.components).map(({ component }) => component);
  const found = all.find(
    (component) => component.type === type && [component.custom_id, component[words]].includes(name),
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

function accepts(select: JsonObject, values: readonly string[]): boolean {
  const offered = objectsOf(select.options).map(({ value }) => value);
  const { length } = values;
  const fits = length >= numberOf(select.min_values, 1) && length <= numberOf(select.max_values, 1);
  return fits && values.every((value) => offered.includes(value));
}
