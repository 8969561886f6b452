import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDossierFile, readShippedDossiers } from '../../../src/adapters/dossier-files.ts';
import { toDocument } from '../../../src/core/dossier-export.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

const document = toDocument(exampleDossier());
const json = JSON.stringify(document);
const withPost = (post: object) => JSON.stringify({ ...document, post });
const { text, ...aboutPost } = document.post;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-dossier-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe('a dossier file', () => {
  it('gives its document', async () => {
    expect(await readDossierFile(await fileOf('good.json', json))).toEqual(document);
  });

  it('may begin with a byte order mark, as some editors write it', async () => {
    expect(await readDossierFile(await fileOf('bom.json', `\ufeff${json}`))).toEqual(document);
  });

  it('may name the file of its post', async () => {
    await fileOf('post.txt', text);

    const path = await fileOf('beside.json', withPost({ ...aboutPost, file: 'post.txt' }));

    expect(await readDossierFile(path)).toEqual(document);
  });

  it('counts from the first letter of its post, behind a byte order mark', async () => {
    await fileOf('bom.txt', `\ufeff${text}`);

    const path = await fileOf('beside-bom.json', withPost({ ...aboutPost, file: 'bom.txt' }));

    expect((await readDossierFile(path)).post.text).toBe(text);
  });

  it.each([
    {
      name: 'utf16.json',
      content: Buffer.from(`\ufeff${json}`, 'utf16le'),
      code: 'file.encoding',
      why: 'UTF-16',
    },
    {
      name: 'latin1.json',
      content: Buffer.from(json.replace('union', 'unión'), 'latin1'),
      code: 'file.encoding',
      why: 'Latin-1',
    },
    {
      name: 'binary.json',
      content: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      code: 'file.encoding',
      why: 'a picture',
    },
    { name: 'empty.json', content: '', code: 'file.not-json', why: 'nothing' },
    { name: 'cut.json', content: json.slice(0, -1), code: 'file.not-json', why: 'JSON that is cut off' },
    { name: 'post.md', content: '# A post', code: 'file.not-json', why: 'text' },
    { name: 'deep.json', content: '['.repeat(1_000_000), code: 'file.not-json', why: 'a million brackets' },
    { name: 'list.json', content: `[${json}]`, code: 'dossier.invalid', why: 'a list' },
    {
      name: 'up.json',
      content: withPost({ ...aboutPost, file: '../secret.txt' }),
      code: 'dossier.invalid',
      why: 'a path out of the folder',
    },
    {
      name: 'root.json',
      content: withPost({ ...aboutPost, file: '/etc/passwd' }),
      code: 'dossier.invalid',
      why: 'a path of the machine',
    },
    {
      name: 'both.json',
      content: withPost({ ...aboutPost, file: 'post.txt', text }),
      code: 'dossier.invalid',
      why: 'a post twice',
    },
    {
      name: 'number.json',
      content: withPost({ ...aboutPost, file: 3 }),
      code: 'dossier.invalid',
      why: 'a file that is a number',
    },
    {
      name: 'gone.json',
      content: withPost({ ...aboutPost, file: 'gone.txt' }),
      code: 'file.not-found',
      why: 'a post that is not there',
    },
    {
      name: 'dots.json',
      content: withPost({ ...aboutPost, file: '..' }),
      code: 'file.unreadable',
      why: 'the folder above',
    },
  ])('with $why is refused as $code', async ({ name, content, code }) => {
    await expect(readDossierFile(await fileOf(name, content))).rejects.toMatchObject({
      name: 'FootnoteError',
      code,
    });
  });

  it('of 50 MB is refused before it is read', async () => {
    const path = await fileOf('huge.json', '');
    await truncate(path, 50 * 1024 * 1024);

    await expect(readDossierFile(path)).rejects.toMatchObject({
      code: 'file.too-large',
      parameters: { file: 'huge.json', maxMiB: 8 },
    });
  });

  it('that is a folder, a device or not there is named in the refusal', async () => {
    await mkdir(join(folder, 'folder'));

    await expect(readDossierFile(join(folder, 'folder'))).rejects.toMatchObject({
      code: 'file.unreadable',
      parameters: { file: 'folder' },
    });
    await expect(readDossierFile('/dev/zero')).rejects.toMatchObject({ code: 'file.unreadable' });
    await expect(readDossierFile(join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'file.not-found',
      parameters: { file: 'none.json' },
    });
  });
});

describe('the shipped dossiers', () => {
  it('are valid, every one', async () => {
    const shipped = await readShippedDossiers(new URL('../../../config/dossiers', import.meta.url).pathname);

    expect(shipped.map(({ slug }) => slug)).toEqual(['iraqi-militias-in-syria']);
  });
});
