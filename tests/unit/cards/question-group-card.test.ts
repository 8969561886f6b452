import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintsOf } from '../../../src/cards/limits.ts';
import {
  answeredGroupCard,
  draftClaimModal,
  draftedAnswerCard,
  nameClaimModal,
  questionGroupCard,
  questionMenu,
} from '../../../src/cards/question-group-card.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { UserId } from '../../../src/core/ids.ts';
import { decodeRoute } from '../../../src/routes.ts';
import type { ShownGroup } from '../../../src/services/digest/show-group.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { exampleGroup } from '../../fakes/example-group.ts';
import { strangeDossier, strangeLine } from '../../fakes/strange-dossier.ts';
import { controlOf, customIdsOf } from './card-nodes.ts';
import { formattingIn, textsOf } from './shown.ts';

const days = { from: '2026-03-02', to: '2026-03-08' };
const key = '0000000000000001';
const ada = UserId.parse('1290000000000000304');
const english = words('en-US');
const dossier = exampleDossier();
const known = dossier.claims.map((claim) => ({ dossier, claim }));

const mine = exampleCase({ number: 3 });
const others = exampleCase({ number: 5, state: 'assigned', assigneeId: ada });

function shown(changes: Partial<ShownGroup> = {}): ShownGroup {
  return { group: exampleGroup(), cases: { mine: [mine], left: [others] }, claims: known, ...changes };
}

const textOf = (card: { readonly components: readonly unknown[] }) => textsOf(card.components).join('\n');

describe('the menu of questions to answer', () => {
  it('names each question with how often it was asked, and is left out where there is none', () => {
    const menu = questionMenu([exampleGroup({ askedModerators: 2, waitingToBeTold: 1 })], days, english);

    expect(questionMenu([], days, english)).toBeNull();
    expect(controlOf([menu], '1:question.open:2026-03-02:2026-03-08')?.['options']).toEqual([
      {
        label: 'who pays?',
        value: key,
        description: '3 questions · put to the moderators 2 times · 1 waits to be told',
      },
    ]);
  });

  it('holds as many as Discord allows', () => {
    const groups = Array.from({ length: 40 }, (_, index) => exampleGroup({ label: 'x'.repeat(500) }, index));

    expect(complaintsOf([questionMenu(groups, days, english)].filter((part) => part !== null))).toEqual([]);
  });
});

describe.each(locales)('the card of a question in %s', (locale) => {
  const speech = words(locale);

  it('says what is asked, which cases there are and whose, and leads to every way of answering it', () => {
    const card = questionGroupCard(shown(), days, speech);

    expect(textOf(card)).toContain('who pays?');
    expect(textOf(card)).toContain(speech.say('case.name', { number: 3 }));
    expect(textOf(card)).toContain(speech.say('question.stays', { number: 5, member: `<@${ada}>` }));
    const [first] = known;
    expect(textOf(card)).toContain(`**${first?.dossier.slug}/${first?.claim.key}**`);
    expect(customIdsOf(card.components).map((id) => decodeRoute(id)?.name)).toEqual([
      'question.link',
      'question.name',
      'question.draft',
      'question.close',
    ]);
  });

  it('says why it is shown where fewer than three asked it, and that no claim comes near', () => {
    const card = questionGroupCard(
      shown({ group: exampleGroup({ askedByMany: false }), claims: [] }),
      days,
      speech,
    );

    expect(textOf(card)).toContain(speech.say('question.put-alone'));
    expect(textOf(card)).toContain(speech.say('question.none-near'));
    expect(customIdsOf(card.components)).not.toContain(`1:question.link:2026-03-02:2026-03-08:${key}`);
  });

  it('says what answering it did', () => {
    const [answer = expect.fail('the example dossier has no claim')] = known;
    const done = { label: 'who pays?', answer, resolved: [mine], left: [others], told: 2 };

    const said = textOf(answeredGroupCard(done, speech));

    expect(said).toContain(speech.say('question.told', { count: 2 }));
    expect(said).toContain(speech.say('case.name', { number: 3 }));
    expect(said).toContain(`<@${ada}>`);
  });

  it('says what drafting did', () => {
    const slug = DossierSlug.parse('question-3');
    const drafted = { slug, again: false, taken: [mine], left: [] };

    const said = textOf(draftedAnswerCard(drafted, speech));
    const again = textOf(draftedAnswerCard({ ...drafted, again: true, taken: [] }, speech));

    expect(said).toContain(speech.say('question.drafted', { dossier: slug }));
    expect(said).toContain('`/dossier edit question-3`');
    expect(again).toContain(speech.say('question.drafted-before', { dossier: slug }));
  });

  it('asks in forms Discord takes, and puts only what many asked into them', () => {
    const label = 'q'.repeat(500);
    const many = draftClaimModal(exampleGroup({ label }), days, speech);
    const alone = draftClaimModal(exampleGroup({ label, askedByMany: false }), days, speech);
    const named = nameClaimModal({ ...days, key }, speech);

    expect(controlOf(many.components, 'title')?.['value']).toBe('q'.repeat(200));
    expect(JSON.stringify(alone)).not.toContain('qq');
    expect([named.custom_id, many.custom_id].map((id) => decodeRoute(id)?.args)).toEqual([
      [days.from, days.to, key],
      [days.from, days.to, key],
    ]);
  });
});

describe('the card of a strange question', () => {
  it('keeps Discord’s limits', () => {
    fc.assert(
      fc.property(strangeLine(500), strangeDossier(), fc.nat({ max: 200 }), (label, strange, count) => {
        const claims = strange.claims.slice(0, 5).map((claim) => ({ dossier: strange, claim }));
        const cases = Array.from({ length: count }, (_, index) =>
          exampleCase({ number: index + 1, state: 'assigned', assigneeId: ada }),
        );
        const group = exampleGroup({ label, questions: count, waitingToBeTold: count, askedByMany: false });

        const card = questionGroupCard({ group, cases: { mine: cases, left: cases }, claims }, days, english);

        expect(complaintsOf(card.components)).toEqual([]);
      }),
    );
  });

  it('takes markup for letters', () => {
    const label = '**who** [pays](https://example.org) @everyone';

    const [said = ''] = textsOf(
      questionGroupCard(shown({ group: exampleGroup({ label }) }), days, english).components,
    );

    const line = said.split('\n').find((each) => each.includes('who')) ?? '';
    expect(formattingIn(line)).toEqual([]);
  });
});
