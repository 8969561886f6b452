import type { Bind } from '../deps.ts';
import { watchClaim, watchedClaims, watchQuestion } from './begin-watching.ts';
import { listMyWatches, serverName } from './list-my-watches.ts';
import { lookForNews } from './look-for-news.ts';
import { stopWatching, stopWatchingClaim } from './stop-watching.ts';
import { beginNews, noteNews, waitingNews } from './tell-news.ts';

/** What members want to be told of, and the telling. */
export function bindWatchServices(bind: Bind) {
  return {
    beginNews: bind(beginNews),
    listMyWatches: bind(listMyWatches),
    lookForNews: bind(lookForNews),
    noteNews: bind(noteNews),
    serverName: bind(serverName),
    stopWatching: bind(stopWatching),
    stopWatchingClaim: bind(stopWatchingClaim),
    waitingNews: bind(waitingNews),
    watchClaim: bind(watchClaim),
    watchedClaims: bind(watchedClaims),
    watchQuestion: bind(watchQuestion),
  };
}
