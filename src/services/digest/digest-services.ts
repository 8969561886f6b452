import type { Bind } from '../deps.ts';
import { digestToShare } from './digest-to-share.ts';
import { countDigests, queueDueDigests, resumeDigests } from './digest-turns.ts';
import { mendTurns } from './mend-turns.ts';
import { beginDigest, noteDigest, pauseToTell, stopDigests } from './post-digest.ts';

/** What posts digests by itself. */
export function bindDigestServices(bind: Bind) {
  return {
    beginDigest: bind(beginDigest),
    countDigests: bind(countDigests),
    digestToShare: bind(digestToShare),
    mendTurns: bind(mendTurns),
    noteDigest: bind(noteDigest),
    pauseToTell: bind(pauseToTell),
    queueDueDigests: bind(queueDueDigests),
    resumeDigests: bind(resumeDigests),
    stopDigests: bind(stopDigests),
  };
}
