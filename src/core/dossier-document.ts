import { z } from 'zod';
import { ClaimKey, claimKinds, DossierSlug } from './claim.ts';
import { FootnoteError } from './errors.ts';
import { stances } from './note.ts';
import { PartialDate } from './partial-date.ts';

/** The largest post and the most claims and notes a document may hold; above any real post, below what stalls a bot. */
const limits = { postChars: 200_000, claims: 500, notesPerClaim: 200, textChars: 2_000, titleChars: 200 };

const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: z.regexes.domain,
    error: 'use a full web address starting with https://',
  })
  .max(500);
const text = z.string().trim().min(1).max(limits.textChars);
const line = z.string().trim().min(1).max(limits.titleChars);

const SourceNoteDocument = z.strictObject({
  type: z.literal('source'),
  text,
  stance: z.enum(stances),
  url: webAddress,
  publisher: line,
  title: z.string().trim().min(1).max(500).nullable(),
  date: PartialDate.nullable(),
  lastChecked: PartialDate.nullable(),
});

const DisputeNoteDocument = z
  .strictObject({
    type: z.literal('dispute'),
    text,
    basis: z.enum(['source', 'needs-checking']),
    url: webAddress.nullable(),
  })
  .refine((note) => (note.basis === 'source') === (note.url !== null), {
    path: ['url'],
    error: 'basis "source" needs a url, basis "needs-checking" needs null',
  });

const ClaimDocument = z.strictObject({
  id: ClaimKey,
  quote: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  gist: text,
  kind: z.enum(claimKinds),
  notes: z
    .array(z.discriminatedUnion('type', [SourceNoteDocument, DisputeNoteDocument]))
    .max(limits.notesPerClaim),
});

const PostDocument = z.strictObject({
  text: z.string().min(1).max(limits.postChars),
  author: line.nullable(),
  date: PartialDate.nullable(),
  url: webAddress.nullable(),
  remarks: text.nullable(),
});

/**
 * The JSON format of a dossier, for the shipped ones, import and export; documented in ARCHITECTURE.md.
 * Every quote must be exactly `post.text.slice(start, end)` and every claim id unique.
 */
export const DossierDocument = z
  .strictObject({
    slug: DossierSlug,
    title: line,
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or pt-BR'),
    post: PostDocument,
    summary: z.strictObject({
      text: z.string().trim().min(1).max(4_000),
      madeBy: z.union([z.literal('person'), z.literal('extractive'), z.strictObject({ model: line })]),
    }),
    claims: z.array(ClaimDocument).max(limits.claims),
  })
  .superRefine((document, context) => {
    const seen = new Set<string>();
    for (const [index, claim] of document.claims.entries()) {
      const complain = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['claims', index, key], message });
      if (seen.has(claim.id)) complain('id', `the id ${claim.id} is used twice`);
      seen.add(claim.id);
      if (document.post.text.slice(claim.start, claim.end) !== claim.quote)
        complain('quote', `is not the post's text from ${claim.start} to ${claim.end}`);
    }
  });
export type DossierDocument = z.infer<typeof DossierDocument>;

const shownIssues = 5;

function describe(error: z.ZodError): string {
  const lines = error.issues
    .slice(0, shownIssues)
    .map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
  const more = error.issues.length - lines.length;
  return more > 0 ? `${lines.join('; ')}; and ${more} more` : lines.join('; ');
}

/**
 * Checks a parsed JSON value against the dossier format.
 *
 * @param value - what `JSON.parse` gave, its post text in `post.text`
 * @throws FootnoteError `dossier.invalid` with `problems`, naming each place and what to write there
 */
export function readDossierDocument(value: unknown): DossierDocument {
  const parsed = DossierDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new FootnoteError('dossier.invalid', { problems: describe(parsed.error) }, { cause: parsed.error });
}
