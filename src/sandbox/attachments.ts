/** A file the bot has uploaded. */
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
