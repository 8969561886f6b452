import { demoCases } from '../../core/demo/demo-cases.ts';
import { demoLinks, demoVersions } from '../../core/demo/demo-dossier.ts';
import { type DemoWish, demoInquiries } from '../../core/demo/demo-inquiries.ts';
import { daysAfter, spanOf } from '../../core/digest-period.ts';
import type { Dossier } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId } from '../../core/ids.ts';
import { dayAndHour, type Inquiry } from '../../core/inquiry.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** What a server was filled with, as counts. */
export type SeededDemo = { readonly questions: number; readonly cases: number; readonly reports: number };

/** Questions written in one transaction: few enough that another process waits for no more than a moment. */
const batch = 500;

/** Every day that Discord, and what is stored, can have. */
const everyDay = { from: '2015-01-01', to: '9000-12-31' } as const;

/** Whether nothing was ever asked or reported in a server, made up or not. */
export function isUnused(
  { database }: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<boolean> {
  return database.snapshot((stores) => unused(stores, guildId));
}

/**
 * Fills a server with made-up use: questions, cases and a dossier that changes. The same wish over the same dossiers
 * writes the same; the server is marked, so that every digest says that it is made up.
 *
 * @param report - told how many questions are written
 * @throws FootnoteError `usage` for a server that has anything in it, made up or not; then nothing is written
 */
export async function seedDemo(
  deps: BoundDeps,
  wish: Omit<DemoWish, 'dossiers'>,
  report: (questions: number) => void = () => {},
): Promise<SeededDemo> {
  const { guildId, untilMs, days, questions } = wish;
  const { day: today } = dayAndHour(untilMs);
  const { fromMs } = spanOf({ from: daysAfter(today, 1 - days), to: today });
  const dossiers = (await deps.catalogs.of(guildId)).dossiers.filter(({ claims }) => claims.length > 0);
  const [dossier] = dossiers;
  if (dossier === undefined)
    throw new FootnoteError('usage', { problem: 'There is no published dossier to ask about.' });
  const cases = demoCases({ guildId, fromMs, untilMs, dossier });
  await deps.database.transaction(async (stores) => {
    await begin(stores, guildId);
    await writeDossier(stores, demoVersions({ guildId, fromMs, untilMs }), untilMs);
    for (const { fresh, key, reports } of cases) {
      await stores.cases.open(fresh, { kind: fresh.subject.kind, key });
      for (const each of reports) await stores.cases.addReport(each);
    }
  });
  let written = 0;
  for (const some of inPortions(demoInquiries({ ...wish, dossiers }))) {
    await deps.database.transaction(async ({ inquiries }) => {
      for (const inquiry of some) await inquiries.add(inquiry);
    });
    written += some.length;
    report(written);
  }
  deps.catalogs.changed();
  return { questions, cases: cases.length, reports: cases.flatMap(({ reports }) => reports).length };
}

/** Marks the server first, so that what a process leaves behind that ends early is marked as well. */
async function begin(stores: Stores, guildId: GuildId): Promise<void> {
  const settings = await stores.settings.read(guildId);
  if (settings.demo)
    throw new FootnoteError('usage', {
      problem: `That server has made-up use already. “purge --guild ${guildId}” deletes everything of it; then seed anew.`,
    });
  if (!(await unused(stores, guildId)))
    throw new FootnoteError('usage', {
      problem: 'Members have asked or reported something in that server: nothing made up is mixed with it.',
    });
  await stores.settings.write(guildId, { ...settings, demo: true });
}

async function unused({ inquiries, cases, settings }: Stores, guildId: GuildId): Promise<boolean> {
  if ((await settings.read(guildId)).demo) return false;
  if ((await cases.page(guildId, { states: [] }, 1, 0)).total > 0) return false;
  return (await inquiries.asks(guildId, everyDay, 'month')).length === 0;
}

async function writeDossier(
  { dossiers, links }: Stores,
  versions: readonly Dossier[],
  untilMs: number,
): Promise<void> {
  for (const version of versions) await dossiers.save(version);
  await links.save(demoLinks(untilMs));
  await links.announce();
}

function* inPortions(inquiries: Iterable<Inquiry>): Generator<readonly Inquiry[]> {
  let portion: Inquiry[] = [];
  for (const inquiry of inquiries) {
    portion.push(inquiry);
    if (portion.length < batch) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
