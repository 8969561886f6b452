import { formatClaimReference } from '../core/claim.ts';
import type { ClaimChange } from '../core/watch-news.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { MyWatches } from '../services/watches/list-my-watches.ts';
import type { NewsBatch, NewsView } from '../services/watches/tell-news.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';
import { pager } from './menus.ts';
import { button, frame, linesOf, makeCard, menu, row, text } from './parts.ts';

/** Stands in a custom_id for "belongs to no message about news". */
const noBatch = '-';

/** What the parts show at most, in characters, and the room they take at most when escaping lengthens them. */
const asked = { chars: 150, room: 190 };
const named = { chars: 100, room: 150 };

/** What leads to everything a member watches. In a message about news it is what the message is known by. */
export function myWatchesRoute(batch: string = noBatch): string {
  return encodeRoute('watch.mine', batch);
}

/** What changed, as a direct message; `serverName` is what its server is called. */
export function watchNewsCard(told: NewsBatch, serverName: string, words: Words): Card {
  const server = escapedExcerpt(serverName, named.chars, named.room);
  return makeCard([
    frame([
      text(`### ${words.say('watch.news-of', { server })}`),
      ...told.news.map((each) => text(newsBlock(each, words))),
      text(smallPrint(words.say('watch.why-told'))),
    ]),
    ...newsControls(told, words),
  ]);
}

/** What changed, told in the server because direct messages are closed. */
export function waitingNewsCard(told: NewsBatch, words: Words): Card {
  return makeCard([
    text(words.say('outcome.waited')),
    frame([
      text(`### ${words.say('watch.news-here')}`),
      ...told.news.map((each) => text(newsBlock(each, words))),
    ]),
    ...newsControls(told, words),
  ]);
}

/** How many buttons to stop stand beside the way to all that is watched; of more there is a menu. */
const stopButtons = 4;

function newsControls({ news, batch }: NewsBatch, words: Words) {
  const mine = button(words.say('watch.mine'), myWatchesRoute(batch));
  const going = news.flatMap((each) =>
    each.about === 'claim' && each.change.became !== 'gone'
      ? [{ value: each.watchId, name: formatClaimReference(each.reference) }]
      : [],
  );
  if (going.length > stopButtons)
    return [
      row(menu(encodeRoute('watch.stop-one'), words.say('watch.stop-menu'), going.map(asOption))),
      row(mine),
    ];
  const stops = going.map(({ value, name }) =>
    button(words.say('watch.stop-claim', { name }), encodeRoute('watch.stop', value)),
  );
  return [row(...stops, mine)];
}

function asOption({ value, name }: { readonly value: string; readonly name: string }) {
  return { value, label: name };
}

function newsBlock(news: NewsView, words: Words): string {
  if (news.about === 'question') {
    const question = escapedExcerpt(news.text, asked.chars, asked.room);
    return linesOf([
      words.say('watch.answered', { question }),
      claimLine(formatClaimReference(news.answer.reference), news, words),
    ]);
  }
  const name = formatClaimReference(news.reference);
  if (news.change.became === 'gone') return words.say('watch.gone', { name });
  return linesOf([
    claimLine(name, news, words),
    ...changeLines(news.change, words).map((line) => `- ${line}`),
  ]);
}

function claimLine(name: string, { known }: NewsView, words: Words): string {
  const quote = known === null ? '' : `${quoteLine(known.claim.quote, asked.chars, words)} `;
  return `**${name}** ${quote}${words.say('watch.open', { name })}`;
}

function changeLines(
  { standing, notes, quote, gist }: Extract<ClaimChange, { became: 'other' }>,
  words: Words,
): readonly string[] {
  const lines: string[] = [];
  if (standing !== null)
    lines.push(
      words.say('watch.standing', {
        from: words.say(`standing.${standing.from}.short`),
        to: words.say(`standing.${standing.to}.short`),
      }),
    );
  const counts = (['added', 'withdrawn', 'edited'] as const)
    .filter((each) => notes[each] > 0)
    .map((each) => words.say(`watch.notes-${each}`, { count: notes[each] }));
  if (counts.length > 0) lines.push(counts.join(' · '));
  if (quote) lines.push(words.say('watch.quote-changed'));
  if (gist) lines.push(words.say('watch.gist-changed'));
  return lines;
}

/** Everything a member watches, by server, with a menu that ends one at a time. */
export function myWatchesCard({ watches, total, page, pages }: MyWatches, words: Words): Card {
  if (total === 0) return makeCard([frame([text(words.say('watch.mine-none'))])]);
  const servers = [...new Set(watches.map(({ serverName }) => serverName))];
  const blocks = servers.map((server) =>
    linesOf([
      `**${server === null ? words.say('watch.no-server') : escapedExcerpt(server, named.chars, named.room)}**`,
      ...watches
        .filter(({ serverName }) => serverName === server)
        .map(({ kind, name }) =>
          words.say(`watch.mine-${kind}`, { name: escapedExcerpt(name, asked.chars, asked.room) }),
        )
        .map((line) => `- ${line}`),
    ]),
  );
  return makeCard([
    frame([
      text(`### ${words.say('watch.mine-title', { count: total })}`),
      ...blocks.map(text),
      text(smallPrint(words.say('watch.mine-kept'))),
    ]),
    row(
      menu(
        encodeRoute('watch.stop-listed', String(page)),
        words.say('watch.stop-menu'),
        watches.map(({ watchId, name, serverName }) => ({
          value: watchId,
          label: name,
          description: serverName ?? words.say('watch.no-server'),
        })),
      ),
    ),
    pager({ number: page, count: pages }, (to) => encodeRoute('watch.mine-page', to), words),
  ]);
}
