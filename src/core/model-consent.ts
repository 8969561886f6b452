import { z } from 'zod';

/** That a server's admins let its texts be sent to a model, and to whom. It holds for nobody else. */
export const ModelConsent = z.object({
  /** Who ran the model, as the admins read it: `OpenAI`, or a host. Null where that was not written down. */
  provider: z.string().nullable(),
});
export type ModelConsent = z.infer<typeof ModelConsent>;

/** How a consent stands to who runs the model now: it is for them, for another, for somebody who was not written down, or there is none. */
export type ConsentState = 'given' | 'other' | 'unrecorded' | 'none';

/** How a server's consent stands to a provider. Only a consent that is `given` lets anything be sent. */
export function consentTo(provider: string, consent: ModelConsent | null): ConsentState {
  if (consent === null) return 'none';
  if (consent.provider === null) return 'unrecorded';
  return consent.provider === provider ? 'given' : 'other';
}
