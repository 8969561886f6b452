import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { startChild } from '../fixtures/store/child.ts';
import { exampleEntry, exampleReport, freshCase, keyOf } from '../fixtures/store/example-case.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

test('a backup made while another process writes opens clean and holds all that was written before', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'footnote.sqlite');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  const writer = startChild('write-until-killed.ts', file);
  await writer.printed(30);

  const before = writer.lines.slice(1);
  await database.backup(join(folder, 'copies', 'copy.sqlite'));
  const during = writer.lines.length;
  await writer.printed(during + 5);
  writer.process.kill('SIGKILL');
  await writer.gone;

  expect(readdirSync(join(folder, 'copies'))).toEqual(['copy.sqlite']);
  const raw = new DatabaseSync(join(folder, 'copies', 'copy.sqlite'), { readOnly: true });
  expect(raw.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  raw.close();
  const copy = await openSqlite({ file: join(folder, 'copies', 'copy.sqlite') });
  onTestFinished(() => copy.close());
  const { guildId } = exampleInquiry();
  const found = await copy.snapshot(({ inquiries }) =>
    Promise.all(before.map((id) => inquiries.find(guildId, InquiryId.parse(id)))),
  );
  expect(found.filter((inquiry) => inquiry === null)).toEqual([]);
});

test('what is written after a backup has begun is not in it', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const large = exampleDossier();
  const post = { ...large.post, text: 'x'.repeat(8_000_000) };
  await database.transaction(({ dossiers }) => dossiers.save({ ...large, post }));
  const late = exampleInquiry();

  const backup = database.backup(join(folder, 'copy.sqlite'));
  await database.transaction(({ inquiries }) => inquiries.add(late));
  await backup;

  const copy = await openSqlite({ file: join(folder, 'copy.sqlite') });
  onTestFinished(() => copy.close());
  const held = await copy.snapshot(async ({ dossiers, inquiries }) => ({
    dossier: (await dossiers.find(null, large.slug))?.id,
    late: await inquiries.find(late.guildId, late.id),
  }));
  expect(held).toEqual({ dossier: large.id, late: null });
});

test('a restored backup holds every kind of row', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const dossier = exampleDossier();
  const inquiry = exampleInquiry({ text: 'who pays?' });
  const fresh = freshCase({ guildId: inquiry.guildId });
  const report = exampleReport(fresh);
  const entry = exampleEntry({ guildId: inquiry.guildId });
  const { guildId } = inquiry;
  await database.transaction(async ({ audit, cases, dossiers, inquiries, outbox, settings }) => {
    await dossiers.save(dossier);
    await inquiries.add(inquiry);
    await cases.open(fresh, keyOf(fresh));
    await cases.addReport(report);
    await audit.add(entry);
    await outbox.put({ kind: 'case-card', guildId, subjectId: fresh.id }, 1, 2);
    await settings.write(inquiry.guildId, { ...defaultGuildSettings, sharing: 'nowhere' });
  });

  await database.backup(join(folder, 'copy.sqlite'));

  const copy = await openSqlite({ file: join(folder, 'copy.sqlite') });
  onTestFinished(() => copy.close());
  const restored = await copy.snapshot(async ({ audit, cases, dossiers, inquiries, outbox, settings }) => ({
    case: await cases.find(guildId, fresh.id),
    reports: await cases.reports(guildId, fresh.id),
    audit: (await audit.page(guildId, {}, 10, 0)).entries,
    nextDue: await outbox.nextDue(),
    dossiers: await dossiers.listShared(),
    versions: (await dossiers.history(null, dossier.id)).length,
    inquiry: await inquiries.find(inquiry.guildId, inquiry.id),
    sharing: (await settings.read(inquiry.guildId)).sharing,
  }));
  expect(restored).toEqual({
    case: { ...fresh, number: 1 },
    reports: [report],
    audit: [entry],
    nextDue: 2,
    dossiers: [dossier],
    versions: 1,
    inquiry,
    sharing: 'nowhere',
  });
});

test('a backup never replaces a file', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());

  await expect(database.backup(file)).rejects.toThrow(RangeError);
});

test('a backup that cannot be written leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const target = join(folder, 'footnote.sqlite', 'copy.sqlite');

  await expect(database.backup(target)).rejects.toMatchObject({ code: 'store.read-only' });

  expect(existsSync(target)).toBe(false);
});
