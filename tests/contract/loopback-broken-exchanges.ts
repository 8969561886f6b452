import type { Mutation } from './loopback-mutation.ts';

/** Requests and answers of Discord that do not belong together, or that no endpoint has. */
export const brokenExchanges: readonly Mutation[] = [
  { of: 'edit', why: 'the answer turns public into ephemeral', at: ['response', 'flags'], to: 'x' },
  { of: 'gateway', why: 'an answer without a limit', at: ['response', 'session_start_limit'], to: undefined },
  { of: 'gateway', why: 'a body on a GET', at: ['body'], to: {} },
  { of: 'gateway', why: 'a route Discord does not have', at: ['route'], to: '/gateways' },
  { of: 'reply', why: 'an answer without an interaction', at: ['response', 'interaction'], to: undefined },
  {
    of: 'reply',
    why: 'an answer with a message without time',
    at: ['response', 'resource', 'message', 'timestamp'],
    to: 'now',
  },
  { of: 'reply', why: 'a 204 with a body', at: ['status'], to: 204 },
  { of: 'reply', why: 'an error in another shape', at: ['status'], to: 400 },
  { of: 'reply', why: 'a rate limit without a time', at: ['status'], to: 429 },
];
