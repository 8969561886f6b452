import { ClaimKey, DossierSlug } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { ClaimId, DossierId, type GuildId, NoteId } from '../ids.ts';
import { type LinkCheck, uncheckedLink } from '../link-check.ts';
import type { Note, Stance } from '../note.ts';
import { seeded } from './seeded.ts';

/** What members call the dossier of the demonstration. */
const demoSlug = DossierSlug.parse('made-up-island-post');

const quotes = [
  'The council of Samsholm has banned bicycles',
  'the ferry company paid for it',
  'the air is cleaner than ever',
  'next year nobody will be able to move at all',
] as const;
const post = `${quotes[0]}. People say ${quotes[1]}. They tell us ${quotes[2]}, but ${quotes[3]}.`;
const kinds = ['factual', 'causal', 'factual', 'prediction'] as const;

/** No site has a name that ends in `.example`. */
const addresses = {
  minutes: 'https://council.samsholm.example/minutes',
  register: 'https://register.samsholm.example/donations',
  letter: 'https://council.samsholm.example/letter',
  air: 'https://air.samsholm.example/2026',
} as const;

const dayMs = 86_400_000;

/** The versions of a made-up dossier of the server, oldest first: what sources say of its claims changes in between. */
export function demoVersions({
  guildId,
  fromMs,
  untilMs,
}: {
  readonly guildId: GuildId;
  readonly fromMs: number;
  readonly untilMs: number;
}): readonly Dossier[] {
  const ids = seeded(`dossier ${guildId}`);
  const id = DossierId.parse(ids.code(12));
  const claimIds = quotes.map(() => ClaimId.parse(ids.code(12)));
  const source = (url: string, stance: Stance, text: string): Note => ({
    id: NoteId.parse(ids.code(12)),
    type: 'source',
    text,
    stance,
    url,
    publisher: 'A made-up source',
    title: null,
    date: null,
    lastChecked: null,
  });
  const minutes = source(
    addresses.minutes,
    'contradicts',
    'The minutes speak of a speed limit, not of a ban.',
  );
  const register = source(addresses.register, 'supports', 'The register names a gift of the ferry company.');
  const letter = source(addresses.letter, 'contradicts', 'The company writes that it gave nothing.');
  const air = source(addresses.air, 'supports', 'Measured values fell by a third.');
  const open: Note = {
    id: NoteId.parse(ids.code(12)),
    type: 'dispute',
    text: 'What the gift was meant for would have to be checked.',
    url: null,
  };
  const steps: readonly (readonly (readonly Note[])[])[] = [
    [[], [], [air], []],
    [[minutes], [register], [air], []],
    [[minutes], [register, open, letter], [air], []],
  ];
  const moments = [fromMs, (fromMs + untilMs) / 2, untilMs - Math.min(dayMs, (untilMs - fromMs) / 4)];
  return steps.map((notes, index) => ({
    id,
    guildId,
    // As a sample it stands beside the dossiers that come with Footnote, and hides none of them.
    sample: true,
    slug: demoSlug,
    title: 'A post about an island (made up for demonstration)',
    language: 'en',
    status: 'published',
    version: index + 1,
    changedAt: Math.floor(moments[index] ?? untilMs),
    post: {
      text: post,
      author: null,
      date: null,
      url: null,
      remarks: 'Made up for demonstration: neither the island nor its council exists.',
    },
    summary: {
      text: 'A made-up post says that an island banned bicycles, and who is said to have paid for it.',
      madeBy: { by: 'person' },
    },
    claims: quotes.map((quote, place) => ({
      id: claimIds[place] ?? ClaimId.parse(ids.code(12)),
      key: ClaimKey.parse(`c0${place + 1}`),
      quote,
      start: post.indexOf(quote),
      end: post.indexOf(quote) + quote.length,
      gist: `The made-up post says: ${quote}.`,
      kind: kinds[place] ?? 'factual',
      notes: notes[place] ?? [],
    })),
  }));
}

/** What looks at the addresses of that dossier are said to have found: one is there, one is dead, one not looked at. */
export function demoLinks(untilMs: number): readonly LinkCheck[] {
  const checkedAt = untilMs - dayMs / 2;
  const looked = { checkedAt, failures: 0, finalUrl: null, dueAt: untilMs + 7 * dayMs } as const;
  const dead = {
    state: 'dead',
    changedAt: checkedAt - 3 * dayMs,
    missingSince: checkedAt - 3 * dayMs,
  } as const;
  return [
    { ...uncheckedLink(addresses.air, untilMs), ...looked, state: 'alive', changedAt: checkedAt },
    { ...uncheckedLink(addresses.minutes, untilMs), ...looked, ...dead },
  ];
}
