/** How long each kind of data is kept; PRIVACY.md and `/privacy view` say the same. */
export const retention = {
  /** Inquiries, in days. */
  inquiryDays: 90,
  /** Redacted texts of unanswered questions, in days. */
  questionTextDays: 30,
  /** Ids of handled interactions, in minutes. */
  handledInteractionMinutes: 20,
} as const;
