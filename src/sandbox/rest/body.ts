import { refusals } from './errors.ts';

/** A file that came with a request as `files[n]`. */
export type UploadedFile = {
  /** The n of `files[n]`, by which `attachments` refers to it. */
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** A request body, taken apart. */
export type ParsedBody = { readonly json: unknown; readonly files: readonly UploadedFile[] };

/**
 * Reads a JSON body, or a multipart one with `payload_json` and `files[n]`.
 *
 * @throws {DiscordError} 50109 when the JSON is broken
 */
export async function parseBody(raw: Buffer | undefined, contentType: string): Promise<ParsedBody> {
  if (raw === undefined || raw.byteLength === 0) return { json: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) {
    return { json: parseJson(raw.toString('utf8')), files: [] };
  }
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw refusals.badJson();
    });
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ index: Number(index), name: value.name, contentType: value.type, bytes });
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : undefined, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.badJson();
  }
}
