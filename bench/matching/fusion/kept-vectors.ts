import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../../src/ports/embedder.ts';
import { textHash } from '../../../src/services/meaning/text-hash.ts';

/** Vectors of texts, asked of a model once and kept on disk. */
export type KeptVectors = {
  /** Sees that these texts have vectors; what was written stays when it is cut short. */
  learn(texts: readonly string[], onProgress: (share: number) => Promise<void>): Promise<void>;
  /** @throws RangeError for a text that was not learned */
  of(text: string): Float32Array;
};

/** Texts of one file, asked for together: what is lost when a run is cut short. */
const AT_ONCE = 256;

/**
 * Opens what is kept of a model, in a folder of its own.
 *
 * @param server - tells models of the same name apart
 */
export function openKeptVectors(embedder: Embedder, server: string, parent: string): KeptVectors {
  const name = createHash('sha256').update(`${server}\n${embedder.model}`).digest('hex').slice(0, 16);
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const known = new Map<string, Float32Array>();
  const files = readdirSync(folder).filter((file) => file.endsWith('.vectors'));
  for (const file of files)
    for (const [hash, vector] of vectorsIn(readFileSync(join(folder, file)))) known.set(hash, vector);
  let written = files.length;

  const keep = (hashes: readonly string[], vectors: readonly Float32Array[]) => {
    for (const [at, hash] of hashes.entries()) known.set(hash, vectors[at] ?? new Float32Array());
    const head = Buffer.from(`${JSON.stringify(hashes)}\n`);
    const bytes = vectors.map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
    const file = join(folder, `${written}.vectors`);
    writeFileSync(`${file}.part`, Buffer.concat([head, ...bytes]));
    renameSync(`${file}.part`, file);
    written += 1;
  };
  return {
    async learn(texts, onProgress) {
      const missing = Array.from(new Map(texts.map((text) => [textHash(text), text]))).filter(
        ([hash]) => !known.has(hash),
      );
      for (let from = 0; from < missing.length; from += AT_ONCE) {
        const some = missing.slice(from, from + AT_ONCE);
        const asked = some.map(([, text]) => text);
        const { vectors } = await embedder.embed(asked, 'again', new AbortController().signal);
        keep(
          some.map(([hash]) => hash),
          vectors,
        );
        await onProgress(Math.min(1, (from + AT_ONCE) / missing.length));
      }
    },
    of(text) {
      const vector = known.get(textHash(text));
      if (vector === undefined) throw new RangeError('a text has no vector yet');
      return vector;
    },
  };
}

/** A line with the hashes of the texts, then the numbers, 32 bits each. */
function vectorsIn(file: Buffer): readonly (readonly [hash: string, vector: Float32Array])[] {
  const end = file.indexOf('\n');
  // Written by `keep`.
  const hashes = JSON.parse(file.toString('utf8', 0, end)) as readonly string[];
  const size = (file.length - end - 1) / hashes.length;
  return hashes.map((hash, at) => {
    const from = end + 1 + at * size;
    return [hash, new Float32Array(Uint8Array.from(file.subarray(from, from + size)).buffer)];
  });
}
