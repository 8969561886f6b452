import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/ports/stores.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { inquirySteps } from './inquiry-steps.ts';

/** What is left of inquiries and their texts some time after they were made. */
export function describeForgottenInquiries(opened: () => Database): void {
  const { add, totals } = inquirySteps(opened);

  describe('forgetting inquiries', () => {
    test('inquiries of days gone by are deleted in portions; their totals stay', async () => {
      const guildId = someGuild();
      const old = ['1990-01-01', '1990-01-02', '1990-01-03'].map((day) => exampleInquiry({ guildId, day }));
      const kept = exampleInquiry({ guildId, day: '1990-01-04' });
      await add(...old, kept);

      const deleted = await opened().transaction(async ({ inquiries }) => [
        await inquiries.deleteBefore('1990-01-04', 2),
        await inquiries.deleteBefore('1990-01-04', 2),
        await inquiries.deleteBefore('1990-01-04', 2),
      ]);

      expect(deleted).toEqual([2, 1, 0]);
      expect(await opened().snapshot(({ inquiries }) => inquiries.find(guildId, kept.id))).toEqual(kept);
      expect(await totals(guildId, { from: '1990-01-01', to: '1990-01-04' })).toMatchObject([
        { inquiries: 4, askers: 4 },
      ]);
    });

    test('texts of days gone by are forgotten in portions; the inquiries stay', async () => {
      const guildId = someGuild();
      const old = [1, 2, 3].map(() => exampleInquiry({ guildId, day: '1991-01-01', text: 'who pays?' }));
      const kept = exampleInquiry({ guildId, day: '1991-01-02', text: 'who pays?' });
      await add(...old, kept, exampleInquiry({ guildId, day: '1991-01-01' }));

      const { forgotten, texts } = await opened().transaction(async ({ inquiries }) => ({
        forgotten: [
          await inquiries.forgetTextsBefore('1991-01-02', 2),
          await inquiries.forgetTextsBefore('1991-01-02', 2),
          await inquiries.forgetTextsBefore('1991-01-02', 2),
        ],
        texts: await Promise.all(
          [...old, kept].map(async ({ id }) => (await inquiries.find(guildId, id))?.text),
        ),
      }));

      expect(forgotten).toEqual([2, 1, 0]);
      expect(texts).toEqual([null, null, null, 'who pays?']);
    });

    test('all texts of one server are forgotten, and none of another', async () => {
      const [guildId, another] = [someGuild(), someGuild()];
      const ours = [1, 2].map(() => exampleInquiry({ guildId, text: 'who pays?' }));
      const theirs = exampleInquiry({ guildId: another, text: 'who pays?' });
      await add(...ours, exampleInquiry({ guildId }), theirs);

      const { forgotten, texts } = await opened().transaction(async ({ inquiries }) => ({
        forgotten: [await inquiries.forgetTexts(guildId), await inquiries.forgetTexts(guildId)],
        texts: [
          ...(await Promise.all(ours.map(({ id }) => inquiries.find(guildId, id)))),
          await inquiries.find(another, theirs.id),
        ].map((inquiry) => inquiry?.text),
      }));

      expect(forgotten).toEqual([2, 0]);
      expect(texts).toEqual([null, null, 'who pays?']);
    });
  });
}
