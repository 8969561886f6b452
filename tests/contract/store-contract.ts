import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../src/ports/stores.ts';
import { describeDatabase } from './store-database.ts';
import { describeDossiers } from './store-dossiers.ts';
import { describeGuildBorders } from './store-guild-borders.ts';
import { describeInquiries } from './store-inquiries.ts';
import { describeSmallStores } from './store-small.ts';

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
    describeInquiries(opened);
    describeGuildBorders(opened);
  });
}
