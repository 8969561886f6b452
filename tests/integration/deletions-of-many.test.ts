import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import { CaseId, ChannelId, MessageId } from '../../src/core/ids.ts';
import { openLibrary } from '../../src/library.ts';
import { exampleCase, exampleMessage } from '../fakes/example-case.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const channelId = ChannelId.parse('1290000000000000110');
const count = 250;

it('forgets the texts of a deleted channel with hundreds of cases in portions, so that nobody waits for all', async () => {
  const config = readConfig({ FOOTNOTE_DATA_DIR: temporaryFolder(), LOG_LEVEL: 'silent' });
  const { database, services } = await openLibrary(config, 'write');
  onTestFinished(() => database.close());
  const { guildId } = exampleCase();
  await database.transaction(async ({ cases }) => {
    for (let index = 0; index < count; index += 1) {
      const messageId = MessageId.parse(String(1_400_000_000_000_000_000n + BigInt(index)));
      const subject = exampleMessage({ channelId, messageId });
      const { number: _, ...fresh } = exampleCase({ id: CaseId.parse(exampleId()), subject });
      await cases.open(fresh, { kind: 'message', key: messageId });
    }
  });
  const left = () => database.snapshot(async ({ cases }) => (await cases.withText(null, count)).length);

  let ended = false;
  const forgetting = services.forgetChannel({ guildId, channelId }).finally(() => {
    ended = true;
  });
  const seen: number[] = [];
  while (!ended) {
    seen.push(await left());
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(await forgetting).toBe(count);
  expect(await left()).toBe(0);
  expect(seen.some((number) => number > 0 && number < count)).toBe(true);
});
