import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DraftId, UserId } from '../../../src/core/ids.ts';
import { keepDraft, readDraft } from '../../../src/services/context/drafts.ts';
import { fakeCache, type Kept } from '../../fakes/fake-cache.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const mia = UserId.parse('200000000000000001');
const noor = UserId.parse('200000000000000002');
const Value = z.object({ text: z.string(), authorId: UserId });
const value = { text: 'what Noor wrote', authorId: noor };

function arranged() {
  const clock = fakeClock();
  const kept: Kept = new Map();
  const ids = ['AAAAAAAAAAAA', 'BBBBBBBBBBBB'];
  return { clock, kept, deps: { cache: fakeCache(kept, clock.now), newId: () => ids.shift() ?? '' } };
}

describe('a draft', () => {
  it('comes back to the member whose form it is, as often as they send it', async () => {
    const { deps } = arranged();

    const id = await keepDraft(deps, mia, value);

    expect(await readDraft(deps, mia, id, Value)).toEqual(value);
    expect(await readDraft(deps, mia, id, Value)).toEqual(value);
  });

  it('lies in the cache without a readable word, member or id of its own', async () => {
    const { deps, kept } = arranged();

    const id = await keepDraft(deps, mia, value);

    const lying = JSON.stringify([...kept]);
    for (const secret of [mia, noor, id, value.text]) expect(lying).not.toContain(secret);
    for (const { value: sealed } of kept.values())
      expect(Buffer.from(String(sealed), 'base64').toString('latin1')).not.toContain(value.text);
  });

  it.each([
    { why: 'another member sends it', memberId: noor, id: 'AAAAAAAAAAAA', minutes: 0, spoil: false },
    { why: 'its id is guessed', memberId: mia, id: 'AAAAAAAAAAAB', minutes: 0, spoil: false },
    { why: 'the form was open too long', memberId: mia, id: 'AAAAAAAAAAAA', minutes: 15, spoil: false },
    { why: 'the cache holds something else', memberId: mia, id: 'AAAAAAAAAAAA', minutes: 0, spoil: true },
  ])('is gone when $why', async ({ memberId, id, minutes, spoil }) => {
    const { deps, kept, clock } = arranged();
    await keepDraft(deps, mia, value);
    if (spoil) for (const key of kept.keys()) kept.set(key, { value: 'c3BvaWx0', untilMs: clock.now() + 1 });

    clock.advance(minutes * 60_000);

    await expect(readDraft(deps, memberId, DraftId.parse(id), Value)).rejects.toMatchObject({
      code: 'draft.gone',
    });
  });

  it('of one form does not open as that of another, even where both are the member’s', async () => {
    const { deps, kept } = arranged();
    const [first, second] = [await keepDraft(deps, mia, value), await keepDraft(deps, mia, value)];
    const [one, other] = [...kept.keys()];
    const swapped = kept.get(one ?? '');
    if (swapped !== undefined) kept.set(other ?? '', swapped);

    expect(await readDraft(deps, mia, first, Value)).toEqual(value);
    await expect(readDraft(deps, mia, second, Value)).rejects.toMatchObject({ code: 'draft.gone' });
  });
});
