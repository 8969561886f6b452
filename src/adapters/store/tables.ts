import type { Generated } from 'kysely';
import type {
  AuditColumns,
  BadFaithColumns,
  CaseColumns,
  OriginColumns,
  OutboxColumns,
  ReportColumns,
} from './case-tables.ts';

/**
 * The tables as both engines give them. Big numbers may come back as text (PostgreSQL), so that
 * everything read is parsed by the row schemas.
 */
export type Tables = {
  migrations: { name: string; applied_at: number };
  guild_settings: { guild_id: string; document: string };
  catalogue: CatalogueColumns;
  dossiers: DossierColumns & { rewrites: Generated<number> };
  dossier_versions: { dossier_id: string; version: number; changed_at: number; document: string };
  claims: ClaimColumns;
  claim_vectors: ClaimVectorColumns;
  notes: NoteColumns;
  dossier_edits: {
    guild_id: string;
    dossier_id: string;
    revision: number;
    before: number;
    changed_at: number;
    document: string;
  };
  dossier_pins: { guild_id: string; channel_id: string; dossier_id: string };
  inquiries: InquiryColumns;
  inquiry_days: InquiryDayKey & TotalColumns;
  inquiry_months: Omit<InquiryDayKey, 'day'> & TotalColumns & { month: string };
  inquiry_ways: Omit<InquiryDayKey, 'dossier_id' | 'claim_id'> & Omit<TotalColumns, 'askers'>;
  handled_interactions: { id: string; handled_at: number };
  cases: CaseColumns;
  reports: ReportColumns;
  bad_faith: BadFaithColumns;
  audit: AuditColumns;
  outbox: OutboxColumns;
  dossier_origins: OriginColumns;
  opt_outs: { member_id: string; since: number };
  erasures: { code: string; salt: string; erased_at: number };
  departures: { guild_id: string; left_at: number };
  link_checks: LinkCheckColumns;
  digest_schedules: DigestScheduleColumns;
  digest_posts: DigestPostColumns;
  model_spend: ModelSpendColumns;
  model_months: { month: string; micro_dollars: number };
  watchers: WatcherColumns;
  watches: WatchColumns;
};

/** What stands for "no server" in `dossiers.guild_id`: a shared dossier. Known to the store alone. */
export const sharedOwner = '';

/** What stands for "none" in the dossier and claim columns of inquiries, where a key cannot hold null. */
export const none = '';

export type DossierColumns = {
  id: string;
  guild_id: string;
  /** 1 or 0: SQLite has no truth values. */
  sample: number;
  slug: string;
  title: string;
  language: string;
  status: string;
  version: number;
  changed_at: number;
  post_text: string;
  post_author: string | null;
  post_date: string | null;
  post_url: string | null;
  post_remarks: string | null;
  summary_text: string;
  summary_by: string;
  summary_model: string | null;
};

/** One row: what tells processes that something has changed, and until when one of them has its turn to embed. */
export type CatalogueColumns = {
  id: number;
  revision: number;
  links_revision: number;
  vectors_revision: number;
  embedding_until: number;
};

export type ClaimVectorColumns = {
  claim_id: string;
  model: string;
  dossier_id: string;
  text_hash: string;
  /** The `vectors_revision` it was written at. */
  revision: number;
  /** Numbers of 32 bits, the lowest byte first. */
  vector: Uint8Array;
};

export type ClaimColumns = {
  id: string;
  dossier_id: string;
  position: number;
  key: string;
  quote: string;
  quote_start: number;
  quote_end: number;
  gist: string;
  kind: string;
};

export type NoteColumns = {
  id: string;
  dossier_id: string;
  claim_id: string;
  position: number;
  type: string;
  text: string;
  stance: string | null;
  url: string | null;
  publisher: string | null;
  title: string | null;
  date: string | null;
  last_checked: string | null;
};

export type LinkCheckColumns = {
  url: string;
  state: string;
  checked_at: number | null;
  changed_at: number | null;
  final_url: string | null;
  failures: number;
  missing_since: number | null;
  due_at: number;
};

/** The sums of servers that were deleted have no server: the month's budget does not forget them. */
export type ModelSpendColumns = {
  guild_id: string;
  day: string;
  model: string;
  answers: number;
  input: number;
  output: number;
  embedded: number;
  micro_dollars: number;
};

export type WatcherColumns = {
  id: string;
  guild_id: string;
  member_id: string;
  locale: string;
  /** The message that is being sent. */
  batch: string | null;
  waiting_since: number | null;
};

export type WatchColumns = {
  id: string;
  watcher_id: string;
  guild_id: string;
  kind: string;
  /** The claim that is watched, or that answers the question; null while none does. */
  dossier_id: string | null;
  claim_id: string | null;
  slug: string | null;
  claim_key: string | null;
  /** Of the question. */
  text: string | null;
  /** What the member knows of the claim, in JSON: hashes and counts. */
  seen: string | null;
  /** The same as they are being told right now. */
  telling: string | null;
};

/** A row has either a moment at which the next digest is due, or one since which there are none, and why. */
export type DigestScheduleColumns = {
  guild_id: string;
  due_at: number | null;
  paused_at: number | null;
  paused_why: string | null;
};

export type DigestPostColumns = {
  id: string;
  guild_id: string;
  key: string;
  from_day: string;
  to_day: string;
  made_at: number;
  channel_id: string | null;
  message_id: string | null;
};

/** What a total is of. */
export type TotalSubject = { command: string; outcome: string; dossier_id: string; claim_id: string };

/** What a day's totals are kept by. */
export type InquiryDayKey = {
  guild_id: string;
  day: string;
  command: string;
  outcome: string;
  dossier_id: string;
  claim_id: string;
};

/** What a total counts. */
export type TotalColumns = {
  inquiries: number;
  askers: number;
  feedback_yes: number;
  feedback_no: number;
};

export type InquiryColumns = InquiryDayKey & {
  id: string;
  locale: string;
  hour: number;
  asker: string;
  feedback: string | null;
  text: string | null;
};
