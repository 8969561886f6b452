import { firstTables } from './0001-first-tables.ts';
import { reportsAndCases } from './0002-reports-and-cases.ts';
import { outboxAndOrigins } from './0003-outbox-and-origins.ts';
import { linkChecks } from './0004-link-checks.ts';
import { unansweredQuestions } from './0005-unanswered-questions.ts';
import { digestTotals } from './0006-digest-totals.ts';
import { watches } from './0007-watches.ts';
import { digestSchedules } from './0008-digest-schedules.ts';
import { caseTakenAt } from './0009-case-taken-at.ts';
import { claimVectors } from './0010-claim-vectors.ts';
import { dossierEdits } from './0011-dossier-edits.ts';
import { dossierRewrites } from './0012-dossier-rewrites.ts';
import { modelSpend } from './0013-model-spend.ts';
import { originPlaces } from './0014-origin-places.ts';
import { embeddingSpend } from './0015-embedding-spend.ts';
import { erasures } from './0016-erasures.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  firstTables,
  reportsAndCases,
  outboxAndOrigins,
  linkChecks,
  unansweredQuestions,
  digestTotals,
  watches,
  digestSchedules,
  caseTakenAt,
  claimVectors,
  dossierEdits,
  dossierRewrites,
  modelSpend,
  originPlaces,
  embeddingSpend,
  erasures,
];
