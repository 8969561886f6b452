import { randomBytes } from 'node:crypto';
import { type Claim, ClaimKey, DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { ClaimId, DossierId, NoteId } from '../../src/core/ids.ts';
import { PartialDate } from '../../src/core/partial-date.ts';

const text =
  'The ferry company says the new timetable saves every commuter twenty minutes. ' +
  'It was paid for with the money meant for the lighthouse. Nobody on the island will ever trust them again.';

/** Twelve random characters, as ids in the store are. */
export function exampleId(): string {
  return randomBytes(9).toString('base64url');
}

/**
 * A whole, valid dossier: published, shared, version 1, two claims; the first with a supporting and a
 * contradicting source and an open dispute, the second with a dispute that has a source. Ids are new each time.
 *
 * @param overrides - replace fields of the dossier itself
 */
export function exampleDossier(overrides: Partial<Dossier> = {}): Dossier {
  return {
    id: DossierId.parse(exampleId()),
    guildId: null,
    sample: false,
    slug: DossierSlug.parse('ferry-timetable'),
    title: 'The ferry timetable',
    language: 'en',
    status: 'published',
    version: 1,
    changedAt: Date.UTC(2026, 1, 1),
    post: {
      text,
      author: 'Island Voice',
      date: PartialDate.parse('2025-11'),
      url: 'https://voice.example/ferry',
      remarks: 'Copied from a leaflet; undated in print.',
    },
    summary: {
      text: 'The post says the new timetable was paid for with lighthouse money.',
      madeBy: { by: 'person' },
    },
    claims: [savedMinutes(), lighthouseMoney()],
    ...overrides,
  };
}

function claimAbout(quote: string): Pick<Claim, 'quote' | 'start' | 'end'> {
  const start = text.indexOf(quote);
  return { quote, start, end: start + quote.length };
}

function savedMinutes(): Claim {
  return {
    id: ClaimId.parse(exampleId()),
    key: ClaimKey.parse('c01'),
    ...claimAbout('the new timetable saves every commuter twenty minutes'),
    gist: 'The post says the timetable saves commuters twenty minutes.',
    kind: 'factual',
    notes: [
      {
        id: NoteId.parse(exampleId()),
        type: 'source',
        text: 'A survey by the harbour office measured a saving of eighteen to twenty-two minutes.',
        stance: 'supports',
        url: 'https://harbour.example/survey',
        publisher: 'Harbour Office',
        title: 'Crossing times before and after',
        date: PartialDate.parse('2025-12-04'),
        lastChecked: PartialDate.parse('2026-02-01'),
      },
      {
        id: NoteId.parse(exampleId()),
        type: 'source',
        text: 'The commuters’ union counts a loss of four minutes on Fridays.',
        stance: 'contradicts',
        url: 'https://union.example/fridays',
        publisher: 'Commuters’ Union',
        title: null,
        date: null,
        lastChecked: null,
      },
      {
        id: NoteId.parse(exampleId()),
        type: 'dispute',
        text: 'Whether “every commuter” includes those who board at the north pier would have to be checked.',
        url: null,
      },
    ],
  };
}

function lighthouseMoney(): Claim {
  return {
    id: ClaimId.parse(exampleId()),
    key: ClaimKey.parse('c02'),
    ...claimAbout('It was paid for with the money meant for the lighthouse.'),
    gist: 'The post says lighthouse money paid for the timetable.',
    kind: 'causal',
    notes: [
      {
        id: NoteId.parse(exampleId()),
        type: 'dispute',
        text: 'The council says the two budgets are separate; the keeper says they are not.',
        url: 'https://council.example/minutes',
      },
    ],
  };
}
