import type { Bind } from '../deps.ts';
import { countDigests, queueDueDigests, resumeDigests } from './digest-turns.ts';
import { beginDigest, noteDigest, pauseToTell, stopDigests } from './post-digest.ts';

/** What posts digests by itself. */
export function bindDigestServices(bind: Bind) {
  return {
    beginDigest: bind(beginDigest),
    countDigests: bind(countDigests),
    noteDigest: bind(noteDigest),
    pauseToTell: bind(pauseToTell),
    queueDueDigests: bind(queueDueDigests),
    resumeDigests: bind(resumeDigests),
    stopDigests: bind(stopDigests),
  };
}
