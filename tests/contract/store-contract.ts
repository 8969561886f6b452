import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../src/ports/stores.ts';
import { describeArchivedPosts } from './store-archived-posts.ts';
import { describeAudit } from './store-audit.ts';
import { describeCases } from './store-cases.ts';
import { describeDatabase } from './store-database.ts';
import { describeDigest } from './store-digest.ts';
import { describeDigestPosts } from './store-digest-posts.ts';
import { describeDossiers } from './store-dossiers.ts';
import { describeEdits } from './store-edits.ts';
import { describeErasedMembers } from './store-erased-members.ts';
import { describeErasures } from './store-erasures.ts';
import { describeForgottenCases } from './store-forgotten-cases.ts';
import { describeForgottenInquiries } from './store-forgotten-inquiries.ts';
import { describeGuildBorders } from './store-guild-borders.ts';
import { describeInquiries } from './store-inquiries.ts';
import { describeLinks } from './store-links.ts';
import { describeMembers } from './store-members.ts';
import { describeOutbox } from './store-outbox.ts';
import { describePurge } from './store-purge.ts';
import { describeReports } from './store-reports.ts';
import { describeSmallStores } from './store-small.ts';
import { describeSpend } from './store-spend.ts';
import { describeTotals } from './store-totals.ts';
import { describeUnanswered } from './store-unanswered.ts';
import { describeVectors } from './store-vectors.ts';
import { describeWatches } from './store-watches.ts';

/** A kind of database under test. */
export type Engine = {
  readonly name: string;
  /** Opens a new, empty database. */
  open(): Promise<Database>;
};

/** What every database promises, whatever its engine. */
export function describeStores(engine: Engine): void {
  describe(`stores on ${engine.name}`, () => {
    let database: Database;

    beforeAll(async () => {
      database = await engine.open();
    });
    afterAll(() => database.close());

    const opened = () => database;
    describeDatabase(opened, () => engine.open());
    describeSmallStores(opened);
    describeDossiers(opened);
    describeEdits(opened);
    describeInquiries(opened);
    describeForgottenInquiries(opened);
    describeTotals(opened);
    describeUnanswered(opened);
    describeCases(opened);
    describeForgottenCases(opened);
    describeReports(opened);
    describeDigest(opened);
    describeLinks(() => engine.open());
    describeOutbox(() => engine.open());
    describeDigestPosts(() => engine.open());
    describeAudit(opened);
    describeMembers(opened);
    describeErasedMembers(opened);
    describeErasures(opened);
    describeArchivedPosts(opened);
    describeWatches(opened);
    describeVectors(() => engine.open());
    describeSpend(() => engine.open());
    describePurge(opened);
    describeGuildBorders(opened);
  });
}
