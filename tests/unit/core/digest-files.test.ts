import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { digestColumns, digestCsv, digestDocument } from '../../../src/core/digest-files.ts';
import { exampleCase, exampleMessage } from '../../fakes/example-case.ts';
import { changedTo, claimId, deadLinkOf, quietSource, totalOf } from '../../fakes/example-digest.ts';
import { exampleGroup } from '../../fakes/example-group.ts';

const contested = { case: exampleCase({ state: 'resolved' }), reports: 4 };
const deleted = {
  case: exampleCase({ number: 13, subject: exampleMessage({ fate: 'deleted' }) }),
  reports: 1,
};

/** What a question has that one member put to the moderators, to be told. */
const putOnce = { questions: 0, askedModerators: 1, waitingToBeTold: 1, caseNumbers: [14] };

function busy() {
  return digestOf(
    quietSource({
      totals: [
        totalOf(1, { inquiries: 3, askers: 2, feedback: { yes: 1, no: 0 } }),
        totalOf(2),
        totalOf(null),
      ],
      totalsBefore: [totalOf(1)],
      asks: [
        { from: '2026-03-02', to: '2026-03-02', asks: 4 },
        { from: '2026-03-03', to: '2026-03-31', asks: 1 },
      ],
      contested: [contested, deleted],
      unanswered: {
        groups: [
          exampleGroup({ label: '=why?', questions: 5 }, 1),
          exampleGroup({ label: 'who, me?', askedByMany: false, ...putOnce }, 2),
        ],
        further: 2,
      },
      waiting: { ageing: { cases: [exampleCase()], total: 1 }, questions: { cases: [], total: 0 } },
      opened: { now: 2, before: 1 },
      resolved: [{ openedAt: 0, takenAt: 600_000, resolvedAt: 3_600_000 }],
      standings: { changed: [changedTo(1)], added: 2, withdrawn: 1 },
      links: { sources: 9, dead: [deadLinkOf(1)], unchecked: 4, blocked: 1 },
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
    expect(lines).toContain('asks,2026-03-02,,inquiries,4,');
    expect(lines).toContain('asks,2026-03-03/2026-03-31,,inquiries,1,');
    expect(lines).toContain('cases,,,opened,2,1');
    expect(lines).toContain('cases,,,resolution-median-ms,3600000,');
    expect(lines).toContain('cases,,,handling-p90-ms,3000000,');
    expect(lines).toContain('period,,,demo,0,');
    expect(lines).toContain(
      'waiting,ferry-timetable/c1,https://harbour.example/survey,dead-since,2026-03-03T00:00:00.000Z,',
    );
    expect(lines).toContain('standings,,,added,2,');
    expect(lines).toContain('standings,,,withdrawn,1,');
    expect(lines).toContain('links,,,sources,9,');
    expect(lines).toContain('links,,,dead,1,');
    expect(lines).toContain('links,,,unchecked,4,');
    expect(lines).toContain('links,,,blocked,1,');
    expect(lines).toContain(
      'contested,case 12,https://discord.com/channels/1290000000000000100/1290000000000000110/1290000000000000999,reports,4,',
    );
    expect(lines).toContain('contested,case 13,,reports,1,');
  });

  it('has a line for each part of a standing that changed, with what it was', () => {
    const standings = lines.filter((line) => line.startsWith('standings,ferry-timetable/c1,'));

    expect(standings.map((line) => line.split(',').slice(-3).join())).toEqual([
      'standing,mixed,contradicted',
      'supports,2,0',
      'partly,0,0',
      'contradicts,1,1',
      'context,0,0',
      'openQuestions,1,1',
    ]);
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
    expect(document.standings).toMatchObject({
      changed: [
        {
          claim: 'ferry-timetable/c1',
          from: { standing: 'contradicted', supports: 0, contradicts: 1, openQuestions: 1 },
          to: { standing: 'mixed', supports: 2, contradicts: 1, openQuestions: 1 },
        },
      ],
      added: 2,
      withdrawn: 1,
    });
    expect(document.links).toEqual({ sources: 9, dead: 1, unchecked: 4, blocked: 1 });
    expect(document.cases).toMatchObject({
      resolutionTime: { cases: 1, medianMs: 3_600_000, p90Ms: 3_600_000 },
      handlingTime: { cases: 1, medianMs: 3_000_000, p90Ms: 3_000_000 },
    });
    expect(document.waiting.deadLinks).toEqual([
      {
        claim: 'ferry-timetable/c1',
        url: 'https://harbour.example/survey',
        publisher: 'Harbour Office',
        since: '2026-03-03T00:00:00.000Z',
      },
    ]);
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
