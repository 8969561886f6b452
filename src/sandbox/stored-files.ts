import type { APIAttachment } from 'discord-api-types/v10';
import { attachmentPath, type StoredFile } from './attachments.ts';
import { type JsonObject, textOf } from './json.ts';
import type { UploadedFile } from './rest/body.ts';
import type { MediaLookup } from './stored-components.ts';
import type { World } from './world.ts';

/** The name of an upload: what the body's `attachments` call it, else its own. */
export function uploadName(upload: UploadedFile, described: readonly JsonObject[]): string {
  return textOf(descriptionOf(upload, described)?.filename) ?? upload.name;
}

/** Keeps an uploaded file and returns it as messages show it. */
export function storeUpload(
  world: World,
  origin: string,
  upload: UploadedFile,
  described: readonly JsonObject[],
): APIAttachment {
  const { contentType, bytes } = upload;
  const file: StoredFile = { id: world.ids.next(), name: uploadName(upload, described), contentType, bytes };
  world.attachments.put(file);
  const url = `${origin}${attachmentPath(file)}`;
  const description = textOf(descriptionOf(upload, described)?.description);
  return {
    id: file.id,
    filename: file.name,
    size: bytes.byteLength,
    url,
    proxy_url: url,
    content_type: contentType,
    ...(description === undefined ? {} : { description }),
  };
}

/** Finds `attachment://name` among a message's attachments; other URLs lead where they say. */
export function attachmentLookup(attachments: readonly APIAttachment[]): MediaLookup {
  return (url) => {
    const found = attachments.find((attachment) => url === `attachment://${attachment.filename}`);
    return {
      url: found?.url ?? url,
      contentType: found?.content_type ?? null,
      attachmentId: found?.id ?? null,
      size: found?.size ?? null,
      name: found?.filename ?? null,
    };
  };
}

function descriptionOf(upload: UploadedFile, described: readonly JsonObject[]): JsonObject | undefined {
  return described.find((attachment) => String(attachment.id) === String(upload.index));
}
