import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite, type SqliteDatabase } from '../../src/adapters/store/sqlite.ts';
import type { Case } from '../../src/core/case.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { type GuildId, MessageId, type UserId } from '../../src/core/ids.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import {
  exampleEntry,
  exampleMessage,
  exampleReport,
  freshCase,
  keyOf,
  someChannel,
  someMember,
} from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { claimWatch, exampleWatcher, questionWatch } from '../fixtures/store/example-watch.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

async function openedIn(folder: string): Promise<SqliteDatabase> {
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  return database;
}

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

/** `table.column` of every cell that holds the text. */
function cellsWith(folder: string, text: string): string[] {
  const raw = new DatabaseSync(join(folder, 'footnote.sqlite'), { readOnly: true });
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").all();
  const cells = tables.flatMap(({ name }) =>
    raw
      .prepare(`select * from ${name}`)
      .all()
      .flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => String(value).includes(text))
          .map(([column]) => `${name}.${column}`),
      ),
  );
  raw.close();
  return [...new Set(cells)].sort();
}

const words = {
  message: 'the words of a message like no other',
  details: 'the words of a report like no other',
  question: 'the words of a question like no other',
  post: 'the words of a post like no other',
  watched: 'the words of a watched question like no other',
};

/** Puts a member wherever a member can be, and others who speak of them. */
async function everywhere(database: SqliteDatabase, guildId: GuildId, member: UserId): Promise<void> {
  const open = (overrides: Partial<Case>) => {
    const fresh = freshCase({ guildId, ...overrides });
    return database.transaction(({ cases }) => cases.open(fresh, keyOf(fresh)));
  };
  const claims = [parseClaimReference('ferry/c01')];
  const written = await open({ subject: exampleMessage({ authorId: member, text: words.message, claims }) });
  const about = await open({ subject: exampleMessage({ text: `ask <@${member}>` }) });
  const question = await open({ subject: { kind: 'question', text: words.question } });
  const dossier = exampleDossier({
    guildId,
    post: { text: words.post, author: null, date: null, url: null, remarks: null },
    claims: [],
  });
  await database.transaction(async ({ cases, dossiers, faith, optOuts, origins, outbox, watches }) => {
    await cases.addReport(exampleReport(written, { statement: words.message }));
    const report = exampleReport(about, { reporterId: member, details: words.details });
    await cases.addReport(report);
    await cases.addReport(exampleReport(about, { details: `<@!${member}> knows.` }));
    await cases.addReport(exampleReport(question, { reporterId: member, statement: null }));
    await outbox.put({ kind: 'outcome', guildId, subjectId: report.id }, 1, 1);
    const watcher = exampleWatcher({ guildId, memberId: member });
    await watches.addWatcher(watcher);
    await watches.add(watcher, claimWatch());
    await watches.add(watcher, questionWatch({ text: words.watched }));
    await outbox.put({ kind: 'watch-news', guildId, subjectId: watcher.id }, 1, 1);
    await faith.mark(guildId, member, 1);
    await optOuts.add(member, 1);
    await dossiers.save(dossier);
    await dossiers.save({ ...dossier, version: 2 });
    const messageId = MessageId.parse(someGuild());
    await origins.add({
      dossierId: dossier.id,
      guildId,
      channelId: someChannel(),
      parentId: null,
      messageId,
      authorId: member,
    });
  });
}

test('no byte of a member’s id and words is left in any file once they are erased', async () => {
  const folder = temporaryFolder();
  const database = await openedIn(folder);
  const member = someMember();
  await everywhere(database, someGuild(), member);
  for (const text of [member, ...Object.values(words)]) expect(filesWith(folder, text)).not.toEqual([]);

  await database.transaction(async ({ erasures, members }) => {
    await members.erase(member);
    await erasures.note(member, 1);
  });

  for (const text of [member, ...Object.values(words)]) expect(filesWith(folder, text)).toEqual([]);
});

test('of a moderator who is erased only what they did as a moderator is left', async () => {
  const folder = temporaryFolder();
  const database = await openedIn(folder);
  const [guildId, member] = [someGuild(), someMember()];
  await everywhere(database, guildId, member);
  const assigned = freshCase({ guildId, state: 'assigned', assigneeId: member });
  const resolution = { kind: 'no-action', by: member, note: null, url: null, claim: null } as const;
  const resolved = freshCase({ guildId, state: 'resolved', resolution, resolvedAt: 1 });
  await database.transaction(async ({ audit, cases }) => {
    await cases.open(assigned, keyOf(assigned));
    await cases.open(resolved, keyOf(resolved));
    await audit.add(exampleEntry({ guildId, actorId: member }));
  });

  await database.transaction(({ members }) => members.erase(member));

  expect(cellsWith(folder, member)).toEqual(['audit.actor_id', 'cases.assignee_id', 'cases.resolution_by']);
});

test.each([
  {
    why: 'its message is gone',
    forget: async (database: SqliteDatabase, written: Case) => {
      const subject = exampleMessage({ text: null, textFrom: null, fate: 'deleted' });
      await database.transaction(({ cases }) => cases.save({ ...written, subject }));
    },
  },
  {
    why: 'its author opts out',
    forget: async (database: SqliteDatabase, { subject }: Case) => {
      const author = subject.kind === 'message' ? subject.authorId : null;
      await database.transaction(({ members }) => members.withdrawMessages(author ?? someMember()));
    },
  },
  {
    why: 'its case has been done for its time',
    forget: async (database: SqliteDatabase, written: Case) => {
      const done = { ...written, state: 'resolved', resolvedAt: 1 } as const;
      await database.transaction(({ cases }) => cases.save(done));
      await database.transaction(({ cases }) => cases.forgetResolvedBefore(2, 10));
    },
  },
])('no byte of a message’s text is left in any file once $why', async ({ forget }) => {
  const folder = temporaryFolder();
  const database = await openedIn(folder);
  const fresh = freshCase({ subject: exampleMessage({ text: words.message }) });
  const written = await database.transaction(({ cases }) => cases.open(fresh, keyOf(fresh)));
  expect(filesWith(folder, words.message)).not.toEqual([]);

  await forget(database, written);

  expect(filesWith(folder, words.message)).toEqual([]);
});

test('no byte of a server is left in any file once it is deleted', async () => {
  const folder = temporaryFolder();
  const database = await openedIn(folder);
  const guildId = someGuild();
  await everywhere(database, guildId, someMember());
  await database.transaction(async ({ audit, departures, inquiries, settings }) => {
    await settings.write(guildId, defaultGuildSettings);
    await inquiries.add(exampleInquiry({ guildId, text: words.question }));
    await audit.add(exampleEntry({ guildId }));
    await departures.left(guildId, 1);
  });

  await database.transaction(({ departures }) => departures.purge(guildId));

  for (const text of [guildId, ...Object.values(words)]) expect(filesWith(folder, text)).toEqual([]);
});
