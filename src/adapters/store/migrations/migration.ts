import type { QueryExecutorProvider, SchemaModule } from 'kysely';

/** What a migration works with: the schema builder and `sql`, not the types of the present tables. */
export type TablesInChange = QueryExecutorProvider & { readonly schema: SchemaModule };

/** One step forward. A released migration is never changed; what it got wrong, the next one mends. */
export type Migration = {
  /** Four digits and words, such as `0001-first-tables`; migrations run in the order of the list. */
  readonly name: string;
  /** Runs inside a transaction. */
  up(db: TablesInChange): Promise<void>;
};
