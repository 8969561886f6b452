import { userObject } from '../api-objects.ts';
import type { World } from '../world.ts';
import { refusals } from './errors.ts';
import { botRoute, ok, type Route, tokenRoute } from './route.ts';

/** Who the bot is and where its Gateway is. */
export function identityRoutes(world: World, gatewayUrl: () => string): readonly Route[] {
  const application = () => ok(applicationObject(world));
  return [
    tokenRoute('GET', '/gateway', () => ok({ url: gatewayUrl() })),
    botRoute('GET', '/gateway/bot', () =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
      }),
    ),
    botRoute('GET', '/users/@me', () =>
      ok({ ...userObject(world.bot), mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
    ),
    botRoute('GET', '/users/:user', ({ param }) => {
      const person = world.person(param('user'));
      if (person === undefined) throw refusals.unknownUser();
      return ok(userObject(person));
    }),
    botRoute('GET', '/applications/@me', application),
    botRoute('GET', '/oauth2/applications/@me', application),
  ];
}

/** Set on applications that may read message content while they are in fewer than a hundred servers. */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

function applicationObject(world: World) {
  const flags = world.messageContent ? MESSAGE_CONTENT_LIMITED : 0;
  const owner = [...world.guilds.values()][0]?.ownerId;
  return {
    id: world.applicationId,
    name: world.applicationName,
    icon: null,
    description: 'The bot under test on a loopback Discord.',
    type: null,
    flags,
    flags_new: String(flags),
    bot: userObject(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    integration_types_config: { '0': {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userObject(world.person(owner ?? '') ?? world.bot),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
