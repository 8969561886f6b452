import { FootnoteError } from '../core/errors.ts';

/** A file that a member has handed to Discord along with a command. */
export type Upload = {
  readonly name: string;
  /** Where Discord keeps it. */
  readonly url: string;
  readonly bytes: number;
};

/** Says that an upload holds more than is read of it. */
export function uploadTooLarge(maxBytes: number): FootnoteError {
  return new FootnoteError('upload.file-too-large', { max: maxBytes / 1024 / 1024 });
}

/** Files that members upload; nothing else can be read through it. */
export type Files = {
  /**
   * The content of an upload.
   *
   * @throws FootnoteError `upload.file-too-large` when it holds more than `maxBytes`, whatever Discord said, `upload.unreadable` when it
   * cannot be had, or is not where Discord keeps uploads
   */
  read(upload: Upload, maxBytes: number): Promise<Uint8Array>;
};
