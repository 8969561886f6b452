import { ClaimKey, DossierSlug } from '../src/core/claim.ts';
import type { Dossier } from '../src/core/dossier.ts';
import { ClaimId, DossierId, type GuildId } from '../src/core/ids.ts';
import type { Database } from '../src/ports/stores.ts';
import { type Chance, drawBy, zipf } from './draws.ts';

/** A claim somebody asked about. */
type AskedClaim = { readonly dossierId: string; readonly claimId: string };
export type KnownClaims = readonly AskedClaim[];

/** How many dossiers the busiest server has, and how many claims each. */
const dossiers = 60;
const claimsOfEach = 17;

/** Draws claims of the server of that rank, the most asked first; the busiest server has `own`. */
export function claimsOf(rank: number, own: KnownClaims, chance: Chance): () => AskedClaim | undefined {
  const count = Math.max(claimsOfEach, Math.floor((dossiers * claimsOfEach) / Math.sqrt(rank + 1)));
  const known =
    rank === 0
      ? own
      : Array.from({ length: count }, (_, place) => ({
          dossierId: idOf(rank, Math.floor(place / claimsOfEach)),
          claimId: idOf(rank, place),
        }));
  const place = drawBy(zipf(known.length), chance);
  return () => known[place()];
}

function idOf(rank: number, place: number): string {
  return `${String(rank).padStart(6, 's')}${String(place).padStart(6, 'c')}`;
}

const who = [
  'Baghdad',
  'the ministry',
  'the militia',
  'Ankara',
  'the council',
  'Mosul',
  'the ferry company',
  'the union',
];
const did = [
  'pays for',
  'ordered',
  'bombed',
  'denied',
  'sold',
  'rebuilt',
  'voted for',
  'closed',
  'flooded',
  'guards',
];
const what = [
  'the bridge',
  'the refinery',
  'the school',
  'the salaries',
  'the dam',
  'the vote',
  'the hospital',
  'the border',
];
const when = [
  '',
  ' this year',
  ' in 2014',
  ' last week',
  ' since the war',
  ' at night',
  ' before the election',
  ' again',
];

/** A question as somebody may type it: some thousand different ones, a few asked by many. */
export function question(chance: Chance): string {
  const often = chance() < 0.5;
  const one = (words: readonly string[]) =>
    words[Math.floor((often ? chance() ** 3 : chance()) * words.length)] ?? '';
  return `is it true that ${one(who)} ${one(did)} ${one(what)}${one(when)}?`;
}

/** Publishes the dossiers of a server; its claims, the most asked first. */
export async function writeDossiers(database: Database, guildId: GuildId): Promise<KnownClaims> {
  const written = Array.from({ length: dossiers }, (_, number) => dossierOf(number, guildId));
  await database.transaction(async (stores) => {
    for (const dossier of written) await stores.dossiers.save(dossier);
  });
  return written.flatMap(({ id, claims }) => claims.map((claim) => ({ dossierId: id, claimId: claim.id })));
}

function dossierOf(number: number, guildId: GuildId): Dossier {
  const quotes = Array.from(
    { length: claimsOfEach },
    (_, place) =>
      `Report ${number * claimsOfEach + place}: ${who[place % who.length]} ${did[(place + number) % did.length]} ${what[number % what.length]}.`,
  );
  let end = -1;
  return {
    id: DossierId.parse(idOf(0, number)),
    guildId,
    sample: false,
    slug: DossierSlug.parse(`dossier-${number}`),
    title: `What the ${number}. post says`,
    language: 'en',
    status: 'published',
    version: 1,
    changedAt: Date.UTC(2025, 0, 1),
    post: { text: quotes.join(' '), author: null, date: null, url: null, remarks: null },
    summary: { text: 'The post makes many claims.', madeBy: { by: 'person' } },
    claims: quotes.map((quote, place) => {
      const start = end + 1;
      end = start + quote.length;
      return {
        id: ClaimId.parse(idOf(0, number * claimsOfEach + place)),
        key: ClaimKey.parse(`c${String(place + 1).padStart(2, '0')}`),
        quote,
        start,
        end,
        gist: `The post says: ${quote}`,
        kind: 'factual' as const,
        notes: [],
      };
    }),
  };
}
