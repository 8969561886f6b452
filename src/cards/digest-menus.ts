import { formatClaimReference } from '../core/claim.ts';
import type { Digest } from '../core/digest.ts';
import type { DigestPostId } from '../core/ids.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { limits } from './limits.ts';
import { button, menu, row } from './parts.ts';

/** Stands in a custom_id for the scheduled digest a digest made on demand is not. */
export const noPost = '-';

/** The claims a digest names, each once: those with dead links, the most asked, those that stand otherwise. */
export function claimMenu({ links, claims, standings }: Digest, words: Words) {
  const named = [
    ...links.dead,
    ...[...claims, ...standings.changed].map((claim) => claim.named).filter((claim) => claim !== null),
  ];
  const once = new Map(named.map((claim) => [formatClaimReference(claim.reference), claim]));
  if (once.size === 0) return null;
  return row(
    menu(
      encodeRoute('digest.claim'),
      words.say('digest.open-claim'),
      [...once].slice(0, limits.selectOptions).map(([value, { reference, quote }]) => ({
        label: `${reference.key} · ${quote}`,
        value,
        description: reference.slug,
      })),
    ),
  );
}

/** The cases a digest names, each once. */
export function caseMenu({ waiting, contested }: Digest, words: Words) {
  const all = [...waiting.ageing.cases, ...waiting.questions.cases, ...contested.map((each) => each.case)];
  const once = new Map(all.map((each) => [each.id, each]));
  if (once.size === 0) return null;
  return row(
    menu(
      encodeRoute('digest.case'),
      words.say('queue.menu'),
      [...once.values()].map(({ id, number, state }) => ({
        label: `${words.say('case.name', { number })} · ${words.say(`case.state.${state}`)}`,
        value: id,
      })),
    ),
  );
}

/** The ways to all cases that wait; null where none does. */
export function queueButtons({ waiting: { ageing, questions } }: Digest, words: Words) {
  if (ageing.total + questions.total === 0) return null;
  return row(
    ageing.total === 0
      ? null
      : button(words.say('digest.open-ageing'), encodeRoute('digest.queue', 'ageing'), { style: 'main' }),
    button(words.say('digest.open-queue'), encodeRoute('digest.queue', 'active')),
  );
}

/** A digest as a file, and, of one made on demand, for everyone. */
export function digestButtons({ period }: Digest, postId: DigestPostId | null, words: Words) {
  const route = (name: string) => encodeRoute(name, period.from, period.to, postId ?? noPost);
  return row(
    button('CSV', route('digest.csv')),
    button('JSON', route('digest.json')),
    postId === null ? button(words.say('share.button'), route('digest.share')) : null,
  );
}
