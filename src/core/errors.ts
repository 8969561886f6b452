/** Every failure a person can cause or meet, by a stable code; the sentences are in config/locales. */
export type ErrorCode =
  | 'access.denied'
  | 'already-handled'
  | 'bot.lacks-permission'
  | 'button.expired'
  | 'button.not-yours'
  | 'case.already-resolved'
  | 'case.claim-missing'
  | 'case.dossier-unpublished'
  | 'case.no-claim'
  | 'case.not-a-message'
  | 'case.not-resolved'
  | 'case.not-yours'
  | 'case.own-message'
  | 'case.reason-missing'
  | 'case.taken'
  | 'case.unknown'
  | 'claim.unknown'
  | 'claim.reference-malformed'
  | 'command.unknown'
  | 'context.failed'
  | 'digest.date-malformed'
  | 'digest.dates-reversed'
  | 'digest.time-malformed'
  | 'digest.not-begun'
  | 'digest.too-long'
  | 'digest.zone-unknown'
  | 'discord.closed'
  | 'discord.token-refused'
  | 'discord.unreachable'
  | 'dossier.archived'
  | 'dossier.author-opted-out'
  | 'dossier.invalid'
  | 'dossier.link-no-text'
  | 'dossier.no-text'
  | 'dossier.none'
  | 'dossier.overtaken'
  | 'dossier.post-deleted'
  | 'dossier.post-erased'
  | 'dossier.post-gone'
  | 'dossier.shared'
  | 'dossier.slug-malformed'
  | 'dossier.slug-taken'
  | 'dossier.unchanged'
  | 'dossier.unknown'
  | 'dossier.version-unknown'
  | 'draft.gone'
  | 'edit.claim-gone'
  | 'edit.no-quote'
  | 'edit.note-gone'
  | 'edit.nothing-to-undo'
  | 'edit.other-post'
  | 'edit.post-gone'
  | 'edit.quote-missing'
  | 'edit.too-many'
  | 'file.encoding'
  | 'file.not-found'
  | 'file.not-json'
  | 'file.too-large'
  | 'file.unreadable'
  | 'guild.not-allowed'
  | 'guild.required'
  | 'inquiry.gone'
  | 'interaction.gone'
  | 'message.author-opted-out'
  | 'message.no-access'
  | 'message.not-here'
  | 'message.own'
  | 'message.system'
  | 'message.unknown'
  | 'model.failed'
  | 'question.answered'
  | 'question.gone'
  | 'question.nothing-written'
  | 'query.empty'
  | 'query.too-long'
  | 'report.again'
  | 'report.link-malformed'
  | 'report.server-busy'
  | 'report.too-many'
  | 'share.failed'
  | 'share.not-here'
  | 'share.not-permitted'
  | 'share.slow-mode'
  | 'share.thread-archived'
  | 'store.newer'
  | 'store.older'
  | 'store.read-only'
  | 'store.unavailable'
  | 'too-fast'
  | 'usage'
  | 'watch.question-gone'
  | 'source.address'
  | 'upload.empty'
  | 'upload.encoding'
  | 'upload.kind'
  | 'upload.not-json'
  | 'upload.file-too-large'
  | 'upload.too-large'
  | 'upload.unreadable'
  | 'watch.too-many'
  | 'work.gone'
  | 'work.stopped';

/** What the sentence of an error may mention; plain facts, never a member's text. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/**
 * An expected failure: someone asked for something that cannot be had, and can be told what to do.
 *
 * `code` is stable and is what the words in config/locales are found by (`error.<code>`).
 * `message` is for developers; members never read it.
 */
export class FootnoteError extends Error {
  override readonly name = 'FootnoteError';
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(parameters)}`, options);
    this.code = code;
    this.parameters = parameters;
  }
}

const operatorCodes = /^(?:discord|file|model)\.|^store\.(?:newer|older|read-only)$|^usage$/;

/** Whether the words of a failure are for whoever runs the bot; members read an apology instead. */
export function isForOperators(code: ErrorCode): boolean {
  return operatorCodes.test(code);
}
