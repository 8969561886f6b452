import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { badLength, type Complaint, invalid, required } from './complaints.ts';
import { componentComplaints, duplicateComplaints, type MessageContext } from './component-rules.ts';
import { componentsIn } from './components-in.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { limits } from './message-limits.ts';

const V2 = MessageFlags.IsComponentsV2;

/** The flags a request may set on a new message. */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | V2;

/** Whether Discord would call the message empty: nothing in it that anyone could see. */
export function isEmptyMessage(body: JsonObject, fileNames: readonly string[]): boolean {
  const visible = [body.components, body.embeds, body.sticker_ids].some(
    (list) => Array.isArray(list) && list.length > 0,
  );
  return (
    (textOf(body.content) ?? '').trim() === '' && !visible && fileNames.length === 0 && body.poll == null
  );
}

/** Everything Discord would refuse in the body of a message; an empty list is a good message. */
export function messageComplaints(body: JsonObject, context: MessageContext): readonly Complaint[] {
  const flags = numberOf(body.flags, 0);
  const before = context.edits?.flags ?? 0;
  const isV2 = ((flags | before) & V2) !== 0;
  return [
    ...flagComplaints(body.flags, context),
    ...contentComplaints(body, isV2),
    ...(isV2 ? layoutComplaints(body, context) : rowComplaints(body)),
    ...treeComplaints(body, context),
  ];
}

function flagComplaints(value: unknown, { edits }: MessageContext): readonly Complaint[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'number') return [invalid(['flags'], 'Must be a number.')];
  const complaints: Complaint[] = [];
  if ((value & ~SETTABLE) !== 0) complaints.push(invalid(['flags'], 'These flags cannot be set.'));
  if (edits === undefined) return complaints;
  if ((edits.flags & V2) !== 0 && (value & V2) === 0) {
    complaints.push({
      path: ['flags'],
      code: 'MESSAGE_FLAGS_COMPONENTS_V2_IRREVERSIBLE',
      message: 'The flag IS_COMPONENTS_V2 cannot be removed.',
    });
  }
  if ((edits.flags & MessageFlags.Ephemeral) === 0 && (value & MessageFlags.Ephemeral) !== 0) {
    complaints.push(invalid(['flags'], 'Whether a message is ephemeral cannot be changed.'));
  }
  return complaints;
}

function contentComplaints(body: JsonObject, isV2: boolean): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const content = textOf(body.content) ?? '';
  if (content.length > limits.content) complaints.push(badLength(['content'], 0, limits.content));
  if (objectsOf(body.embeds).length > limits.embeds) complaints.push(badLength(['embeds'], 0, limits.embeds));
  if (!isV2) return complaints;
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((field) => {
    const value = body[field];
    return (
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
    );
  });
  return [
    ...complaints,
    ...legacy.map((field) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    })),
  ];
}

/** Top level of a message without the Components V2 flag: up to five action rows and nothing else. */
function rowComplaints(body: JsonObject): readonly Complaint[] {
  const top = objectsOf(body.components);
  const strange = top.flatMap((component, index) =>
    component.type === ComponentType.ActionRow
      ? []
      : [
          invalid(
            ['components', index, 'type'],
            `Value of field "type" must be one of (${ComponentType.ActionRow},).`,
          ),
        ],
  );
  return top.length > limits.rows ? [...strange, badLength(['components'], 0, limits.rows)] : strange;
}

/** The sums of a Components V2 message. */
function layoutComplaints(body: JsonObject, { edits }: MessageContext): readonly Complaint[] {
  const all = componentsIn(body.components);
  const letters = all.reduce((sum, { component }) => sum + textLength(component), 0);
  const complaints: Complaint[] = [];
  const turnsV2 = edits === undefined || (edits.flags & V2) === 0;
  if (all.length === 0 && (turnsV2 || Array.isArray(body.components)))
    complaints.push(required(['components']));
  if (all.length > limits.components)
    complaints.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The total number of components cannot exceed ${limits.components}.`,
    });
  if (letters > limits.textDisplays)
    complaints.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `The total displayable text cannot exceed ${limits.textDisplays} characters.`,
    });
  return complaints;
}

function textLength(component: JsonObject): number {
  return component.type === ComponentType.TextDisplay ? (textOf(component.content) ?? '').length : 0;
}

/** The rules of each single component, and that no custom_id or id is used twice. */
function treeComplaints(body: JsonObject, context: MessageContext): readonly Complaint[] {
  const all = componentsIn(body.components);
  return [...all.flatMap((placed) => componentComplaints(placed, context)), ...duplicateComplaints(all)];
}
