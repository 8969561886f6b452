import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierPhrases } from '../../../src/cards/dossier-phrases.ts';
import type { MessageSubject } from '../../../src/core/case.ts';
import type { WrittenContext } from '../../../src/core/context.ts';
import { type CaseWithText, contextDocument, draftDocument } from '../../../src/core/context-dossier.ts';
import { readDossierDocument } from '../../../src/core/dossier-document.ts';
import { MessageId } from '../../../src/core/ids.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';

const phrases = dossierPhrases(words('en-US'));
const context: WrittenContext = { kind: 'text', text: 'The harbour master denies it.', urls: [] };
const urls = ['https://www.harbour.example/may', 'https://news.example/a'];

const anyText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 2_000 })
  .filter((text) => text.trim() !== '');

function caseOf(
  change: Partial<MessageSubject> & { readonly text?: string } = {},
  locale = 'en-US',
): CaseWithText {
  const text = change.text ?? 'The harbour will be closed in May. Everybody knows who wants that.';
  const messageId = MessageId.parse('1477300000000000000');
  return { ...exampleCase({ locale }), subject: { ...exampleMessage({ messageId, ...change }), text } };
}

describe('the dossier in which context is kept', () => {
  it('is a valid dossier of any message, context and language', () => {
    const statement = fc.option(fc.string({ unit: 'binary', maxLength: 50 }), { nil: null });
    const parts = fc.record({
      text: anyText,
      written: fc
        .string({ unit: 'binary', minLength: 1, maxLength: 800 })
        .map((text) => text.trim().toWellFormed() || 'x'),
      cited: fc.subarray(urls),
      statements: fc.array(statement, { maxLength: 4 }),
      locale: fc.constantFrom('en-US', 'de', 'zh-CN', 'es-419', ''),
      speech: fc.constantFrom(...locales).map(words),
    });
    fc.assert(
      fc.property(parts, ({ text, written, cited, statements, locale, speech }) => {
        const from = caseOf({ text }, locale);
        const reports = [text.slice(1, 9), ...statements].map((said) => exampleReport({ statement: said }));
        const made = contextDocument(
          from,
          reports,
          { kind: 'text', text: written, urls: cited },
          dossierPhrases(speech),
        );

        expect(readDossierDocument(made).post.text).toBe(text.toWellFormed());
        readDossierDocument(draftDocument(from, dossierPhrases(speech)));
      }),
    );
  });

  it('holds the message word for word, whence it is, and names nobody', () => {
    const made = contextDocument(caseOf({ textFrom: 'forward' }), [], context, phrases);

    expect(made).toMatchObject({
      slug: 'context-12',
      language: 'en',
      post: {
        author: 'a member of this server',
        date: '2026-02-28',
        url: 'https://discord.com/channels/1290000000000000100/1290000000000000110/1477300000000000000',
      },
      summary: { madeBy: 'person' },
    });
    expect(made.post.remarks).toContain('forwarded');
    expect(made.summary.text).toBe(
      'The moderators of this server posted context on this message: “The harbour master denies it.”',
    );
  });

  it('calls no member the author of what a bot or webhook wrote', () => {
    expect(contextDocument(caseOf({ authorId: null }), [], context, phrases).post.author).toBeNull();
  });

  it('quotes what most reporters call contested, if the message says exactly that', () => {
    const from = caseOf();
    const said = (statement: string, badFaith = false) => exampleReport({ statement, badFaith });
    const wanted = ' Everybody knows who wants that. ';
    const closed = 'The harbour will be closed';

    const made = contextDocument(
      from,
      [said(closed), said('in my own words'), said('in my own words'), said(wanted), said(wanted)],
      context,
      phrases,
    );
    const judged = contextDocument(
      from,
      [said(wanted, true), said(wanted, true), said(closed)],
      context,
      phrases,
    );
    const whole = contextDocument(from, [said('in my own words')], context, phrases);

    expect(made.claims[0]).toMatchObject({
      id: 'c01',
      quote: wanted.trim(),
      gist: 'The post says: “Everybody knows who wants that.”',
      kind: 'factual',
    });
    expect(judged.claims[0]?.quote).toBe(closed);
    expect(whole.claims[0]?.quote).toBe(from.subject.text);
  });

  it('makes a note of every address, the first with the text, and an open dispute where there is none', () => {
    const sourced = contextDocument(caseOf(), [], { ...context, urls }, phrases);
    const open = contextDocument(caseOf(), [], context, phrases);

    expect(sourced.claims[0]?.notes).toEqual([
      {
        type: 'source',
        text: 'The moderators of this server say: “The harbour master denies it.”',
        stance: 'context',
        url: urls[0],
        publisher: 'harbour.example',
        title: null,
        date: null,
        lastChecked: null,
      },
      expect.objectContaining({
        publisher: 'news.example',
        text: expect.stringContaining('cite this source'),
      }),
    ]);
    expect(open.claims[0]?.notes).toEqual([
      {
        type: 'dispute',
        text: 'The moderators of this server say: “The harbour master denies it.”',
        basis: 'needs-checking',
        url: null,
      },
    ]);
  });

  it('is no more than the message while it is a draft', () => {
    const draft = draftDocument(caseOf(), phrases);

    expect(draft).toMatchObject({ slug: 'case-12', claims: [] });
    expect(draft.summary.text).toBe(
      'A member of this server posted this message on February 28, 2026. Nobody has summed it up yet.',
    );
  });
});
