import { describe, expect, test } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import type { GuildId } from '../../src/core/ids.ts';
import { MessageId } from '../../src/core/ids.ts';
import type { Database, Stores } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import {
  exampleEntry,
  exampleReport,
  freshCase,
  keyOf,
  someChannel,
  someMember,
} from '../fixtures/store/example-case.ts';
import { examplePost } from '../fixtures/store/example-digest-post.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { exampleWatcher, questionWatch } from '../fixtures/store/example-watch.ts';

/** Writes something of a server into every table. */
async function settle(guildId: GuildId, stores: Stores) {
  const fresh = freshCase({ guildId });
  const dossier = exampleDossier({ guildId });
  const channelId = someChannel();
  const messageId = MessageId.parse(someGuild());
  await stores.settings.write(guildId, defaultGuildSettings);
  await stores.dossiers.save(dossier);
  await stores.dossiers.pin(guildId, channelId, dossier.id);
  await stores.origins.add({
    dossierId: dossier.id,
    guildId,
    channelId,
    parentId: null,
    messageId,
    authorId: null,
  });
  await stores.inquiries.add(exampleInquiry({ guildId }));
  const written = await stores.cases.open(fresh, keyOf(fresh));
  await stores.cases.addReport(exampleReport(written));
  await stores.cases.addReport(exampleReport(written));
  await stores.faith.mark(guildId, someMember(), 1);
  await stores.audit.add(exampleEntry({ guildId }));
  await stores.outbox.put({ kind: 'case-card', guildId, subjectId: written.id }, 1, 1);
  await stores.digests.saveTurn(guildId, { dueAt: 1_000, paused: null });
  await stores.digests.claim(examplePost({ guildId }));
  const watcher = exampleWatcher({ guildId });
  await stores.watches.addWatcher(watcher);
  await stores.watches.add(watcher, questionWatch());
  await stores.spend.add(guildId, '2026-03-02', 'a-model', {
    answers: 1,
    input: 9,
    output: 1,
    embedded: 0,
    microDollars: 0,
  });
  await stores.departures.left(guildId, 1_000);
  return { written, dossier, channelId };
}

const everything = {
  audit: 1,
  bad_faith: 1,
  cases: 1,
  claims: 2,
  departures: 1,
  digest_posts: 1,
  digest_schedules: 1,
  dossier_origins: 1,
  dossier_pins: 1,
  dossier_versions: 1,
  dossiers: 1,
  guild_settings: 1,
  inquiries: 1,
  inquiry_days: 1,
  inquiry_months: 1,
  inquiry_ways: 1,
  model_spend: 1,
  notes: 4,
  outbox: 1,
  reports: 2,
  watchers: 1,
  watches: 1,
};

/** Servers that were left, and the deletion of a server. */
export function describePurge(opened: () => Database): void {
  describe('servers that were left', () => {
    test('the first note of a departure holds until the bot is back', async () => {
      const [left, early, exact] = [someGuild(), someGuild(), someGuild()];
      const momentMs = Date.UTC(2001, 0, 1);
      const longGone = () =>
        opened().snapshot(async ({ departures }) =>
          (await departures.leftBefore(momentMs)).filter((id) => [left, early, exact].includes(id)),
        );
      await opened().transaction(async ({ departures }) => {
        await departures.left(left, momentMs - 1);
        await departures.left(left, momentMs + 1);
        await departures.left(early, momentMs - 2);
        await departures.left(exact, momentMs);
      });

      expect(await longGone()).toEqual([early, left]);
      const returns = await opened().transaction(async ({ departures }) => [
        await departures.returned(left),
        await departures.returned(left),
      ]);

      expect(returns).toEqual([true, false]);
      expect(await longGone()).toEqual([early]);
    });

    test('known are those that anything is stored of, unless they were left', async () => {
      const [settled, asked, left, met] = [someGuild(), someGuild(), someGuild(), someGuild()];
      await opened().transaction(async (stores) => {
        await settle(settled, stores);
        await stores.departures.returned(settled);
        await stores.inquiries.add(exampleInquiry({ guildId: asked }));
        await settle(left, stores);
      });

      const known = await opened().snapshot(({ departures }) => departures.known());

      expect(known.filter((id) => [settled, asked, left, met].includes(id)).toSorted()).toEqual(
        [settled, asked].toSorted(),
      );
      expect(known).not.toContain('');
    });
  });

  describe('deleting a server', () => {
    test('every row of the server goes and is counted; those of others and shared dossiers stay', async () => {
      const [guildId, other] = [someGuild(), someGuild()];
      const shared = exampleDossier({ slug: exampleDossier().slug, title: 'Shared' });
      const neighbour = await opened().transaction(async (stores) => {
        if ((await stores.dossiers.find(null, shared.slug)) === null) await stores.dossiers.save(shared);
        await settle(guildId, stores);
        return settle(other, stores);
      });
      const revision = () => opened().snapshot(({ dossiers }) => dossiers.revision());
      const before = await revision();

      const counts = await opened().transaction(({ departures }) => departures.purge(guildId));
      const again = await opened().transaction(({ departures }) => departures.purge(guildId));

      expect(counts).toEqual(everything);
      expect(again).toEqual({});
      expect(await revision()).toBe(before + 1);
      const left = await opened().snapshot(async (stores) => ({
        case: await stores.cases.find(other, neighbour.written.id),
        pinned: await stores.dossiers.pinned(other, neighbour.channelId),
        own: (await stores.dossiers.find(other, neighbour.dossier.slug)) !== null,
        shared: (await stores.dossiers.find(null, shared.slug)) !== null,
      }));
      expect(left).toEqual({
        case: neighbour.written,
        pinned: neighbour.dossier.id,
        own: true,
        shared: true,
      });
      expect(await opened().transaction(({ departures }) => departures.purge(other))).toEqual(everything);
    });
  });
}
