import { describe, expect, it } from 'vitest';
import { askToEraseCard, exportCard, optOutCard, privacyCard } from '../../../src/cards/privacy-cards.ts';
import type { MyData } from '../../../src/services/privacy/show-my-data.ts';
import { locales, words } from '../../../src/words/words.ts';
import { controlOf } from './card-nodes.ts';
import { shownBy } from './shown.ts';

const nothing: MyData = {
  optedOutSince: null,
  waitingReports: 0,
  doneReports: 0,
  badFaithMarks: 0,
  reportedMessages: 0,
  keptTexts: 0,
  dossiers: 0,
  watchedClaims: 0,
  watchedQuestions: 0,
  moderatedCases: 0,
  auditLines: 0,
};
const many = 123_456_789;
const everything: MyData = {
  optedOutSince: Date.UTC(2026, 1, 3),
  waitingReports: many,
  doneReports: many,
  badFaithMarks: many,
  reportedMessages: many,
  keptTexts: many,
  dossiers: many,
  watchedClaims: many,
  watchedQuestions: many,
  moderatedCases: many,
  auditLines: many,
};

describe.each(locales)('in %s', (locale) => {
  const speech = words(locale);

  it('what is stored fits one card, however much there is of it', () => {
    const card = privacyCard(everything, 'the policy', speech);

    for (const line of ['reports', 'messages', 'dossiers', 'watches', 'bad-faith', 'moderating'] as const) {
      const watched = { claims: many, questions: many };
      const values = {
        waiting: many,
        done: many,
        count: many,
        texts: many,
        lines: many,
        cases: many,
        ...watched,
      };
      expect(shownBy(card.components)).toContain(speech.say(`privacy.mine.${line}`, values));
    }
    expect(shownBy(card.components)).toContain(
      speech.say('privacy.mine.opt-out', { day: speech.day(Date.UTC(2026, 1, 3)) }),
    );
    expect(card.files).toMatchObject([{ name: 'PRIVACY.md', content: 'the policy' }]);
  });

  it('of a member of whom nothing is stored, the card says so', () => {
    expect(shownBy(privacyCard(nothing, '', speech).components)).toContain(
      speech.say('privacy.mine.nothing'),
    );
  });

  it('erasing asks with a button that says what it does, and offers to leave it', () => {
    const { components } = askToEraseCard(speech);

    expect(controlOf(components, '1:privacy.delete')).toMatchObject({
      label: speech.say('privacy.delete.confirm'),
    });
    expect(controlOf(components, '1:privacy.cancel')).toBeDefined();
  });

  it.each([
    { isOut: false, leadsTo: '1:privacy.opt-out:on' },
    { isOut: true, leadsTo: '1:privacy.opt-out:off' },
  ])('the opt-out card leads the other way when isOut is $isOut', ({ isOut, leadsTo }) => {
    expect(controlOf(optOutCard(isOut, speech).components, '1:privacy.opt-out')).toMatchObject({
      custom_id: leadsTo,
    });
  });

  it('an export is a JSON file', () => {
    expect(exportCard({ member: '1' }, speech).files).toEqual([
      {
        name: 'footnote-my-data.json',
        contentType: 'application/json; charset=utf-8',
        content: '{\n  "member": "1"\n}\n',
      },
    ]);
  });
});
