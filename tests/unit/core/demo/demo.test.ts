import { describe, expect, it } from 'vitest';
import { demoCases } from '../../../../src/core/demo/demo-cases.ts';
import { demoVersions } from '../../../../src/core/demo/demo-dossier.ts';
import { type DemoWish, demoInquiries } from '../../../../src/core/demo/demo-inquiries.ts';
import { madeUp } from '../../../../src/core/demo/demo-texts.ts';
import { seeded } from '../../../../src/core/demo/seeded.ts';
import { GuildId } from '../../../../src/core/ids.ts';
import { redact } from '../../../../src/core/redaction.ts';
import { madeAtMs } from '../../../../src/core/snowflake.ts';
import { standingOf } from '../../../../src/core/standing.ts';
import { exampleDossier } from '../../../fakes/example-dossier.ts';

const dossier = exampleDossier();
const guildId = GuildId.parse('1290000000000000100');
const untilMs = Date.UTC(2026, 2, 8, 12, 30);
const fromMs = Date.UTC(2026, 1, 7);
const wish: DemoWish = { guildId, untilMs, days: 30, questions: 600, dossiers: [dossier] };

describe('numbers made of a seed', () => {
  it('are the same for the same seed, and others for another', () => {
    const codes = (seed: string) => seeded(seed).code(40);

    expect(codes('one')).toBe(codes('one'));
    expect(codes('one')).not.toBe(codes('two'));
  });

  it('come as often as their weights say', () => {
    const chance = seeded('weights');
    const drawn = Array.from({ length: 10_000 }, () =>
      chance.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ]),
    );

    expect(drawn.filter((item) => item === 'often').length / drawn.length).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });
});

describe('made-up questions', () => {
  const made = [...demoInquiries(wish)];

  it('are the same for the same wish, as many as wished for, and no two of one id', () => {
    expect([...demoInquiries(wish)]).toEqual(made);
    expect(made).toHaveLength(600);
    expect(new Set(made.map(({ id }) => id)).size).toBe(600);
  });

  it('fill every day up to the last moment, and weekends more', () => {
    const on = (day: string) => made.filter((inquiry) => inquiry.day === day);
    const days = new Set(made.map(({ day }) => day));

    expect([...days]).toHaveLength(30);
    expect(Math.min(...[...days].map((day) => on(day).length))).toBeGreaterThan(0);
    expect(Math.max(...on('2026-03-08').map(({ hour }) => hour))).toBeLessThanOrEqual(12);
    expect(on('2026-02-28').length).toBeGreaterThan(on('2026-02-24').length);
  });

  it('come to every outcome, and are about the claims of the dossiers alone', () => {
    expect(new Set(made.map(({ outcome }) => outcome)).size).toBe(6);
    expect(new Set(made.map(({ feedback }) => feedback))).toEqual(new Set(['yes', 'no', null]));
    for (const { outcome, claimId, dossierId, command } of made) {
      const isAbout = outcome === 'answered' || outcome === 'picked' || command === 'claim.show';
      expect(claimId !== null).toBe(isAbout);
      expect(dossierId).toBe(isAbout || command === 'summary' ? dossier.id : null);
    }
  });

  it('have texts that say they are made up and need no redaction, and none that would have been forgotten', () => {
    const long = [...demoInquiries({ ...wish, days: 60 })];
    const texts = long.flatMap(({ text }) => text ?? []);

    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(text).toBe(redact(text));
    expect(texts.filter((text) => !text.endsWith(madeUp))).toEqual([]);
    expect(long.filter(({ day, text }) => day < '2026-02-06' && text !== null)).toEqual([]);
  });

  it('let some days have a question of at least three members', () => {
    const onDay = Map.groupBy(
      made.filter(({ outcome }) => outcome === 'unanswered'),
      ({ day }) => day,
    );
    const askers = [...onDay.values()].map((asked) => new Set(asked.map(({ asker }) => asker)).size);

    expect(askers.filter((count) => count >= 5).length).toBeGreaterThanOrEqual(5);
    expect(askers.filter((count) => count < 3).length).toBeGreaterThanOrEqual(5);
  });
});

describe('made-up cases', () => {
  const cases = demoCases({ guildId, fromMs, untilMs, dossier });
  const people = cases.flatMap(({ fresh, reports }) => [
    ...reports.flatMap(({ reporterId }) => reporterId ?? []),
    ...(fresh.assigneeId === null ? [] : [fresh.assigneeId]),
    ...(fresh.resolution === null ? [] : [fresh.resolution.by]),
  ]);

  it('are in every state, of every kind, the same each time, and none after the end', () => {
    expect(demoCases({ guildId, fromMs, untilMs, dossier })).toEqual(cases);
    expect(new Set(cases.map(({ fresh }) => fresh.state)).size).toBe(4);
    expect(new Set(cases.map(({ fresh }) => fresh.subject.kind)).size).toBe(3);
    for (const { fresh, reports } of cases) {
      const moments = [fresh.openedAt, fresh.waitsSince, ...reports.map(({ reportedAt }) => reportedAt)];
      expect(Math.min(...moments)).toBeGreaterThanOrEqual(fromMs);
      expect(Math.max(...moments, fresh.resolvedAt ?? 0)).toBeLessThanOrEqual(untilMs);
    }
  });

  it('name nobody who was ever on Discord, and nobody twice in one case', () => {
    for (const id of people) expect(madeAtMs(id)).toBeLessThan(Date.UTC(2015, 1, 1));
    for (const { reports } of cases)
      expect(new Set(reports.map(({ reporterId }) => reporterId)).size).toBe(reports.length);
  });

  it('say everywhere that they are made up, and have nobody told of anything', () => {
    const texts = cases.flatMap(({ fresh: { subject, resolution }, reports }) => [
      ...(subject.kind === 'summary' || subject.text === null ? [] : [subject.text]),
      ...(resolution?.note ? [resolution.note] : []),
      ...reports.flatMap(({ details }) => details ?? []),
    ]);

    expect(texts.filter((text) => !text.endsWith(madeUp))).toEqual([]);
    expect(new Set(cases.flatMap(({ reports }) => reports.map(({ outcome }) => outcome)))).toEqual(
      new Set(['not-wanted']),
    );
  });
});

describe('the made-up dossier', () => {
  const versions = demoVersions({ guildId, fromMs, untilMs });

  it('says in its title what it is, and quotes its post', () => {
    for (const { title, post, claims } of versions) {
      expect(title).toContain('made up for demonstration');
      for (const { quote, start, end } of claims) expect(post.text.slice(start, end)).toBe(quote);
    }
  });

  it('has claims that come to stand otherwise, one after the other', () => {
    const labels = versions.map(({ claims }) =>
      claims.map(({ kind, notes }) => standingOf(kind, notes).label),
    );

    expect(labels.map(([first]) => first)).toEqual(['unsourced', 'contradicted', 'contradicted']);
    expect(labels.map(([, second]) => second)).toEqual(['unsourced', 'supported', 'mixed']);
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(versions.map(({ changedAt }) => changedAt)).toEqual(
      versions.map(({ changedAt }) => changedAt).toSorted((one, other) => one - other),
    );
  });
});
