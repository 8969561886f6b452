import { describe, expect, it } from 'vitest';
import { caseCard } from '../../../src/cards/case-card.ts';
import { reportsCard } from '../../../src/cards/reports-card.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';
import { english, labelsIn, max, shownOf, textIn } from './shown-case.ts';

const mia = '1290000000000000301';

describe('the card of a case', () => {
  it('never names a reporter', () => {
    const reports = [exampleReport({ statement: 'this sentence', details: 'look here' })];
    const shown = shownOf({}, reports);

    const cards = JSON.stringify([caseCard(shown, 'channel', english), reportsCard(shown, 1, english)]);

    expect(cards).toContain('this sentence');
    expect(cards).not.toContain(mia);
  });

  it('attributes and quotes the message, and escapes what it says', () => {
    const card = caseCard(
      shownOf({ subject: exampleMessage({ text: '**@everyone** look' }) }),
      'channel',
      english,
    );

    expect(textIn(card)).toContain('The message says:\n> \\*\\*\\@everyone\\*\\* look');
  });

  it.each([
    {
      why: 'it was forwarded',
      subject: { textFrom: 'forward' },
      says: 'The message forwards another, which says:',
    },
    { why: 'it is an embed', subject: { textFrom: 'embed' }, says: 'An embed of the message says:' },
    { why: 'it was edited', subject: { fate: 'edited' }, says: 'the new text cannot be read here' },
    { why: 'it is gone', subject: { fate: 'deleted', text: null }, says: 'its text is no longer kept' },
    { why: 'nothing could be read', subject: { text: null }, says: 'No text of the message is kept' },
    {
      why: 'it has pictures',
      subject: { attachments: 2 },
      says: 'It has 2 attachments, which Footnote does not read.',
    },
    { why: 'few can see it', subject: { reach: 'private-thread' }, says: 'It is in a private thread' },
    { why: 'its author is unknown', subject: { authorId: null }, says: 'by somebody unknown' },
  ] as const)('says so when $why', ({ subject, says }) => {
    expect(textIn(caseCard(shownOf({ subject: exampleMessage(subject) }), 'channel', english))).toContain(
      says,
    );
  });

  it.each([
    { slugs: ['context-1'], says: 'The dossier context-1 made from it still shows its text.' },
    {
      slugs: ['case-1', 'context-1'],
      says: 'The dossiers case-1, context-1 made from it still show its text.',
    },
  ])('says that a deleted message is still to be read in $slugs', ({ slugs, says }) => {
    const stillShown = slugs.map((slug) => DossierSlug.parse(slug));
    const shown = { ...shownOf({ subject: exampleMessage({ fate: 'deleted', text: null }) }), stillShown };

    const card = caseCard(shown, 'channel', english);

    expect(textIn(card)).toContain(`The message was deleted. ${says}`);
    expect(textIn(card)).not.toContain('no longer kept');
    expect(labelsIn(card)[2]).toBe(slugs.length === 1 ? 'Withdraw the dossier' : 'Withdraw the dossiers');
  });

  it('of a deleted message that nobody reported counts no reports and leads to none', () => {
    const subject = exampleMessage({ fate: 'deleted', text: null });
    const shown = { ...shownOf({ subject }, []), stillShown: [DossierSlug.parse('post-1')] };

    const card = caseCard(shown, 'channel', english);

    expect(textIn(card)).toContain('Reported by nobody · opened <t:');
    expect(textIn(card)).not.toContain('×0');
    expect(labelsIn(card)).toEqual([
      'Take',
      'Withdraw the dossier',
      'Removed or handled elsewhere',
      'Link to a claim',
      'No action',
    ]);
  });

  it('says first what came of a case that is done, then where its message is', () => {
    const url = 'https://discord.com/channels/1290000000000000100/1290000000000000110/1290000000000001000';
    const resolution = { kind: 'context-posted', by: max, note: null, url, claim: null } as const;
    const resolvedAt = exampleCase().openedAt;

    const [head = ''] = textIn(
      caseCard(shownOf({ state: 'resolved', resolution, resolvedAt }), 'channel', english),
    ).split('\nThe message says');

    const lines = head.split('\n');
    expect(lines[1]).toBe(`<@${max}> posted context <t:1772442000:R>. [Read the context](${url})`);
    expect(lines[2]).toContain('×1');
    expect(lines[3]).toMatch(/^In .*\[go to the reported message\]/);
  });

  it('says where and why before it quotes the message, and counts a reason only when it is given twice', () => {
    const reports = [
      exampleReport({ reason: 'misleading' }),
      exampleReport({ reason: 'misleading' }),
      exampleReport({ reason: 'other' }),
    ];

    const text = textIn(caseCard(shownOf({}, reports), 'channel', english));

    expect(text).toMatch(/×3.*\nIn .*\n\*\*Reasons:\*\* Misleading ×2 · Something else\nThe message says:/);
  });

  it('does not repeat a statement that is the whole message or was made before', () => {
    const whole = 'The papers were sold. Nobody says to whom.';
    const reports = [
      exampleReport({ statement: whole, details: null }),
      exampleReport({ statement: 'The papers were sold.', details: null }),
      exampleReport({ statement: 'The papers were sold. ', details: 'See the register.' }),
    ];

    const text = textIn(
      caseCard(shownOf({ subject: exampleMessage({ text: whole }) }, reports), 'channel', english),
    );

    expect(text).not.toContain('Reporter 1');
    expect(text.match(/The papers were sold\./g)).toHaveLength(2);
    expect(text).toMatch(/Reporter 3[^\n]*\n> See the register\.$/);
  });

  it('is short once it is done', () => {
    const resolution = { kind: 'handled-elsewhere', by: max, note: null, url: null, claim: null } as const;
    const subject = exampleMessage({ text: 'So it goes. '.repeat(80) });

    const done = textIn(
      caseCard(shownOf({ subject, state: 'resolved', resolution, resolvedAt: 1 }), 'channel', english),
    );

    expect(done.length).toBeLessThan(600);
    expect(done).not.toContain('Reporter 1');
  });

  it('links to the message, unless it is gone', () => {
    const there = textIn(caseCard(shownOf(), 'channel', english));
    const gone = textIn(
      caseCard(shownOf({ subject: exampleMessage({ fate: 'deleted', text: null }) }), 'channel', english),
    );

    expect(there).toContain('/1290000000000000110/1290000000000000999)');
    expect(gone).not.toContain('https://');
  });
});
