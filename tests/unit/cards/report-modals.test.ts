import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askModeratorsModal, reportModal, summaryProblemModal } from '../../../src/cards/report-modals.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { DraftId, InquiryId } from '../../../src/core/ids.ts';
import { locales, words } from '../../../src/words/words.ts';
import { strangeText } from '../../fakes/strange-dossier.ts';
import { controlOf, nodesOf } from './card-nodes.ts';
import { shownBy } from './shown.ts';

const english = words('en-US');
const slug = DossierSlug.parse('a'.repeat(48));
const draftId = DraftId.parse('abcdefghijkl');
const speech = fc.constantFrom(...locales).map(words);
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const inquiryId = InquiryId.parse('abcdefghijkl');

describe('the forms of a report', () => {
  const draft = { draftId, statement: 'It saves twenty minutes.', hasText: true, inPrivateThread: false };

  it('keep every limit of Discord, whatever they are opened with', () => {
    fc.assert(
      fc.property(orNull(strangeText(2_000)), fc.boolean(), speech, (text, inPrivateThread, said) => {
        // Each throws when Discord would refuse it.
        reportModal({ draftId, statement: text, hasText: text !== null, inPrivateThread }, said);
        askModeratorsModal(inquiryId, text ?? '', said);
        summaryProblemModal(slug, said);
      }),
      { numRuns: 50 },
    );
  });

  it.each(locales)('have labels, hints and a first value that Discord takes, in %s', (locale) => {
    const said = words(locale);
    for (const { title, components } of [
      reportModal(draft, said),
      askModeratorsModal(inquiryId, 'who paid?', said),
      summaryProblemModal(slug, said),
    ]) {
      expect(title.length).toBeLessThanOrEqual(45);
      for (const node of nodesOf(components)) {
        expect(String(node['description'] ?? '').length).toBeLessThanOrEqual(100);
        expect(String(node['label'] ?? '').length).toBeLessThanOrEqual(45);
      }
    }
  });

  it('offer what is probably meant as the statement', () => {
    const { components } = reportModal(draft, english);

    expect(controlOf(components, 'statement')?.['value']).toBe('It saves twenty minutes.');
  });

  it('cut what is offered to what the field takes, never within a character', () => {
    const { components } = reportModal({ ...draft, statement: `x${'😀'.repeat(900)}` }, english);
    const value = String(controlOf(components, 'statement')?.['value']);

    expect(value).toHaveLength(999);
    expect(value.isWellFormed()).toBe(true);
  });

  it('have no field for a statement when the author wants nothing processed', () => {
    const { components } = reportModal({ ...draft, statement: null, hasText: false }, english);

    expect(controlOf(components, 'statement')).toBeUndefined();
    expect(shownBy(components)).toContain('Moderators get the link of this message, not its text.');
  });

  it('say that moderators will see what is in a private thread', () => {
    const said = shownBy(reportModal({ ...draft, inPrivateThread: true }, english).components);

    expect(said).toContain('private thread: moderators will see its text');
  });

  it('say what is kept, and that this is not Discord’s own report', () => {
    const said = shownBy(reportModal(draft, english).components);

    expect(said).toContain('and not who you are');
    expect(said).toContain('30 days after the case is done');
    expect(said).toContain('does not report the message to Discord');
  });
});
