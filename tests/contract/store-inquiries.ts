import { describe, expect, test } from 'vitest';
import { ClaimId, DossierId, InquiryId } from '../../src/core/ids.ts';
import { type Inquiry, type InquiryTotal, inquiryOutcomes } from '../../src/core/inquiry.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { inquirySteps } from './inquiry-steps.ts';

const dossierId = DossierId.parse(exampleId());
const claimIds = [ClaimId.parse(exampleId()), ClaimId.parse(exampleId())] as const;

/** Inquiries and how they are counted. */
export function describeInquiries(opened: () => Database): void {
  const { add, totals } = inquirySteps(opened);

  describe('inquiries', () => {
    test.each([
      {
        why: 'with everything',
        overrides: { dossierId, claimId: claimIds[0], text: 'who?', feedback: 'no' },
      },
      { why: 'with nothing known', overrides: { locale: 'tr', hour: 0 } },
    ] as const)('an inquiry comes back as it was added: $why', async ({ overrides }) => {
      const inquiry = exampleInquiry({ guildId: someGuild(), ...overrides });
      await add(inquiry);

      const found = await opened().snapshot(({ inquiries }) => inquiries.find(inquiry.guildId, inquiry.id));

      expect(found).toEqual(inquiry);
    });

    test('a later answer to "was this it?" replaces an earlier one', async () => {
      const inquiry = exampleInquiry({ guildId: someGuild(), outcome: 'answered' });
      await add(inquiry);

      const { answers, found } = await opened().transaction(async ({ inquiries }) => ({
        answers: [
          await inquiries.giveFeedback(inquiry.guildId, inquiry.id, 'yes'),
          await inquiries.giveFeedback(inquiry.guildId, inquiry.id, 'no'),
          await inquiries.giveFeedback(inquiry.guildId, InquiryId.parse(exampleId()), 'no'),
        ],
        found: await inquiries.find(inquiry.guildId, inquiry.id),
      }));

      expect(answers).toEqual([true, true, false]);
      expect(found?.feedback).toBe('no');
    });

    test('one that is detached loses its text and its asker’s code, in its own server alone', async () => {
      const inquiry = exampleInquiry({ guildId: someGuild(), outcome: 'unanswered', text: 'who?' });
      await add(inquiry);
      const read = () => opened().snapshot(({ inquiries }) => inquiries.find(inquiry.guildId, inquiry.id));

      await opened().transaction(({ inquiries }) => inquiries.detach(someGuild(), inquiry.id));
      const elsewhere = await read();
      await opened().transaction(({ inquiries }) => inquiries.detach(inquiry.guildId, inquiry.id));
      const here = await read();

      expect(elsewhere).toEqual(inquiry);
      expect(here).toEqual({ ...inquiry, text: null, asker: expect.not.stringMatching(inquiry.asker) });
    });

    test('one that is detached takes with it the same words, and the code of all else its asker asked that day', async () => {
      const guildId = someGuild();
      const question = { guildId, outcome: 'unanswered', text: 'who?' } as const;
      const detached = exampleInquiry(question);
      const again = exampleInquiry({ ...question, hour: 11 });
      const reworded = exampleInquiry({ ...question, text: 'who was it?' });
      const others = [
        exampleInquiry({ ...question, asker: 'asker-two' }),
        exampleInquiry({ ...question, day: '2026-03-03' }),
        exampleInquiry({ ...question, guildId: someGuild() }),
      ];
      await add(detached, again, reworded, ...others);

      await opened().transaction(({ inquiries }) => inquiries.detach(guildId, detached.id));

      const found = await opened().snapshot(({ inquiries }) =>
        Promise.all(
          [detached, again, reworded, ...others].map((each) => inquiries.find(each.guildId, each.id)),
        ),
      );
      const [first, second, third, ...rest] = found;
      expect([first?.text, second?.text, third?.text]).toEqual([null, null, reworded.text]);
      const codes = new Set(['asker-one', first?.asker, second?.asker, third?.asker]);
      expect(codes.size).toBe(4);
      expect(rest).toEqual(others);
      const { questions } = await opened().snapshot(({ inquiries }) =>
        inquiries.unanswered(guildId, '2026-03-02', '2026-03-02', 10),
      );
      expect(questions.find(({ id }) => id === reworded.id)).toMatchObject({ asker: null });
    });
  });

  describe('daily totals', () => {
    test('inquiries are counted and askers are counted once a row and day', async () => {
      const guildId = someGuild();
      const about = { guildId, outcome: 'answered', dossierId, claimId: claimIds[0] } as const;
      await add(
        exampleInquiry(about),
        exampleInquiry(about),
        exampleInquiry({ ...about, asker: 'asker-two', locale: 'fr', hour: 23 }),
        exampleInquiry({ ...about, claimId: claimIds[1] }),
        exampleInquiry({ ...about, command: 'claim.show' }),
        exampleInquiry({ ...about, day: '2026-03-03' }),
      );

      const rows = await totals(guildId);

      const counted = rows.map(({ command, claimId, inquiries, askers }) => ({
        command,
        claimId,
        inquiries,
        askers,
      }));
      expect(counted).toHaveLength(3);
      expect(counted).toContainEqual({
        command: 'claim.lookup',
        claimId: claimIds[0],
        inquiries: 3,
        askers: 2,
      });
      expect(counted).toContainEqual({
        command: 'claim.lookup',
        claimId: claimIds[1],
        inquiries: 1,
        askers: 1,
      });
      expect(counted).toContainEqual({
        command: 'claim.show',
        claimId: claimIds[0],
        inquiries: 1,
        askers: 1,
      });
    });

    test('both ends of a period belong to it', async () => {
      const guildId = someGuild();
      const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];
      await add(...days.map((day) => exampleInquiry({ guildId, day })));

      const rows = await totals(guildId, { from: '2026-02-28', to: '2026-03-01' });

      expect(rows).toMatchObject([{ inquiries: 2, askers: 2 }]);
    });

    test('a failed transaction counts nothing', async () => {
      const inquiry = exampleInquiry({ guildId: someGuild() });
      const failing = opened().transaction(async ({ inquiries }) => {
        await inquiries.add(inquiry);
        throw new Error('changed its mind');
      });
      await expect(failing).rejects.toThrow();

      expect(await totals(inquiry.guildId)).toEqual([]);
    });
  });

  describe('completing', () => {
    test('an ambiguous inquiry ends once, and moves to its new total', async () => {
      const inquiry = exampleInquiry({ guildId: someGuild(), outcome: 'ambiguous' });
      const { guildId, id } = inquiry;
      await add(inquiry, exampleInquiry({ guildId, outcome: 'ambiguous' }));
      const picked = { outcome: 'picked', dossierId, claimId: claimIds[0] } as const;

      const ends = await opened().transaction(async ({ inquiries }) => [
        await inquiries.complete(guildId, id, picked),
        await inquiries.complete(guildId, id, { ...picked, outcome: 'none-of-these' }),
        await inquiries.complete(guildId, InquiryId.parse(exampleId()), picked),
      ]);

      expect(ends).toEqual([true, false, false]);
      expect(await opened().snapshot(({ inquiries }) => inquiries.find(guildId, id))).toEqual({
        ...inquiry,
        ...picked,
      });
      expect(await totals(guildId)).toEqual([
        totalOf(inquiry, { inquiries: 1, askers: 1 }),
        totalOf({ ...inquiry, ...picked }, { inquiries: 1, askers: 1 }),
      ]);
    });

    test.each(inquiryOutcomes.filter((outcome) => outcome !== 'ambiguous'))(
      'an inquiry that is %s cannot be completed',
      async (outcome) => {
        const inquiry = exampleInquiry({ guildId: someGuild(), outcome });
        await add(inquiry);

        const ended = await opened().transaction(({ inquiries }) =>
          inquiries.complete(inquiry.guildId, inquiry.id, {
            outcome: 'picked',
            dossierId,
            claimId: claimIds[0],
          }),
        );

        expect(ended).toBe(false);
        expect(await totals(inquiry.guildId)).toEqual([totalOf(inquiry, { inquiries: 1, askers: 1 })]);
      },
    );
  });
}

type Key = Pick<Inquiry, 'command' | 'outcome' | 'dossierId' | 'claimId'>;

function totalOf(key: Key, counts: { inquiries: number; askers: number }): InquiryTotal {
  const { command, outcome, dossierId: dossier, claimId } = key;
  return { command, outcome, dossierId: dossier, claimId, ...counts, feedback: { yes: 0, no: 0 } };
}
