import type { Bind } from '../deps.ts';
import { countVectors, embedClaims } from './embed-claims.ts';

/** What there is to do about the meanings of claims. */
export function bindMeaningServices(bind: Bind) {
  return { countVectors: bind(countVectors), embedClaims: bind(embedClaims) };
}
