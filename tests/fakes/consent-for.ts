import type { ModelConsent } from '../../src/core/model-consent.ts';

/** Admins' consent to whoever runs this server of a model. */
export function consentFor({ url }: { readonly url: string }): ModelConsent {
  return { provider: new URL(url).host };
}
