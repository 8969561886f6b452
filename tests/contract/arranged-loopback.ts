import { expect, onTestFinished } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { oracle } from '../fakes/discord-oracle.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { startRawBot } from './loopback-raw.ts';
import { command } from './loopback-requests.ts';

/** The code of an answer that is an error. */
export const code = ({ body }: { readonly body: unknown }) => objectOf(body).code;

export const messages = `/channels/${sandboxIds.general}/messages`;

/** A loopback Discord whose answers must be Discord’s, however wrong what it is asked, and a bot that does the asking by hand. */
export async function arranged() {
  const clock = fakeClock();
  const loopback = await startLoopback({ clock });
  const bot = await startRawBot(loopback);
  onTestFinished(async () => {
    bot.stop();
    await loopback.stop();
    const answers = oracle(loopback)
      .complaints()
      .filter((complaint) => complaint.includes(': answer '));
    expect(answers).toEqual([]);
  });
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
  const mia = loopback.as(sandboxIds.mia);

  /** A slash command that waits for its answer, and the ways to give one. */
  const asked = async () => {
    const answer = mia.slash('claim lookup', { query: 'x' });
    const { id, token } = await bot.next();
    const webhook = `/webhooks/${loopback.applicationId}/${token}`;
    const respond = (body: unknown) => bot.ask('POST', `/interactions/${id}/${token}/callback`, body);
    return { id, token, answer, webhook, respond };
  };
  return { clock, loopback, bot, mia, asked };
}
