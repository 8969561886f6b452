/** How long each kind of data is kept; PRIVACY.md and `/privacy view` say the same. */
export const retention = {
  /** Inquiries, in days. */
  inquiryDays: 90,
  /** Redacted texts of unanswered questions, in days. */
  questionTextDays: 30,
  /** Ids of handled interactions, in minutes. */
  handledInteractionMinutes: 20,
  /** Codes of members who were erased, in minutes: longer than what was read before may be under way. */
  erasureMinutes: 25,
  /** Texts, reporters and what they wrote, in days after their case was resolved. */
  resolvedCaseDays: 30,
  /** The text of a message Footnote may not look up, in hours. */
  unseenTextHours: 24,
  /** The post of a dossier made from a member's message, in days after it was archived. */
  archivedPostDays: 30,
  /** Lines of the audit, in days. */
  auditDays: 365,
  /** What waits to be sent and cannot be, in days. */
  outboxDays: 7,
  /** Everything of a server that Footnote was removed from, in days. */
  departureDays: 30,
  /** Which scheduled digests were posted, in days: longer than a period could come again. */
  digestPostDays: 40,
  /** What is watched by a member who could not be told of news, in days since then. */
  untoldWatchDays: 30,
  /** What a form was opened for, in minutes. */
  draftMinutes: 15,
  /** What a model proposed for a post, in hours. */
  modelAnswerHours: 24,
} as const;
