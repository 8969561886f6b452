import { z } from 'zod';
import type { MessageSubject } from './case.ts';
import type { Claim } from './claim.ts';
import type { Dossier } from './dossier.ts';
import { linkChars, WebAddress, webAddressChars } from './web-address.ts';

/** How much context moderators may post with one message. */
export const contextLimits = { textChars: 800, addresses: 3 } as const;

/** What a moderator typed into the form, letter by letter. */
export const ContextFields = z
  .object({ text: z.string(), addresses: z.string(), claim: z.string() })
  .readonly();
export type ContextFields = z.infer<typeof ContextFields>;

/** A text of the moderators with the addresses they cite. */
export type WrittenContext = {
  readonly kind: 'text';
  readonly text: string;
  readonly urls: readonly string[];
};

/** What is wrong with what was typed; `line` is the place of an address, 1 for the first. */
export type ContextProblem =
  | { readonly problem: 'empty' | 'both' | 'text-too-long' | 'too-many-addresses' }
  | {
      readonly problem: 'address-malformed' | 'address-login' | 'address-too-long' | 'address-twice';
      readonly line: number;
    }
  | { readonly problem: 'claim-unknown'; readonly claim: string };

/** What was typed, understood: a text, the name of a claim, or what has to be changed first. */
export type ReadContext =
  | WrittenContext
  | { readonly kind: 'claim'; readonly name: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContextProblem[] };

/**
 * Reads the form: either a text with up to three addresses or the name of a claim, never both.
 * Half characters, which no database gives back, become U+FFFD.
 */
export function readContext(fields: ContextFields): ReadContext {
  const text = fields.text.trim().toWellFormed();
  const claim = fields.claim.trim();
  const addresses = fields.addresses.split(/\s+/).filter((address) => address !== '');
  const urls = addresses.map((address) => address.replace(/^<(.*)>$/, '$1').toWellFormed());

  const problems: ContextProblem[] = [];
  if (claim !== '' && (text !== '' || urls.length > 0)) problems.push({ problem: 'both' });
  if (claim === '' && text === '') problems.push({ problem: 'empty' });
  if (text.length > contextLimits.textChars) problems.push({ problem: 'text-too-long' });
  if (urls.length > contextLimits.addresses) problems.push({ problem: 'too-many-addresses' });
  else problems.push(...urls.flatMap((_, index) => addressProblem(urls, index)));

  if (problems.length > 0) return { kind: 'problems', problems };
  return claim === '' ? { kind: 'text', text, urls } : { kind: 'claim', name: claim };
}

function addressProblem(urls: readonly string[], index: number): readonly ContextProblem[] {
  const url = urls[index] ?? '';
  const line = index + 1;
  if (WebAddress.safeParse(url).success) {
    const twice = urls.slice(0, index).some((earlier) => sameAddress(earlier, url));
    return twice ? [{ problem: 'address-twice', line }] : [];
  }
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return [{ problem: 'address-malformed', line }];
  if (parsed.username !== '' || parsed.password !== '') return [{ problem: 'address-login', line }];
  if (linkChars(url) > webAddressChars) return [{ problem: 'address-too-long', line }];
  return [{ problem: 'address-malformed', line }];
}

/** Whether both lead to the same page, as far as the addresses alone tell. */
function sameAddress(one: string, other: string): boolean {
  const first = URL.parse(one)?.href;
  return first !== undefined && first === URL.parse(other)?.href;
}

/** What is posted: a text of the moderators, or a claim that is known with its notes. */
export type Context =
  | WrittenContext
  | { readonly kind: 'claim'; readonly dossier: Dossier; readonly claim: Claim };

/** Why context cannot be posted where the message is. */
export const hindrances = ['archived', 'locked', 'no-access', 'no-permission', 'not-yours'] as const;
export type Hindrance = (typeof hindrances)[number];

/** Whether posted context is kept as a dossier, or why not. */
export const keepings = ['kept', 'linked', 'opted-out', 'deleted', 'edited', 'no-text', 'private'] as const;
export type Keeping = (typeof keepings)[number];

/**
 * Whether context on a message is kept as a dossier, which every member can find: only if everyone could read the
 * message anyway, it still says what Footnote has read, and its author has not opted out. The first row that holds.
 *
 * | outcome | holds when |
 * | --- | --- |
 * | linked | the context is a claim, which is in a dossier already |
 * | opted out | the author wants none of their messages processed |
 * | deleted, edited | the message is gone, or now says something Footnote cannot read |
 * | no text | nothing of it could be read |
 * | private | not every member sees the place |
 */
export function keepingOf(
  kind: Context['kind'],
  { fate, text }: Pick<MessageSubject, 'fate' | 'text'>,
  { optedOut, everyoneSees }: { readonly optedOut: boolean; readonly everyoneSees: boolean },
): Keeping {
  if (kind === 'claim') return 'linked';
  if (optedOut) return 'opted-out';
  if (fate === 'deleted' || fate === 'edited') return fate;
  if (text === null || text.trim() === '') return 'no-text';
  return everyoneSees ? 'kept' : 'private';
}
