/** Facts of a log line: counts, codes, ids of servers and references. Never a text, a member's id or a secret. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** Where the process says what it does: a fixed sentence, with facts as fields. */
export type Log = {
  debug(facts: LogFacts, message: string): void;
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
};
