import { FootnoteError } from '../core/errors.ts';
import { openLibrary } from '../library.ts';
import { onlyServer } from './only-server.ts';
import { guildOption } from './read-options.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** A month, and as many questions as a lively server of some hundred members asks in one. */
export const usualDemo = { days: 30, questions: 600 } as const;
const most = { days: 366, questions: 10_000_000 } as const;

/** `seed-demo` */
export const seedDemo: TerminalCommand = {
  usage: 'seed-demo [--guild ID] [--days 30] [--questions 600] [--until ISO]',
  purpose: 'fills a server of the data folder with made-up use, marked as such, to look at digests with',
  positionals: { min: 0, max: 0 },
  options: { guild: 'string', days: 'string', questions: 'string', until: 'string' },
  needs: [],

  async run(invocation) {
    const [days, questions] = [countOption(invocation, 'days'), countOption(invocation, 'questions')];
    const untilMs = untilOption(invocation) ?? Date.now();
    await using library = await openLibrary(invocation.config, 'write');
    const guildId = guildOption(invocation) ?? (await onlyServer(library));
    if (guildId === null)
      throw new FootnoteError('usage', {
        problem: 'Nothing is stored of any server: name one with --guild ID.',
      });
    const made = await library.services.seedDemo({ guildId, untilMs, days, questions }, (written) =>
      invocation.progress(written, questions),
    );
    const until = new Date(untilMs).toISOString();
    return {
      json: { guild: guildId, days, until, ...made },
      text: `Made up ${made.questions} questions, ${made.cases} cases and ${made.reports} reports of ${days} days up to ${until}.`,
    };
  },
};

function countOption({ options }: Invocation, name: keyof typeof usualDemo): number {
  const given = options[name];
  if (given === undefined) return usualDemo[name];
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= most[name]) return count;
  throw new FootnoteError('usage', { problem: `--${name} takes a whole number from 1 to ${most[name]}.` });
}

function untilOption({ options }: Invocation): number | null {
  const { until } = options;
  if (until === undefined) return null;
  const untilMs = Date.parse(String(until));
  if (untilMs >= Date.UTC(2015, 0, 1) + most.days * 86_400_000 && untilMs < Date.UTC(9000, 0, 1))
    return untilMs;
  throw new FootnoteError('usage', {
    problem: '--until takes a day or a moment, such as 2026-03-08 or 2026-03-08T12:00:00Z.',
  });
}
