import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { openSqlite } from '../src/adapters/store/sqlite.ts';
import { daysAfter } from '../src/core/digest-period.ts';
import { fillCases } from './digest-cases.ts';
import { filled, serverOf } from './digest-shape.ts';
import { claimsOf, type KnownClaims, question, writeDossiers } from './digest-texts.ts';
import { chanceFrom, drawBy, zipf } from './draws.ts';
import type { Progress } from './progress.ts';

const rowsAtOnce = 100_000;

/**
 * Fills a new file with inquiries of servers whose sizes follow Zipf's law, with totals that agree with them, dossiers of the
 * busiest server, cases and reports.
 */
export async function fillStore(file: string, inquiries: number, progress: Progress): Promise<void> {
  const database = await openSqlite({ file });
  const own = await writeDossiers(database, serverOf(0));
  await database.close();

  const raw = new DatabaseSync(file);
  raw.exec(`
    pragma synchronous = off;
    pragma journal_mode = off;
    pragma secure_delete = off;
    pragma cache_size = -400000;
    pragma temp_store = file;
    pragma threads = 2;
  `);
  const indexes = raw
    .prepare(
      `select name, sql from sqlite_master
      where type = 'index' and tbl_name in ('inquiries', 'cases', 'reports') and sql is not null`,
    )
    .all();
  for (const { name } of indexes) raw.exec(`drop index ${name}`);
  await fillInquiries(raw, { inquiries, own, progress });
  await fillCases(raw, progress);
  const steps = [...totals(), ...indexes.map(({ sql }) => String(sql))];
  for (const [index, step] of steps.entries()) {
    await progress.say('totals and indexes', index / steps.length);
    raw.exec(step);
  }
  await progress.done();
  raw.close();
}

type Inquiries = { readonly inquiries: number; readonly own: KnownClaims; readonly progress: Progress };

async function fillInquiries(raw: DatabaseSync, { inquiries, own, progress }: Inquiries): Promise<void> {
  const chance = chanceFrom(1);
  const serverRank = drawBy(zipf(filled.servers), chance);
  const claims = Array.from({ length: filled.servers }, (_, rank) => claimsOf(rank, own, chance));
  const days = Array.from({ length: filled.inquiryDays }, (_, ago) => daysAfter(filled.today, -ago));
  const insert = raw.prepare(`
    insert into inquiries
      (id, guild_id, day, hour, command, outcome, dossier_id, claim_id, locale, asker, feedback, text)
    values (${Array.from({ length: 12 }, () => '?').join()})
  `);
  for (let index = 0; index < inquiries; index += 1) {
    if (index % rowsAtOnce === 0) {
      if (index > 0) raw.exec('commit');
      await progress.say('inquiries', index / inquiries);
      raw.exec('begin');
    }
    const rank = serverRank();
    const ago = Math.floor(chance() * filled.inquiryDays);
    const [command, outcome] = happened(chance());
    const isAboutClaim = outcome === 'answered' || outcome === 'picked' || command === 'claim.show';
    const claim = isAboutClaim || command === 'summary' ? claims[rank]?.() : undefined;
    const hasText = !isAboutClaim && command === 'claim.lookup' && ago < filled.textDays;
    const row: SQLInputValue[] = [
      idOf(index),
      serverOf(rank),
      days[ago] ?? filled.today,
      Math.floor(chance() * 24),
      command,
      outcome,
      claim?.dossierId ?? '',
      isAboutClaim ? (claim?.claimId ?? '') : '',
      'en-US',
      String(Math.floor(chance() * (20 + 20_000 / (rank + 1)))).padStart(22, 'askerAskerAskerAskerAs'),
      isAboutClaim && chance() < 0.1 ? (chance() < 0.8 ? 'yes' : 'no') : null,
      hasText ? question(chance) : null,
    ];
    insert.run(...row);
  }
  raw.exec('commit');
}

/** Which command a question came through and what came of it; `lot` is from 0 to 1. */
function happened(lot: number): readonly [command: string, outcome: string] {
  if (lot < 0.15) return ['claim.show', 'opened'];
  if (lot < 0.2) return ['summary', 'opened'];
  if (lot < 0.65) return ['claim.lookup', 'answered'];
  if (lot < 0.77) return ['claim.lookup', 'picked'];
  if (lot < 0.83) return ['claim.lookup', 'ambiguous'];
  if (lot < 0.88) return ['claim.lookup', 'none-of-these'];
  return ['claim.lookup', 'unanswered'];
}

/** In the order of the key, so that rows are only ever added at the end of the table; what they hold is in no order. */
function idOf(index: number): string {
  const digits = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
  let id = '';
  for (let rest = index, place = 0; place < 5; place += 1, rest = Math.floor(rest / 64))
    id = (digits[rest % 64] ?? '') + id;
  return `${id}aBcDeFg`;
}

function totals(): readonly string[] {
  // In the order of the keys of all totals, so that rows are only ever added at the end of a table.
  const subject = 'claim_id, dossier_id, command, outcome';
  const counts = 'inquiries, askers, feedback_yes, feedback_no';
  const past = Array.from({ length: filled.repeats }, (_, index) => {
    const days = (index + 1) * filled.inquiryDays;
    return `
      insert into inquiry_days (guild_id, day, ${subject}, ${counts})
      select guild_id, date(day, '-${days} days'), ${subject}, ${counts} from inquiry_days
      where guild_id < '${serverOf(filled.serversWithPast)}' and day > '${daysAfter(filled.today, -filled.inquiryDays)}'
    `;
  });
  return [
    `
      insert into inquiry_days (guild_id, day, ${subject}, ${counts})
      select guild_id, day, ${subject}, count(*), count(distinct asker),
        sum(ifnull(feedback, '') = 'yes'), sum(ifnull(feedback, '') = 'no')
      from inquiries group by guild_id, day, ${subject}
    `,
    ...past,
    `
      insert into inquiry_months (guild_id, month, ${subject}, ${counts})
      select guild_id, substr(day, 1, 7), ${subject}, sum(inquiries), sum(askers), sum(feedback_yes), sum(feedback_no)
      from inquiry_days group by guild_id, ${subject}, substr(day, 1, 7)
    `,
    `
      insert into inquiry_ways (guild_id, day, command, outcome, inquiries, feedback_yes, feedback_no)
      select guild_id, day, command, outcome, sum(inquiries), sum(feedback_yes), sum(feedback_no)
      from inquiry_days group by guild_id, day, command, outcome
    `,
  ];
}
