import { describe, expect, it } from 'vitest';
import { askModal, sentenceCard } from '../../../src/cards/plain-cards.ts';
import { type Answering, startAnswering } from '../../../src/dispatch/answering.ts';
import type { AnswerMode, Responder } from '../../../src/incoming.ts';
import { words } from '../../../src/words/words.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const card = sentenceCard('Here it is.');
const apology = sentenceCard('Sorry.');
const modal = askModal(words('en-US'));

type Arranged = ReturnType<typeof arranged>;

/** A responder that writes down what it was asked to do; `refuses` names what Discord will not take. */
function arranged(mode: AnswerMode | 'modal', refuses: readonly (keyof Responder)[] = []) {
  const clock = fakeClock();
  const done: string[] = [];
  const act = async (name: keyof Responder, detail = '') => {
    if (refuses.includes(name)) throw new Error(`${name} refused`);
    done.push(`${name}${detail}`);
  };
  const responder: Responder = {
    answer: (shown, as) => act('answer', ` ${as} ${shown === card ? 'card' : 'apology'}`),
    defer: (as) => act('defer', ` ${as}`),
    complete: (shown) => act('complete', ` ${shown === card ? 'card' : 'apology'}`),
    followUp: (shown) => act('followUp', ` ${shown === card ? 'card' : 'apology'}`),
    openModal: () => act('openModal'),
    suggest: () => act('suggest'),
  };
  return { clock, done, answering: startAnswering(responder, mode, clock) };
}

const give = ({ answering }: Arranged) => answering.give(card);
const apologise = ({ answering }: Arranged) => answering.apologise(apology);
const openModal = ({ answering }: Arranged) => answering.openModal(modal);

describe('an answer', () => {
  it.each([
    { mode: 'reply', afterMs: 0, act: give, done: ['answer reply card'], why: 'it is at hand' },
    { mode: 'reply', afterMs: 1_499, act: give, done: ['answer reply card'], why: 'it is just in time' },
    {
      mode: 'reply',
      afterMs: 1_500,
      act: give,
      done: ['defer reply', 'complete card'],
      why: 'it is too slow',
    },
    { mode: 'update', afterMs: 1_499, act: give, done: ['answer update card'], why: 'it is just in time' },
    {
      mode: 'update',
      afterMs: 1_500,
      act: give,
      done: ['defer update', 'complete card'],
      why: 'it is too slow',
    },
    { mode: 'modal', afterMs: 0, act: openModal, done: ['openModal'], why: 'a form is asked for' },
    { mode: 'modal', afterMs: 9_000, act: openModal, done: ['openModal'], why: 'a form is never deferred' },
    {
      mode: 'modal',
      afterMs: 9_000,
      act: give,
      done: ['answer reply card'],
      why: 'there was no form to open after all',
    },
    { mode: 'reply', afterMs: 0, act: apologise, done: ['answer reply apology'], why: 'it failed at once' },
    {
      mode: 'update',
      afterMs: 0,
      act: apologise,
      done: ['answer reply apology'],
      why: 'the card with the button stays',
    },
    { mode: 'modal', afterMs: 0, act: apologise, done: ['answer reply apology'], why: 'the form failed' },
    {
      mode: 'reply',
      afterMs: 1_500,
      act: apologise,
      done: ['defer reply', 'complete apology'],
      why: 'something was promised',
    },
    {
      mode: 'update',
      afterMs: 1_500,
      act: apologise,
      done: ['defer update', 'followUp apology'],
      why: 'the card with the button stays',
    },
  ] as const)('to a $mode after $afterMs ms is $done: $why', async ({ mode, afterMs, act, done }) => {
    const there = arranged(mode);

    there.clock.advance(afterMs);
    await act(there);
    there.clock.advance(60_000);

    expect(there.done).toEqual(done);
  });

  it.each(['reply', 'update', 'modal'] as const)('to a %s is given once', async (mode) => {
    const there = arranged(mode);
    await there.answering.give(card);

    const again: readonly ((answering: Answering) => Promise<void>)[] = [
      (answering) => answering.give(card),
      (answering) => answering.apologise(apology),
      (answering) => answering.openModal(modal),
    ];

    for (const act of again) await expect(act(there.answering)).rejects.toThrow(TypeError);
    expect(there.done).toEqual([
      'answer reply card'.replace('reply', mode === 'update' ? 'update' : 'reply'),
    ]);
  });

  it('that Discord refuses can still be apologised for', async () => {
    const there = arranged('update', ['answer']);
    await expect(there.answering.give(card)).rejects.toThrow('answer refused');

    const later = arranged('reply', ['complete']);
    later.clock.advance(1_500);
    await expect(later.answering.give(card)).rejects.toThrow('complete refused');

    await expect(there.answering.apologise(apology)).rejects.toThrow('answer refused');
    await expect(later.answering.apologise(apology)).rejects.toThrow('complete refused');
  });

  it('whose deferral Discord refuses fails when it is given, and not before', async () => {
    const there = arranged('reply', ['defer']);

    there.clock.advance(1_500);

    await expect(there.answering.give(card)).rejects.toThrow('defer refused');
    expect(there.done).toEqual([]);
  });
});

describe('work that takes long', () => {
  it('shows each step in place of the one before, and what came of it last', async () => {
    const there = arranged('reply');

    await there.answering.begin(card);
    await there.answering.replace(card);

    expect(there.done).toEqual(['answer reply card', 'complete card']);
  });

  it('is apologised for in place of its last step', async () => {
    const there = arranged('update');

    await there.answering.begin(card);
    await there.answering.apologise(apology);

    expect(there.done).toEqual(['answer update card', 'complete apology']);
  });
});
