import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { digestColumns, digestCsv, digestDocument } from '../../../src/core/digest-files.ts';
import { exampleCase, exampleMessage } from '../../fakes/example-case.ts';
import { claimId, quietSource, totalOf } from '../../fakes/example-digest.ts';

const contested = { case: exampleCase({ state: 'resolved' }), reports: 4 };
const deleted = {
  case: exampleCase({ number: 13, subject: exampleMessage({ fate: 'deleted' }) }),
  reports: 1,
};

function busy() {
  return digestOf(
    quietSource({
      days: [totalOf(1, { inquiries: 3, askers: 2 }), totalOf(2), totalOf(null)],
      daysBefore: [totalOf(1)],
      feedback: [{ claimId: claimId(1), yes: 1, no: 0 }],
      contested: [contested, deleted],
      unanswered: {
        groups: [
          { label: '=why?', askedByMany: true, questions: 5, askedModerators: 0, caseNumbers: [] },
          { label: 'who, me?', askedByMany: false, questions: 0, askedModerators: 1, caseNumbers: [14] },
        ],
        further: 2,
      },
      waiting: { ageing: { cases: [exampleCase()], total: 1 }, questions: { cases: [], total: 0 } },
      opened: { now: 2, before: 1 },
      resolved: [{ openedAt: 0, resolvedAt: 3_600_000 }],
      byState: { open: 1, assigned: 0, reopened: 0, resolved: 1 },
      nameOf: (_dossier, id) =>
        id === claimId(1) ? { ...quietSource().nameOf(null, id), quote: '=cmd|"/c calc", he said' } : null,
    } as Parameters<typeof quietSource>[0]),
  );
}

describe('a digest as CSV', () => {
  const lines = digestCsv(busy()).split('\r\n');

  it('has a line of names, and as many fields in every line', () => {
    expect(lines[0]).toBe(digestColumns.join(','));
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1))
      expect(line.replace(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(digestColumns.length);
  });

  it('has a line for each number, with that of the period before', () => {
    expect(lines).toContain('period,,,from,2026-03-02,2026-02-23');
    expect(lines).toContain('questions,,,asked,5,1');
    expect(lines).toContain('cases,,,opened,2,1');
    expect(lines).toContain('cases,,,median-ms,3600000,');
    expect(lines).toContain(
      'contested,case 12,https://discord.com/channels/1290000000000000100/1290000000000000110/1290000000000000999,reports,4,',
    );
    expect(lines).toContain('contested,case 13,,reports,1,');
  });

  it('holds the words of a post as text, never as a formula', () => {
    expect(lines).toContain(`claims,ferry-timetable/c1,"'=cmd|""/c calc"", he said",asks,3,1`);
  });

  it('holds the words of a question only where three asked it on one day', () => {
    expect(lines).toContain("unanswered,group 1,'=why?,questions,5,");
    expect(lines).toContain('unanswered,group 2,,asked-moderators,1,');
    expect(lines).toContain('unanswered,,,further,2,');
  });

  it('names no claim that is no longer published', () => {
    expect(lines).toContain('claims,,,asks,1,0');
  });
});

describe('a digest as JSON', () => {
  it('is plain data: what is written is what is read', () => {
    const document = digestDocument(busy());

    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.claims[0]).toEqual({
      claim: 'ferry-timetable/c1',
      quote: '=cmd|"/c calc", he said',
      asks: { now: 3, before: 1 },
      answered: 3,
      picked: 0,
      opened: 0,
      askers: 2,
      feedback: { yes: 1, no: 0 },
    });
    expect(document.waiting.ageing.cases).toEqual([
      { case: 12, state: 'open', waitsSince: '2026-03-02T09:00:00.000Z' },
    ]);
  });

  it('holds no message’s text and nobody’s id', () => {
    const written = JSON.stringify(digestDocument(busy()));

    expect(written).not.toContain('Iraqi Army');
    expect(written).not.toContain('who, me?');
    expect(written).not.toContain('1290000000000000306');
  });
});
