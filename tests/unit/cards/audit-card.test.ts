import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditCard, auditFileCard } from '../../../src/cards/audit-card.ts';
import { type AuditEntry, auditActs } from '../../../src/core/audit.ts';
import { AuditId, GuildId, UserId } from '../../../src/core/ids.ts';
import type { AuditPage } from '../../../src/services/servers/list-audit.ts';
import { locales, words } from '../../../src/words/words.ts';
import { controlOf } from './card-nodes.ts';
import { textsOf } from './shown.ts';

const actorId = UserId.parse('1290000000000000304');
const markdownOf = (components: readonly unknown[]) => textsOf(components).join('\n');
const english = words('en-US');
const roles = Array.from({ length: 10 }, (_, index) => `12900000000000001${10 + index}`).join(',');

function entryOf(parts: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: AuditId.parse('AAAAAAAAAAAA'),
    guildId: GuildId.parse('1290000000000000100'),
    at: Date.UTC(2026, 2, 2, 9, 0, 0),
    actorId,
    act: 'case.taken',
    caseNumber: 12,
    before: 'open',
    after: 'assigned',
    ...parts,
  };
}

function pageOf(entries: readonly AuditEntry[], parts: Partial<AuditPage> = {}): AuditPage {
  return { filter: {}, entries, total: entries.length, page: 1, pages: 1, ...parts };
}

const shown = (entry: Partial<AuditEntry>) =>
  markdownOf(auditCard(pageOf([entryOf(entry)]), english).components);

describe('the audit card', () => {
  it.each([
    { entry: {}, says: 'open → taken', why: 'states in words' },
    { entry: {}, says: 'case 12', why: 'the case by its number' },
    { entry: {}, says: '<@1290000000000000304>', why: 'who did it' },
    {
      entry: { before: 'assigned', after: 'resolved no-action' },
      says: 'taken → resolved (no action)',
      why: 'what became of a case',
    },
    {
      entry: { before: 'ageingHours 24', after: 'ageingHours 48' },
      says: 'time until a case is ageing: 24 hours → 2 days',
      why: 'a setting in words',
    },
    {
      entry: { before: 'moderatorsChannel none', after: 'moderatorsChannel 1290000000000000112' },
      says: 'moderators’ channel: none → <#1290000000000000112>',
      why: 'a channel by its mention',
    },
    {
      entry: { before: 'language none', after: 'language de' },
      says: 'The server’s own → German',
      why: 'languages',
    },
    { entry: { before: null, after: 'reports 1' }, says: '1 report', why: 'the number of reports' },
    { entry: { act: 'case.reported', actorId: null }, says: 'a member', why: 'no reporter is named' },
    {
      entry: { act: 'case.message-deleted', actorId: null },
      says: 'Footnote',
      why: 'what Footnote does itself',
    },
    { entry: { before: null, after: 'my-post/c01' }, says: 'my-post/c01', why: 'a name as it stands' },
  ] as const)('shows $why: $says', ({ entry, says }) => {
    expect(shown(entry)).toContain(says);
  });

  it('has a time that Discord shows in the reader’s own zone', () => {
    const { components } = auditCard(pageOf([entryOf()]), english);

    expect(JSON.stringify(components)).toContain('<t:1772442000:f>');
  });

  it('says so when there is nothing, or nothing that matches', () => {
    expect(markdownOf(auditCard(pageOf([]), english).components)).toContain('Nothing is written down yet');
    expect(markdownOf(auditCard(pageOf([], { filter: { actorId } }), english).components)).toContain(
      'No line matches',
    );
  });

  it('keeps its filter in its buttons', () => {
    const filter = { actorId, act: 'case.message-deleted', caseNumber: 9_999_999_999 } as const;
    const page = pageOf([entryOf()], { filter, page: 2, pages: 9_999, total: 99_990 });
    const { components } = auditCard(page, english);

    expect(controlOf(components, '1:audit.page')?.['custom_id']).toBe(
      `1:audit.page:${actorId}:case.message-deleted:9999999999:1`,
    );
    expect(controlOf(components, '1:audit.csv')?.['custom_id']).toBe(
      `1:audit.csv:${actorId}:case.message-deleted:9999999999`,
    );
  });

  it.each(locales)('keeps to Discord’s limits in %s, whatever the lines hold', (locale) => {
    const anyEntry = fc
      .record({
        act: fc.constantFrom(...auditActs),
        actorId: fc.constantFrom(null, actorId),
        before: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2_000 }),
          fc.constant(`moderatorRoles ${roles}`),
        ),
        after: fc.oneof(fc.constant('*'.repeat(500)), fc.constant('moderatorRoles none')),
      })
      .map(entryOf);

    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 10, maxLength: 10 }), (entries) => {
        expect(() => auditCard(pageOf(entries, { pages: 3, page: 2 }), words(locale))).not.toThrow();
      }),
    );
  });
});

describe('the audit as a file', () => {
  it('says how many lines it holds, and when there are more', () => {
    const entries = [entryOf(), entryOf()];

    expect(markdownOf(auditFileCard({ entries, total: 2 }, english).components)).toContain('2 lines as CSV');
    expect(markdownOf(auditFileCard({ entries, total: 12_000 }, english).components)).toContain(
      'The latest 2 of 12000 lines',
    );
    expect(auditFileCard({ entries, total: 2 }, english).files[0]?.contentType).toBe(
      'text/csv; charset=utf-8',
    );
  });
});
