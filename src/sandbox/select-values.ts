import { ComponentType } from 'discord-api-types/v10';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';

/** The fields whose choices the bot has written. */
const withOptions: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
]);

/** What is chosen in a select before anyone touches it. */
export function defaultValues(select: JsonObject): readonly string[] {
  const options = objectsOf(select.options).filter((option) => option.default === true);
  return [
    ...options.map(({ value }) => String(value)),
    ...objectsOf(select.default_values).flatMap(({ id }) => textOf(id) ?? []),
  ];
}

/** The sentence by which Discord's client would refuse these values in a select, if it would. */
export function selectObjection(select: JsonObject, values: readonly string[]): string | undefined {
  const offered = objectsOf(select.options).map(({ value }) => value);
  const isOffered = (value: string) => !withOptions.has(select.type) || offered.includes(value);
  if (!values.every(isOffered)) return 'This option is not offered';
  if (values.length > numberOf(select.max_values, 1)) return 'Too many options';
  return values.length < numberOf(select.min_values, 1) ? 'Too few options' : undefined;
}

/** Whether a channel select offers channels of this type; any when it names none. */
export function offersChannelType(select: JsonObject, type: number): boolean {
  const wanted: unknown = select.channel_types;
  return !Array.isArray(wanted) || wanted.length === 0 || wanted.includes(type);
}
