/** What a case is kept in. The columns of its subject are null where its kind has none of it. */
export type CaseColumns = {
  id: string;
  guild_id: string;
  number: number;
  subject_kind: string;
  /** The message, a code for the question, or the dossier; once a question was forgotten, a tombstone. */
  subject_key: string;
  channel_id: string | null;
  parent_id: string | null;
  message_id: string | null;
  author_id: string | null;
  /** Of the message or the question. */
  text: string | null;
  text_from: string | null;
  attachments: number | null;
  reach: string | null;
  fate: string | null;
  /** Matched claims as a JSON list of `slug/c01`. */
  claims: string | null;
  dossier_id: string | null;
  dossier_slug: string | null;
  state: string;
  assignee_id: string | null;
  resolution_kind: string | null;
  resolution_by: string | null;
  resolution_note: string | null;
  resolution_url: string | null;
  /** As `slug/c01`. */
  resolution_claim: string | null;
  opened_at: number;
  waits_since: number;
  taken_at: number | null;
  resolved_at: number | null;
  alerted_at: number | null;
  draft: string | null;
  locale: string;
  card_channel_id: string | null;
  card_message_id: string | null;
  /** 1 once retention has taken texts and reporters from it; 0 again when it is reopened. */
  forgotten: number;
};

export type ReportColumns = {
  id: string;
  case_id: string;
  guild_id: string;
  /** 1 for the first of a case. */
  position: number;
  /** The member, or a tombstone: a tombstone. */
  reporter: string;
  reason: string | null;
  statement: string | null;
  details: string | null;
  outcome: string;
  weight: number;
  bad_faith: number;
  reported_at: number;
  locale: string;
};

/** A row says at least one mark; who has none has no row. */
export type BadFaithColumns = { guild_id: string; member_id: string; marks: number };

export type AuditColumns = {
  id: string;
  guild_id: string;
  /** Rises with every line of a server, so that lines of one moment keep their order. */
  sequence: number;
  at: number;
  actor_id: string | null;
  act: string;
  case_number: number | null;
  before: string | null;
  after: string | null;
};

export type OutboxColumns = {
  kind: string;
  subject_id: string;
  guild_id: string;
  sequence: number;
  put_at: number;
  due_at: number;
  /** Until when somebody is sending it. */
  leased_until: number | null;
  begun_at: number | null;
  attempts: number;
};

export type OriginColumns = {
  dossier_id: string;
  guild_id: string;
  channel_id: string;
  parent_id: string | null;
  message_id: string;
  author_id: string | null;
};
