import type { Messages } from '../ports/message.ts';
import type { Services } from '../services/services.ts';

/** What sending needs. */
export type SendingDeps = { readonly services: Services; readonly messages: Messages };

/** What became of an item: sent, or to be tried again at once for a reason that is no failure. */
export type Sent = 'done' | 'too-early';
