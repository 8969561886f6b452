import { describe, expect, it } from 'vitest';
import { wholeSummaryCard } from '../../../src/cards/dossier-pages.ts';
import { summaryCard } from '../../../src/cards/summary-card.ts';
import { type Claim, ClaimKey } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import type { Card } from '../../../src/ports/message.ts';
import { words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { controlOf, nodesOf } from './card-nodes.ts';
import { linksIn, shownBy, textsOf } from './shown.ts';

const speech = words('en-US');
const dossier = exampleDossier();
const [first] = dossier.claims;
if (first === undefined) throw new RangeError('the example has claims');

const read = ({ components }: Card) => shownBy(components);
const bare = (of: Dossier) => read(summaryCard(of, 1, speech));

/** The example with so many claims, c1 to the last; each says what the first of the example says, or `quote`. */
function withClaims(count: number, quote = first?.quote ?? ''): Dossier {
  const claims = Array.from({ length: count }, (_, index) =>
    dossier.claims
      .slice(0, 1)
      .map((claim): Claim => ({ ...claim, quote, key: ClaimKey.parse(`c${index + 1}`) })),
  );
  return exampleDossier({ claims: claims.flat() });
}

const keysOn = (card: Card) =>
  textsOf(card.components).flatMap((text) => /^\*\*(c\d+)\*\*/.exec(text)?.[1] ?? []);

const keysOffered = ({ components }: Card) =>
  nodesOf(components).flatMap(({ value }) => /\/(c\d+)$/.exec(String(value))?.[1] ?? []);

const allPages = [1, 2, 3, 4, 5, 6, 7];

describe('the summary card', () => {
  it('shows title, author, date, link, remarks, summary, how it was made and when it was changed', () => {
    const said = bare(dossier);

    for (const part of [
      dossier.title,
      'Island Voice',
      'November 2025',
      'Copied from a leaflet',
      dossier.summary.text,
    ])
      expect(said).toContain(part);
    expect(said).toContain('Written by a person');
    expect(said).toContain('February 1, 2026');
    expect(textsOf(summaryCard(dossier, 1, speech).components).flatMap(linksIn)).toContain(
      'https://voice.example/ferry',
    );
  });

  it('shows key claims with their standing and counts', () => {
    expect(bare(dossier)).toMatch(/c01 .*timetable saves every commuter.*\nmixed · 1 support · 1 contradict/);
    expect(bare(dossier)).toMatch(/c02 .*lighthouse.*\nunsourced · no source notes/);
  });

  it('calls an author, a date and a link that are not known unknown', () => {
    const nothing = { ...dossier.post, author: null, date: null, url: null, remarks: null };

    expect(bare(exampleDossier({ post: nothing }))).toMatch(/Author unknown · date unknown · no link known/);
  });

  it.each([
    { madeBy: { by: 'extractive' }, says: 'Made of the post’s own sentences, without a model' },
    { madeBy: { by: 'model', model: 'gpt *x*' }, says: 'Written by the model gpt *x*' },
  ] as const)('says how the summary was made: $says', ({ madeBy, says }) => {
    expect(bare(exampleDossier({ summary: { text: 'S.', madeBy } }))).toContain(says);
  });

  it('offers the whole of a summary that is longer than it has room for', () => {
    const long = exampleDossier({ summary: { text: 'A sentence. '.repeat(300), madeBy: { by: 'person' } } });

    expect(controlOf(summaryCard(long, 1, speech).components, '1:summary.text:')).toBeDefined();
    expect(controlOf(summaryCard(dossier, 1, speech).components, '1:summary.text:')).toBeUndefined();
    expect(read(wholeSummaryCard(long, 99, speech)).trimEnd()).toMatch(/A sentence\./);
  });
});

describe('the key claims of the summary card', () => {
  it('stand on pages of six, each claim on one of them, in the order of the post', () => {
    const twenty = withClaims(20);

    const pages = [1, 2, 3, 4].map((page) => keysOn(summaryCard(twenty, page, speech)));

    expect(pages.map(({ length }) => length)).toEqual([6, 6, 6, 2]);
    expect(pages.flat()).toEqual(twenty.claims.map(({ key }) => key));
  });

  it('are turned by buttons that say which page it is, and have none where all are on one', () => {
    const second = summaryCard(withClaims(20), 2, speech);

    expect(read(second)).toContain('Key claims (7–12 of 20)');
    expect(controlOf(second.components, '1:summary.page:ferry-timetable:1')?.['label']).toBe('◀ Previous');
    expect(controlOf(second.components, '1:summary.page:ferry-timetable:2')).toMatchObject({
      label: 'Page 2 of 4',
      disabled: true,
    });
    expect(controlOf(second.components, '1:summary.page:ferry-timetable:3')?.['label']).toBe('Next ▶');
    expect(bare(withClaims(6))).toContain('Key claims (6)');
    expect(controlOf(summaryCard(withClaims(6), 1, speech).components, '1:summary.page:')).toBeUndefined();
  });

  it('are named by a single number where one is alone on its page', () => {
    expect(read(summaryCard(withClaims(7), 2, speech))).toContain('Key claims (7 of 7)');
  });

  it('leave the summary a button away on the pages after the first', () => {
    const second = summaryCard(withClaims(20), 2, speech);

    expect(read(second)).toContain(dossier.title);
    expect(read(second)).toContain('Island Voice');
    expect(read(second)).not.toContain(dossier.summary.text);
    expect(controlOf(second.components, '1:summary.text:')?.['label']).toBe('Whole summary');
  });

  it.each(allPages.slice(0, 4))('are all offered in the menu of page %i while Discord has room', (page) => {
    const twenty = withClaims(20);

    expect(keysOffered(summaryCard(twenty, page, speech))).toEqual(twenty.claims.map(({ key }) => key));
  });

  it.each(allPages)('of page %i are in its menu, however many there are', (page) => {
    const card = summaryCard(withClaims(40), page, speech);

    expect(keysOffered(card)).toEqual(expect.arrayContaining(keysOn(card)));
    expect(keysOffered(card)).toHaveLength(25);
  });

  it('are cut at a word, and then the card says so', () => {
    const cut = bare(withClaims(1, 'every one of the commuters '.repeat(5)));

    expect(cut).toContain('“every one of the commuters every one of the commuters every one of the…”');
    expect(cut).toContain('“…” marks a shortened quote');
    expect(bare(dossier)).not.toContain('shortened quote');
  });

  it('keep right-to-left text apart from what stands around it, cut or not', () => {
    const arabic = withClaims(1, 'من يدفع رواتب الميليشيات في العراق وسوريا اليوم؟ '.repeat(4).trim());

    const [entry = ''] = textsOf(summaryCard(arabic, 1, speech).components).filter((text) =>
      text.startsWith('**c1**'),
    );

    expect(entry).toMatch(/^\*\*c1\*\* “\u2068[^\u2066-\u2069]+…\u2069”\n-# \*\*mixed\*\* · /);
  });
});
