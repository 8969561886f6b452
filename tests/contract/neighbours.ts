import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, MessageId } from '../../src/core/ids.ts';
import { noSpend } from '../../src/core/model-spend.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { exampleEntry, exampleReport, freshCase, keyOf, someMember } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';

export const channelId = ChannelId.parse('200000000000000001');
export const farAway = Date.UTC(2100, 0, 1);
export const ever = { fromMs: 0, untilMs: farAway };
export const allDays = { from: '0000-01-01', to: '9999-12-31' };

/** One server with a row in every table, and another that has learned all its ids and slugs. */
export function neighbours() {
  const [ours, theirs] = [someGuild(), someGuild()];
  const dossier = exampleDossier({ guildId: theirs });
  const inquiry = exampleInquiry({ guildId: theirs, outcome: 'ambiguous', text: 'who pays?' });
  const fresh = freshCase({ guildId: theirs });
  const report = exampleReport(fresh, { outcome: 'waiting' });
  const origin = {
    dossierId: dossier.id,
    guildId: theirs,
    channelId,
    parentId: null,
    messageId: MessageId.parse(keyOf(fresh).key),
    authorId: null,
  };
  const entry = exampleEntry({ guildId: theirs });
  const member = report.reporterId ?? someMember();
  return { ours, theirs, dossier, inquiry, fresh, report, member, origin, entry };
}

/** Both servers, and what the other has. */
export type Neighbours = ReturnType<typeof neighbours>;

/** Writes all that the other server has. */
export async function settle(both: Neighbours, stores: Stores): Promise<void> {
  const { theirs, dossier, inquiry, fresh, report, member, origin, entry } = both;
  await stores.settings.write(theirs, { ...defaultGuildSettings, sharing: 'nowhere' });
  await stores.dossiers.save(dossier);
  await stores.dossiers.pin(theirs, channelId, dossier.id);
  await stores.inquiries.add(inquiry);
  await stores.cases.open(fresh, keyOf(fresh));
  await stores.cases.addReport(report);
  await stores.faith.mark(theirs, member, 1);
  await stores.audit.add(entry);
  await stores.outbox.put({ kind: 'case-card', guildId: theirs, subjectId: fresh.id }, 1, farAway);
  await stores.origins.add(origin);
  await stores.edits.add(theirs, { dossier, revision: 1, before: 0, changedAt: 1 });
  await stores.spend.add(theirs, '2026-03-02', 'a-model', { ...noSpend, answers: 1 });
}

/** All that the other server has, by its own reading. */
export async function everythingOf(
  { theirs, dossier, inquiry, fresh, member, origin }: Neighbours,
  stores: Stores,
) {
  return {
    case: await stores.cases.find(theirs, fresh.id),
    reports: await stores.cases.reports(theirs, fresh.id),
    marks: await stores.faith.marks(theirs, member),
    audit: await stores.audit.page(theirs, {}, 10, 0),
    origins: await stores.origins.ofMessage(theirs, origin.messageId),
    edit: await stores.edits.latest(theirs, dossier.id),
    settings: await stores.settings.read(theirs),
    listed: (await stores.dossiers.listPublished(theirs)).filter(({ guildId }) => guildId === theirs),
    found: await stores.dossiers.find(theirs, dossier.slug),
    history: await stores.dossiers.history(theirs, dossier.id),
    pinned: await stores.dossiers.pinned(theirs, channelId),
    inquiry: await stores.inquiries.find(theirs, inquiry.id),
    totals: await stores.inquiries.totals(theirs, allDays),
    asks: await stores.inquiries.asks(theirs, allDays, 'day'),
    contested: await stores.cases.mostReported(theirs, ever, 10),
  };
}

/** What one server does with what it has learned of the other. */
type Attempt = (stores: Stores, neighbours: Neighbours) => Promise<unknown>;

/** A method that reads, and what it sees where nothing of its own is. */
export type Reading = { method: string; attempt: Attempt; sees: unknown };

/** A method that writes, and what it gives. */
export type Writing = { method: string; attempt: Attempt; gives: 'refusal' | unknown };
