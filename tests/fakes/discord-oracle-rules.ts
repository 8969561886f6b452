import { MessageFlags } from 'discord-api-types/v10';
import { commandComplaints, commandListComplaints } from '../../src/sandbox/command-rules.ts';
import type { Complaint } from '../../src/sandbox/complaints.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from '../../src/sandbox/json.ts';
import { isEmptyMessage, messageComplaints } from '../../src/sandbox/message-rules.ts';
import { choiceComplaints, modalComplaints } from '../../src/sandbox/modal-rules.ts';
import type { RecordedRequest } from '../../src/sandbox/recorder.ts';

const V2 = MessageFlags.IsComponentsV2;

/** The flags that no edit changes. */
const FIXED = V2 | MessageFlags.Ephemeral;

const channelMessages = '/channels/:channel/messages';

/** What the schemas let pass and Discord, or this project, does not. */
export function ruleComplaints(request: RecordedRequest): readonly string[] {
  const { method, route, body } = request;
  const json = objectOf(body);
  switch (`${method} ${route}`) {
    case 'POST /interactions/:interaction/:token/callback':
      return callbackRules(request, Number(json.type), objectOf(json.data));
    case 'POST /webhooks/:application/:token':
    case `POST ${channelMessages}`:
      return messageRules(request, json, 'new');
    case 'PATCH /webhooks/:application/:token/messages/:message':
    case 'PATCH /channels/:channel/messages/:message':
      return messageRules(request, json, 'edit');
    case 'PUT /applications/:application/commands':
    case 'PUT /applications/:application/guilds/:guild/commands':
      return inWords(commandListComplaints(objectsOf(body)));
    case 'POST /applications/:application/commands':
    case 'POST /applications/:application/guilds/:guild/commands':
      return inWords(commandComplaints(json));
    default:
      return [];
  }
}

function callbackRules(request: RecordedRequest, type: number, data: JsonObject): readonly string[] {
  if (type === 4) return messageRules(request, data, 'new');
  if (type === 5) return deferralRules(data);
  if (type === 7) return messageRules(request, data, 'edit');
  if (type === 8) return inWords(choiceComplaints(data));
  return type === 9 ? inWords(modalComplaints(data)) : [];
}

/** A deferral only says whether the answer will be ephemeral. */
function deferralRules(data: JsonObject): readonly string[] {
  const extra = Object.keys(data).filter((field) => field !== 'flags');
  const flags = numberOf(data.flags, 0);
  return [
    ...extra.map((field) => `${field}: a deferral has none`),
    ...((flags & ~(MessageFlags.Ephemeral | V2)) === 0
      ? []
      : ['flags: a deferral sets no other flag than ephemeral']),
  ];
}

function messageRules(request: RecordedRequest, body: JsonObject, kind: 'new' | 'edit'): readonly string[] {
  const fileNames = fileNamesOf(request, body);
  const flags = numberOf(body.flags, 0);
  // What the message was before is not recorded, but these two flags never change and the answer shows them.
  const kept = numberOf(objectOf(request.response).flags, FIXED) & FIXED;
  const context = kind === 'new' ? { fileNames } : { fileNames, edits: { flags: kept } };
  return [
    ...inWords(messageComplaints(body, context)),
    ...(kind === 'new' && isEmptyMessage(body, fileNames) ? ['body: an empty message'] : []),
    ...((flags & V2) === 0 ? ['flags: the Components V2 flag is missing'] : []),
    ...(silences(body.allowed_mentions, request)
      ? []
      : ['allowed_mentions: notifies somebody besides the one role that may be named']),
  ];
}

/** Whether nobody is notified but, by a new message of the bot's own in a channel, one role that is named. */
function silences(mentions: unknown, { method, route }: RecordedRequest): boolean {
  const { parse, roles = [], replied_user = false, ...rest } = objectOf(mentions);
  const isPost = method === 'POST' && route === channelMessages;
  return (
    JSON.stringify(parse) === '[]' &&
    Array.isArray(roles) &&
    roles.length <= (isPost ? 1 : 0) &&
    replied_user === false &&
    Object.keys(rest).length === 0
  );
}

/** Names of the files a message has after the request: uploaded with it, or kept as its answer shows. */
function fileNamesOf({ files, response }: RecordedRequest, body: JsonObject): readonly string[] {
  const told = objectsOf(body.attachments).flatMap(({ filename }) => textOf(filename) ?? []);
  const shown = objectsOf(objectOf(response).attachments).flatMap(({ filename }) => textOf(filename) ?? []);
  return [...files.map(({ name }) => name), ...(files.length === 0 ? [] : told), ...shown];
}

function inWords(complaints: readonly Complaint[]): readonly string[] {
  return complaints.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
}
