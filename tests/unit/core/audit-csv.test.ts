import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, auditActs } from '../../../src/core/audit.ts';
import { auditColumns, auditCsv } from '../../../src/core/audit-csv.ts';
import { AuditId, GuildId, UserId } from '../../../src/core/ids.ts';

const guildId = GuildId.parse('1290000000000000100');
const id = AuditId.parse('AAAAAAAAAAAA');

function entryOf(parts: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id,
    guildId,
    at: Date.UTC(2026, 2, 2, 9, 0, 0),
    actorId: UserId.parse('1290000000000000304'),
    act: 'case.taken',
    caseNumber: 12,
    before: 'open',
    after: 'assigned',
    ...parts,
  };
}

/** Reads CSV as RFC 4180 defines it, letter by letter. */
function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at] ?? '';
    if (quoted && letter === '"' && csv[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) field += letter;
    else if (letter === ',' || letter === '\r') {
      row.push(field);
      field = '';
      if (letter === ',') continue;
      rows.push(row);
      row = [];
      at += 1;
    } else field += letter;
  }
  return rows;
}

const anyText = fc.option(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", 'a') }),
  ),
);

describe('the audit as CSV', () => {
  it('has a line of names, then one line for each act', () => {
    expect(auditCsv([entryOf()])).toBe(
      'time,member,act,case,before,after\r\n2026-03-02T09:00:00.000Z,1290000000000000304,case.taken,12,open,assigned\r\n',
    );
  });

  it('is only the names where nothing was done', () => {
    expect(auditCsv([])).toBe(`${auditColumns.join(',')}\r\n`);
  });

  it('leaves empty what there is not', () => {
    const csv = auditCsv([entryOf({ actorId: null, caseNumber: null, before: null, after: null })]);

    expect(readCsv(csv)[1]).toEqual(['2026-03-02T09:00:00.000Z', '', 'case.taken', '', '', '']);
  });

  it('reads back as it was written, whatever a field holds', () => {
    const anyEntry = fc
      .record({ act: fc.constantFrom(...auditActs), before: anyText, after: anyText })
      .map(entryOf);

    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
        const [names, ...rows] = readCsv(auditCsv(entries));

        expect(names).toEqual(auditColumns);
        expect(rows.map((row) => row.slice(4).map(unguarded))).toEqual(
          entries.map(({ before, after }) => [before ?? '', after ?? ''].map(unguarded)),
        );
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'is no formula to a spreadsheet: %j',
    (formula) => {
      const [, row] = readCsv(auditCsv([entryOf({ after: formula })]));

      expect(row?.[5]).toBe(`'${formula}`);
    },
  );
});

/** An apostrophe before a formula cannot be told from the guard; both read as the formula. */
function unguarded(field: string): string {
  return field.replace(/^'(?=[=+\-@\t\r])/, '');
}
