import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IndexedClaim } from '../../../src/core/matching/claim-index.ts';

const SampleDossier = z.object({
  slug: z.string(),
  title: z.string(),
  claims: z.array(
    z.object({
      id: z.string(),
      quote: z.string(),
      gist: z.string(),
      notes: z.array(z.object({ text: z.string() })),
    }),
  ),
});

const FILE = new URL('../../../config/dossiers/iraqi-militias-in-syria/dossier.json', import.meta.url);

/** The claims of the shipped dossier as the index reads them, the texts of the notes as context. */
export function sampleClaims({ withContext = true } = {}): readonly IndexedClaim[] {
  const { slug, title, claims } = SampleDossier.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return claims.map(({ id, quote, gist, notes }) => {
    const context = notes.map((note) => note.text).join(' ');
    return { id: `${slug}/${id}`, quote, gist, title, ...(withContext ? { context } : {}) };
  });
}
