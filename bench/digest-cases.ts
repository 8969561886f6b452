import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { filled, serverOf } from './digest-shape.ts';
import { question } from './digest-texts.ts';
import { chanceFrom } from './draws.ts';
import type { Progress } from './progress.ts';

/** How many cases the busiest server had in two years; the server of rank n has that divided by n. */
const casesOfBusiest = 20_000;
const dayMs = 86_400_000;
const years2Ms = 730 * dayMs;

type Row = Readonly<Record<string, SQLInputValue>>;

/** Writes cases of two years with their reports: nine in ten about messages, nearly all resolved. */
export async function fillCases(raw: DatabaseSync, progress: Progress): Promise<void> {
  const chance = chanceFrom(2);
  const addCase = adding(raw, 'cases');
  const addReport = adding(raw, 'reports');
  raw.exec('begin');
  for (let rank = 0; rank < filled.servers; rank += 1) {
    if (rank % 50 === 0) await progress.say('cases', rank / filled.servers);
    const count = Math.ceil(casesOfBusiest / (rank + 1));
    for (let number = 1; number <= count; number += 1) {
      const openedAt = Math.floor(filled.nowMs - years2Ms * (1 - number / count) - chance() * dayMs);
      const subject = caseRow({ rank, number, openedAt }, chance);
      addCase(subject);
      const reports = 1 + Math.floor(chance() ** 4 * 12);
      for (let position = 1; position <= reports; position += 1)
        addReport(reportRow(subject, position, openedAt + position * 600_000));
    }
  }
  raw.exec('commit');
}

function adding(raw: DatabaseSync, table: string): (row: Row) => void {
  let insert: ReturnType<DatabaseSync['prepare']> | null = null;
  return (row) => {
    const columns = Object.keys(row);
    insert ??= raw.prepare(
      `insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`,
    );
    insert.run(...Object.values(row));
  };
}

type Place = { readonly rank: number; readonly number: number; readonly openedAt: number };

function caseRow({ rank, number, openedAt }: Place, chance: () => number): Row {
  const age = filled.nowMs - openedAt;
  const isDone = chance() < (age < 3 * dayMs ? 0.5 : 0.99);
  const isQuestion = chance() < 0.1;
  const takenAt = isDone && chance() < 0.8 ? Math.floor(openedAt + chance() * dayMs) : null;
  const hasText = age < 31 * dayMs;
  const subjectId = String(1_310_000_000_000_000_000n + BigInt(rank) * 100_000n + BigInt(number));
  return {
    id: `${String(rank).padStart(5, '-')}${String(number).padStart(7, '-')}`,
    guild_id: serverOf(rank),
    number,
    subject_kind: isQuestion ? 'question' : 'message',
    subject_key: subjectId,
    channel_id: isQuestion ? null : String(1_290_000_000_000_000_110n),
    message_id: isQuestion ? null : subjectId,
    author_id: null,
    text: hasText ? question(chance).repeat(isQuestion ? 1 : 8) : null,
    text_from: isQuestion || !hasText ? null : 'content',
    attachments: isQuestion ? null : 0,
    reach: isQuestion ? null : 'everyone',
    fate: isQuestion ? null : 'there',
    claims: isQuestion ? null : '[]',
    state: isDone ? 'resolved' : 'open',
    resolution_kind: isDone ? 'no-action' : null,
    resolution_by: isDone ? '1290000000000000301' : null,
    opened_at: openedAt,
    waits_since: openedAt,
    taken_at: takenAt,
    resolved_at: isDone ? Math.min(filled.nowMs - 1, Math.floor(openedAt + (1 + chance()) * dayMs)) : null,
    locale: 'en-US',
    forgotten: isDone && !hasText ? 1 : 0,
  };
}

function reportRow({ id = null, guild_id = null }: Row, position: number, reportedAt: number): Row {
  const reportId = `${String(id).replaceAll('-', '0').slice(1)}${position.toString(36)}`;
  return {
    id: reportId,
    case_id: id,
    guild_id,
    position,
    reporter: `~${reportId}`,
    reason: 'misleading',
    outcome: 'not-wanted',
    weight: 1,
    bad_faith: position % 10 === 0 ? 1 : 0,
    reported_at: reportedAt,
    locale: 'en-US',
  };
}
