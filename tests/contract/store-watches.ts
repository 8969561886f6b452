import { describe, expect, test } from 'vitest';
import type { Watch, Watcher } from '../../src/core/watch.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import {
  claimWatch,
  exampleWatcher,
  questionWatch,
  someClaim,
  someFacts,
} from '../fixtures/store/example-watch.ts';

function inOrder(watches: readonly Watch[]): readonly Watch[] {
  return watches.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who wants to be told of what. */
export function describeWatches(opened: () => Database): void {
  const add = (watcher: Watcher, ...watches: readonly Watch[]) =>
    opened().transaction(async (stores) => {
      await stores.watches.addWatcher(watcher);
      for (const watch of watches) await stores.watches.add(watcher, watch);
    });
  const find = ({ guildId, id }: Watcher) => opened().snapshot(({ watches }) => watches.find(guildId, id));
  const questions = (watcher: Watcher, limit = 10) =>
    opened().snapshot(({ watches }) => watches.questions(watcher.guildId, limit));

  describe('watches', () => {
    test('are found by watcher and by member, as they were written', async () => {
      const watcher = exampleWatcher({ batch: 'AAAAAAAAAAAA', waitingSince: Date.UTC(2026, 2, 2) });
      const elsewhere = exampleWatcher({ memberId: watcher.memberId });
      const watches = inOrder([
        claimWatch(),
        claimWatch({ telling: { ...someFacts, standing: 'mixed' } }),
        claimWatch({ telling: 'gone' }),
        questionWatch(),
        questionWatch({ answer: someClaim() }),
        questionWatch({ answer: someClaim(), telling: true }),
      ]);
      await add(watcher, ...watches);
      await add(elsewhere, questionWatch());

      const { memberId, guildId } = watcher;
      const found = await opened().snapshot(async (stores) => ({
        here: await stores.watches.ofMember(guildId, memberId),
        anywhere: await stores.watches.ofMemberAnywhere(memberId),
      }));

      expect(await find(watcher)).toEqual({ watcher, watches });
      expect(found.here).toEqual({ watcher, watches });
      expect(found.anywhere.map((each) => each.watcher.id).toSorted()).toEqual(
        [watcher.id, elsewhere.id].toSorted(),
      );
    });

    test('a member is one watcher of a server', async () => {
      const watcher = exampleWatcher();
      await add(watcher);
      const { guildId, memberId } = watcher;

      await expect(add(exampleWatcher({ guildId, memberId }))).rejects.toThrow(RangeError);
    });

    test('what changes of them is replaced, and nothing else', async () => {
      const watcher = exampleWatcher();
      const [claim, question] = [claimWatch(), questionWatch()];
      await add(watcher, claim, question);
      const told = { ...watcher, locale: 'en-US', batch: 'BBBBBBBBBBBB', waitingSince: 7 };
      const [seen, answered] = [
        { ...claim, seen: { ...someFacts, quote: 'other' }, telling: 'gone' },
        { ...question, answer: someClaim(), telling: true },
      ] as const;

      await opened().transaction(async ({ watches }) => {
        await watches.saveWatcher({ ...told, memberId: someMember() });
        await watches.save(seen);
        await watches.save(answered);
      });

      expect(await find(watcher)).toEqual({ watcher: told, watches: inOrder([seen, answered]) });
    });

    test('are walked through by server, each once, with whose they are and whether they wait', async () => {
      const watcher = exampleWatcher({ waitingSince: Date.UTC(2026, 2, 2) });
      const other = exampleWatcher({ guildId: watcher.guildId });
      const [mine, theirs] = [
        [claimWatch(), questionWatch()],
        [claimWatch(), claimWatch()],
      ];
      await add(watcher, ...mine);
      await add(other, ...theirs);
      const { guildId } = watcher;

      const first = await opened().snapshot(({ watches }) => watches.page(guildId, null, 3));
      const after = first.at(-1)?.watch.id ?? null;
      const rest = await opened().snapshot(({ watches }) => watches.page(guildId, after, 3));

      expect(first).toHaveLength(3);
      expect([...first, ...rest]).toEqual(
        inOrder([...mine, ...theirs]).map((watch) =>
          mine.includes(watch)
            ? { watcherId: watcher.id, waits: true, watch }
            : { watcherId: other.id, waits: false, watch },
        ),
      );
      expect(await opened().snapshot(({ watches }) => watches.guilds())).toContain(guildId);
    });

    test('questions that no claim answers are listed, no more than asked for', async () => {
      const watcher = exampleWatcher();
      const open = [questionWatch({ text: 'one' }), questionWatch({ text: 'two' })];
      await add(watcher, ...open, questionWatch({ answer: someClaim() }), claimWatch());

      const listed = await questions(watcher);

      expect(listed.toSorted((a, b) => a.text.localeCompare(b.text))).toEqual(
        open.map(({ id, text }) => ({ watchId: id, text })),
      );
      expect(await questions(watcher, 1)).toHaveLength(1);
    });

    test('an answer is noted once for each question, and says whose they are', async () => {
      const watcher = exampleWatcher();
      const [first, second, claim] = [questionWatch(), questionWatch(), claimWatch()];
      const before = questionWatch({ answer: someClaim() });
      await add(watcher, first, second, claim, before);
      const answer = someClaim();
      const note = () =>
        opened().transaction(({ watches }) =>
          watches.answer(watcher.guildId, [first.id, second.id, claim.id, before.id], answer),
        );

      expect(await note()).toEqual([watcher.id]);
      expect(await note()).toEqual([]);

      expect((await find(watcher))?.watches).toEqual(
        inOrder([{ ...first, answer }, { ...second, answer }, claim, before]),
      );
    });

    test('a member ends their own, and is forgotten with the last', async () => {
      const watcher = exampleWatcher();
      const other = exampleWatcher({ guildId: watcher.guildId });
      const [one, two, theirs] = [claimWatch(), claimWatch(), claimWatch()];
      await add(watcher, one, two);
      await add(other, theirs);
      const item = { kind: 'watch-news', guildId: watcher.guildId, subjectId: watcher.id } as const;
      const later = Date.UTC(2100, 0, 1);
      await opened().transaction(({ outbox }) => outbox.put(item, 1, later));
      const end = (...watches: readonly Watch[]) =>
        opened().transaction((stores) =>
          stores.watches.remove(
            watcher.memberId,
            watches.map(({ id }) => id),
          ),
        );

      expect(await end(one, theirs)).toBe(1);
      expect((await find(watcher))?.watches).toEqual([two]);
      expect(await end(one)).toBe(0);
      expect(await end(two)).toBe(1);

      expect(await find(watcher)).toBeNull();
      expect((await find(other))?.watches).toEqual([theirs]);
      const sent = await opened().transaction(({ outbox }) => outbox.claim(later, 1, 1_000));
      expect(sent.map(({ subjectId }) => subjectId)).not.toContain(watcher.id);
    });

    test('those who could not be told for long are forgotten, no more at a time than asked for', async () => {
      const [long, longer, lately, never] = [
        exampleWatcher({ waitingSince: 2 }),
        exampleWatcher({ waitingSince: 1 }),
        exampleWatcher({ waitingSince: 3 }),
        exampleWatcher(),
      ];
      for (const watcher of [long, longer, lately, never]) await add(watcher, claimWatch());
      const drop = () => opened().transaction(({ watches }) => watches.dropWaitingSince(3, 1));

      const dropped = [await drop()];
      expect(await find(longer)).toBeNull();
      expect(await find(long)).not.toBeNull();
      dropped.push(await drop(), await drop());

      expect(dropped).toEqual([1, 1, 0]);
      expect(await find(long)).toBeNull();
      expect((await find(lately))?.watches).toHaveLength(1);
      expect((await find(never))?.watches).toHaveLength(1);
    });

    test('erasing a member takes out everything they watch, in every server, and nothing of others', async () => {
      const watcher = exampleWatcher();
      const { guildId, memberId } = watcher;
      const elsewhere = exampleWatcher({ memberId });
      const other = exampleWatcher({ guildId });
      for (const each of [watcher, elsewhere, other]) await add(each, claimWatch());
      const known = await opened().snapshot(({ members }) => members.record(memberId));
      expect(known.watches).toHaveLength(2);

      await opened().transaction(({ members }) => members.erase(memberId));

      expect((await opened().snapshot(({ members }) => members.record(memberId))).watches).toEqual([]);
      expect(await find(watcher)).toBeNull();
      expect((await find(other))?.watches).toHaveLength(1);
    });

    test('give nothing to another server, and change nothing for it', async () => {
      const watcher = exampleWatcher();
      const [claim, question] = [claimWatch(), questionWatch()];
      await add(watcher, claim, question);
      const foreign = someGuild();
      const { id, memberId } = watcher;

      const seen = await opened().transaction(async ({ watches }) => [
        await watches.find(foreign, id),
        await watches.ofMember(foreign, memberId),
        await watches.page(foreign, null, 10),
        await watches.questions(foreign, 10),
        await watches.answer(foreign, [question.id], someClaim()),
        await watches.remove(someMember(), [claim.id]),
      ]);

      expect(seen).toEqual([null, null, [], [], [], 0]);
      expect(await find(watcher)).toEqual({ watcher, watches: inOrder([claim, question]) });
    });
  });
}
