import type { MessageId, UserId } from '../core/ids.ts';
import type { ModelCosts } from '../core/model-spend.ts';
import type { Analyzer } from '../ports/analyzer.ts';
import type { Cache, DayKeys } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Files } from '../ports/files.ts';
import type { IndexFiles } from '../ports/index-files.ts';
import type { Log } from '../ports/log.ts';
import type { Guilds, Messages } from '../ports/message.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Database } from '../ports/stores.ts';
import type { Web } from '../ports/web.ts';
import type { Catalogs } from './dossiers/catalogs.ts';
import type { Meanings } from './meaning/meanings.ts';
import type { RecentChanges } from './recent-changes.ts';
import type { ReportCoolDown } from './reports/report-cool-down.ts';
import type { RunningWork } from './running-work.ts';
import type { ServerRoles } from './servers/server-roles.ts';
import type { MemberShares } from './spending/member-shares.ts';

/** The models of an installation, as members read them: who runs them, which proposes summaries and claims, which compares meanings. */
export type InstalledModels = {
  readonly provider: string;
  readonly writes: string | null;
  readonly compares: string | null;
};

/** What this installation says of itself. */
export type Installation = {
  readonly version: string;
  readonly operatorContact: string | null;
  /** Null where there are none. */
  readonly models: InstalledModels | null;
  /** The text of PRIVACY.md. */
  readonly privacyPolicy: string;
};

/** What the services need of the outside. */
export type ServiceDeps = {
  readonly database: Database;
  readonly cache: Cache;
  readonly dayKeys: DayKeys;
  readonly indexFiles: IndexFiles;
  readonly messages: Messages;
  readonly guilds: Guilds;
  readonly files: Files;
  readonly web: Web;
  readonly pictures: Pictures;
  /** Null where the operator has configured no model. */
  readonly analyzer: Analyzer | null;
  readonly modelCosts: ModelCosts;
  /** Null where the operator has configured no embedding model. */
  readonly embedder: Embedder | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Says that the outbox has something new: it is looked at soon. Called after the transaction. */
  readonly wakeOutbox: () => void;
  readonly installation: Installation;
  /** A code for a member that only this process can make: for cool-downs, so that no file holds who waits. */
  readonly pseudonym: (memberId: UserId) => string;
  /** 12 random characters of base64url. */
  readonly newId: () => string;
};

/** `ServiceDeps` with what the services keep in memory. */
export type BoundDeps = ServiceDeps & {
  readonly catalogs: Catalogs;
  readonly meanings: Meanings | null;
  readonly memberShares: MemberShares;
  /** Cards being posted right now, by channel and subject. */
  readonly posting: Map<string, Promise<MessageId>>;
  readonly recentlyDeleted: RecentChanges;
  readonly recentlyEdited: RecentChanges;
  readonly reportCoolDown: ReportCoolDown;
  readonly serverRoles: ServerRoles;
  readonly runningWork: RunningWork;
};

/** Gives a use case what it needs, so that it is called with its input alone. */
export type Bind = <Input extends readonly unknown[], Result>(
  service: (deps: BoundDeps, ...input: Input) => Result,
) => (...input: Input) => Result;
