import { z } from 'zod';
import { ClaimKey, claimKinds, DossierSlug } from './claim.ts';
import { FootnoteError } from './errors.ts';
import { stances } from './note.ts';
import { PartialDate } from './partial-date.ts';
import { WebAddress } from './web-address.ts';

/**
 * The largest post, the longest texts in UTF-16 code units, and the most claims and notes of a dossier; above any real post, below
 * what stalls a bot.
 */
export const dossierLimits = {
  postChars: 200_000,
  claims: 500,
  notesPerClaim: 200,
  summaryChars: 4_000,
  textChars: 2_000,
  gistChars: 300,
  headlineChars: 500,
  titleChars: 200,
};

/** Half of a surrogate pair is no character: no database and no page gives it back. */
const wholeCharacters = (value: string) => value.isWellFormed();
const halfCharacter = 'holds half a character: copy it again from the source';

const webAddress = WebAddress.refine(wholeCharacters, halfCharacter);

const textOf = (maxChars: number) =>
  z.string().trim().min(1).max(maxChars).refine(wholeCharacters, halfCharacter);
const lineOf = (maxChars: number) => textOf(maxChars).regex(/^[^\r\n\u2028\u2029]*$/, 'write it on one line');
const text = textOf(dossierLimits.textChars);
const line = lineOf(dossierLimits.titleChars);

const SourceNoteDocument = z.strictObject({
  type: z.literal('source'),
  text,
  stance: z.enum(stances),
  url: webAddress,
  publisher: line,
  title: lineOf(dossierLimits.headlineChars).nullable(),
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
  quote: z.string().regex(/\S/, 'quote at least a word of the post').refine(wholeCharacters, halfCharacter),
  start: z.int().min(0),
  end: z.int().min(1),
  gist: textOf(dossierLimits.gistChars),
  kind: z.enum(claimKinds),
  notes: z
    .array(z.discriminatedUnion('type', [SourceNoteDocument, DisputeNoteDocument]))
    .max(dossierLimits.notesPerClaim),
});

const PostDocument = z.strictObject({
  text: z
    .string()
    .regex(/\S/, 'write the post, word for word')
    .max(dossierLimits.postChars)
    .refine(wholeCharacters, halfCharacter),
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
      text: textOf(dossierLimits.summaryChars),
      madeBy: z.union(
        [z.literal('person'), z.literal('extractive'), z.strictObject({ model: line })],
        'write "person", "extractive" or {"model": "its name"}',
      ),
    }),
    claims: z.array(ClaimDocument).max(dossierLimits.claims),
  })
  .superRefine((document, context) => {
    const seen = new Set<string>();
    for (const [index, claim] of document.claims.entries()) {
      const complain = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['claims', index, key], message });
      if (seen.has(claim.id)) complain('id', `${claim.id} is used twice; give every claim an id of its own`);
      seen.add(claim.id);
      if (claim.quote !== '' && document.post.text.slice(claim.start, claim.end) !== claim.quote)
        complain('quote', misplaced(document.post.text, claim));
    }
  });
export type DossierDocument = z.infer<typeof DossierDocument>;

function misplaced(post: string, { quote, start, end }: { quote: string; start: number; end: number }) {
  const found = post.indexOf(quote);
  const advice =
    found === -1
      ? 'copy it from the post, letter by letter'
      : `it is there from ${found} to ${found + quote.length}`;
  return `is not the post’s text from ${start} to ${end}; ${advice}`;
}

/** What to write instead, where the schema itself does not say. */
function advice(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `write ${kinds.get(issue.expected) ?? 'something else'}`;
    case 'unrecognized_keys':
      return `take out ${issue.keys.join(', ')}, or check the spelling`;
    case 'too_small':
      return issue.origin === 'string' ? 'write something here' : `write ${issue.minimum} or more`;
    case 'too_big':
      return `use at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'write source or dispute';
    default:
      return undefined;
  }
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['string', 'a text in quotation marks'],
  ['int', 'a whole number'],
  ['number', 'a whole number'],
  ['array', 'a list in [ ]'],
  ['object', 'an object in { }'],
]);

const shownIssues = 5;
const issueChars = 200;

function describe(error: z.ZodError): string {
  const lines = error.issues
    .slice(0, shownIssues)
    .map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`.slice(0, issueChars));
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
  const parsed = DossierDocument.safeParse(value, { error: advice });
  if (parsed.success) return parsed.data;
  throw new FootnoteError('dossier.invalid', { problems: describe(parsed.error) }, { cause: parsed.error });
}
