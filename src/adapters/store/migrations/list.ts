import { firstTables } from './0001-first-tables.ts';
import { reportsAndCases } from './0002-reports-and-cases.ts';
import { outboxAndOrigins } from './0003-outbox-and-origins.ts';
import { linkChecks } from './0004-link-checks.ts';
import { unansweredQuestions } from './0005-unanswered-questions.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  firstTables,
  reportsAndCases,
  outboxAndOrigins,
  linkChecks,
  unansweredQuestions,
];
