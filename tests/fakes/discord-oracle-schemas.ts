import * as spec from 'discord-api-spec/zod';
import { type JsonObject, objectOf } from '../../src/sandbox/json.ts';
import type { RecordedRequest } from '../../src/sandbox/recorder.ts';

/** Says what is wrong with a value; nothing when it is right. */
export type Check = (value: unknown) => readonly string[];

/** How one route's bodies are checked. */
export type RouteSchemas = {
  /** Absent: the request has no body. */
  readonly request?: Check;
  /** The body of a success; absent: it has none (204). */
  readonly response?: Check;
};

type Schema = typeof spec.ErrorResponseSchema;

const by =
  (schema: Schema): Check =>
  (value) => {
    const result = schema.safeParse(value);
    if (result.success) return [];
    return result.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`,
    );
  };
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return ['body: not a list'];
    return value.flatMap((one: unknown, index) => check(one).map((wrong) => `${index}.${wrong}`));
  };
const choose =
  (pick: (value: JsonObject) => Check): Check =>
  (value) =>
    pick(objectOf(value))(value);

/** Discord takes the bit field as a text too (and gives it back as one); its OpenAPI description says number. */
const command =
  (schema: Schema): Check =>
  (value) => {
    const body = objectOf(value);
    const bits = body.default_member_permissions;
    const isText = typeof bits === 'string' && /^\d+$/.test(bits);
    return by(schema)(isText ? { ...body, default_member_permissions: Number(bits) } : value);
  };

/** Discord's own examples refer to `files[0]` by the number 0; its OpenAPI description says text. */
const withFiles =
  (check: Check): Check =>
  (value) => {
    const { attachments } = objectOf(value);
    if (!Array.isArray(attachments)) return check(value);
    const named = attachments.map((one: unknown) => {
      const { id } = objectOf(one);
      return typeof id === 'number' ? { ...objectOf(one), id: String(id) } : one;
    });
    return check({ ...objectOf(value), attachments: named });
  };
const withFilesInData =
  (schema: Schema): Check =>
  (value) => {
    const { data } = objectOf(value);
    if (data === undefined) return by(schema)(value);
    return withFiles((named) => by(schema)({ ...objectOf(value), data: named }))(data);
  };

const callback = choose(({ type }) => {
  if (type === 4 || type === 5) return withFilesInData(spec.CreateMessageInteractionCallbackRequestSchema);
  if (type === 6 || type === 7) return withFilesInData(spec.UpdateMessageInteractionCallbackRequestSchema);
  if (type === 8) return by(spec.ApplicationCommandAutocompleteCallbackRequestSchema);
  return by(spec.ModalInteractionCallbackRequestSchema);
});
const channel = choose(({ type }) => {
  if (type === 1) return by(spec.PrivateChannelResponseSchema);
  return by(type === 11 || type === 12 ? spec.ThreadResponseSchema : spec.GuildChannelResponseSchema);
});

/** Discord answers with type 1 for a forward; its OpenAPI description knows only 0 there. */
const message: Check = (value) => {
  const { message_reference: reference } = objectOf(value);
  const isForward = objectOf(reference).type === 1;
  const known = { ...objectOf(value), message_reference: { ...objectOf(reference), type: 0 } };
  return by(spec.MessageResponseSchema)(isForward ? known : value);
};
const registered = by(spec.ApplicationCommandResponseSchema);
const application = { response: by(spec.PrivateApplicationResponseSchema) };
const followUp = {
  request: withFiles(by(spec.IncomingWebhookUpdateRequestPartialSchema)),
  response: message,
};

const commands: Readonly<Record<string, RouteSchemas>> = Object.fromEntries(
  ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path) => [
      [`GET ${path}`, { response: listOf(registered) }],
      [
        `PUT ${path}`,
        {
          request: listOf(command(spec.ApplicationCommandUpdateRequestSchema)),
          response: listOf(registered),
        },
      ],
      [
        `POST ${path}`,
        { request: command(spec.ApplicationCommandCreateRequestSchema), response: registered },
      ],
      [`GET ${path}/:command`, { response: registered }],
      [
        `PATCH ${path}/:command`,
        { request: command(spec.ApplicationCommandPatchRequestPartialSchema), response: registered },
      ],
      [`DELETE ${path}/:command`, {}],
    ],
  ),
);

const routes: Readonly<Record<string, RouteSchemas>> = {
  ...commands,
  'GET /gateway': { response: by(spec.GatewayResponseSchema) },
  'GET /gateway/bot': { response: by(spec.GatewayBotResponseSchema) },
  'GET /users/@me': { response: by(spec.UserPIIResponseSchema) },
  'GET /users/:user': { response: by(spec.UserResponseSchema) },
  'GET /users/@me/guilds': { response: listOf(by(spec.MyGuildResponseSchema)) },
  'DELETE /users/@me/guilds/:guild': {},
  'POST /users/@me/channels': { request: by(spec.CreatePrivateChannelRequestSchema), response: channel },
  'GET /applications/@me': application,
  'GET /oauth2/applications/@me': application,
  'POST /interactions/:interaction/:token/callback': {
    request: callback,
    response: by(spec.InteractionCallbackResponseSchema),
  },
  'POST /webhooks/:application/:token': {
    request: withFiles(by(spec.IncomingWebhookRequestPartialSchema)),
    response: message,
  },
  'GET /webhooks/:application/:token/messages/:message': { response: message },
  'PATCH /webhooks/:application/:token/messages/:message': followUp,
  'DELETE /webhooks/:application/:token/messages/:message': {},
  'GET /channels/:channel': { response: channel },
  'PATCH /channels/:channel': { request: by(spec.UpdateGuildChannelRequestPartialSchema), response: channel },
  'DELETE /channels/:channel': { response: channel },
  'POST /channels/:channel/threads': {
    request: by(spec.CreateTextThreadWithoutMessageRequestSchema),
    response: by(spec.CreatedThreadResponseSchema),
  },
  'POST /channels/:channel/messages/:message/threads': {
    request: by(spec.CreateTextThreadWithMessageRequestSchema),
    response: by(spec.CreatedThreadResponseSchema),
  },
  'PUT /channels/:channel/thread-members/@me': {},
  'POST /channels/:channel/typing': {},
  'GET /channels/:channel/messages': { response: listOf(message) },
  'POST /channels/:channel/messages': {
    request: withFiles(by(spec.MessageCreateRequestSchema)),
    response: message,
  },
  'GET /channels/:channel/messages/:message': { response: message },
  'PATCH /channels/:channel/messages/:message': {
    request: withFiles(by(spec.MessageEditRequestPartialSchema)),
    response: message,
  },
  'DELETE /channels/:channel/messages/:message': {},
  'GET /guilds/:guild': { response: by(spec.GuildWithCountsResponseSchema) },
  'GET /guilds/:guild/channels': { response: listOf(channel) },
  'GET /guilds/:guild/threads/active': { response: by(spec.ThreadsResponseSchema) },
  'GET /guilds/:guild/roles': { response: listOf(by(spec.GuildRoleResponseSchema)) },
  'GET /guilds/:guild/members/:user': { response: by(spec.GuildMemberResponseSchema) },
};

/** What Discord's OpenAPI description has against a request and its answer. */
export function schemaComplaints({
  method,
  route,
  body,
  status,
  response,
}: RecordedRequest): readonly string[] {
  const schemas = routes[`${method} ${route}`];
  if (schemas === undefined) return [`there is no schema for this route`];
  const asked = schemas.request === undefined ? noBody(body, 'request') : schemas.request(body);
  return [...asked, ...answerComplaints(schemas, status, response).map((wrong) => `answer ${wrong}`)];
}

function answerComplaints(schemas: RouteSchemas, status: number, response: unknown): readonly string[] {
  if (status === 429) return by(spec.RatelimitedResponseSchema)(response);
  if (status >= 400) return by(spec.ErrorResponseSchema)(withNumericCodes(response));
  if (status === 204) return noBody(response, 'answer');
  return schemas.response === undefined ? ['body: must have none'] : schemas.response(response);
}

/** Inside `errors` Discord's codes are words (`BASE_TYPE_REQUIRED`); its OpenAPI description says numbers. */
function withNumericCodes(response: unknown): unknown {
  const { errors } = objectOf(response);
  if (errors === undefined) return response;
  const text = JSON.stringify(errors).replaceAll(/"code":"[A-Z0-9_]+"/g, '"code":0');
  return { ...objectOf(response), errors: JSON.parse(text) };
}

function noBody(value: unknown, whose: string): readonly string[] {
  return value === undefined || value === null ? [] : [`${whose} body: must have none`];
}
