/** The largest file a member may attach, in bytes; Discord's limit without boosts. */
export const attachmentLimitBytes = 10 * 1024 * 1024;

/** A file that the bot or a person has uploaded. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** The uploaded files, by id. */
export type Attachments = {
  put(file: StoredFile): void;
  get(id: string): StoredFile | undefined;
};

/** An empty store of files. */
export function attachmentStore(): Attachments {
  const files = new Map<string, StoredFile>();
  return { put: (file) => void files.set(file.id, file), get: (id) => files.get(id) };
}

/** Where a file of this server is found, relative to its origin. */
export function attachmentPath(file: { readonly id: string; readonly name: string }): string {
  return `/sandbox/attachments/${file.id}/${encodeURIComponent(file.name)}`;
}
