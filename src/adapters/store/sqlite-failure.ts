import { FootnoteError } from '../../core/errors.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) and what they are called here. */
const unavailable = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [10, 'io'],
  [11, 'corrupt'],
  [13, 'full'],
  [14, 'cannot-open'],
  [15, 'busy'],
  [26, 'corrupt'],
]);
const readOnlyCodes = new Set([3, 8, 23]);
/** SQLITE_READONLY_DBMOVED: the file was moved or deleted while it was open. */
const moved = 1032;

/** The number SQLite gave, 0 when `error` is not SQLite's. */
function resultCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode : 0;
}

/**
 * What a failure of SQLite means to the one who runs the bot.
 *
 * @param folder - the folder of the file, named in `store.read-only`
 * @returns `store.read-only` or `store.unavailable` with the failure as its cause; anything that is a
 * mistake of the program, such as a broken constraint, as it is
 */
export function storeFailure(error: unknown, folder: string): unknown {
  const code = resultCode(error);
  if (code === moved) return new FootnoteError('store.unavailable', { reason: 'moved' }, { cause: error });
  if (readOnlyCodes.has(code & 0xff))
    return new FootnoteError('store.read-only', { folder }, { cause: error });
  const reason = unavailable.get(code & 0xff);
  return reason === undefined ? error : new FootnoteError('store.unavailable', { reason }, { cause: error });
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST']);

/** The same for opening the file or making its folder: what cannot be opened there cannot be written there. */
export function openingFailure(error: unknown, folder: string): unknown {
  const refused =
    (resultCode(error) & 0xff) === 14 ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string' && refusals.has(error.code));
  if (refused) return new FootnoteError('store.read-only', { folder }, { cause: error });
  return storeFailure(error, folder);
}

/** Whether another process held the file for too long. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof FootnoteError && error.code === 'store.unavailable' && error.parameters.reason === 'busy'
  );
}

/** Whether a write was refused because the transaction only reads. */
export function isRefusedWrite(error: unknown): boolean {
  return error instanceof FootnoteError && error.code === 'store.read-only' && resultCode(error.cause) === 8;
}
