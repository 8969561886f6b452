import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextCard, contextFrame, plainContext, removeRoute } from '../../../src/cards/context-card.ts';
import { contextForm } from '../../../src/cards/context-form.ts';
import {
  contextHinderedCard,
  contextPreviewCard,
  contextProblemsCard,
} from '../../../src/cards/context-previews.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { type Context, hindrances, keepings } from '../../../src/core/context.ts';
import { type Locale, locales, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { strangeDossier, strangeText } from '../../fakes/strange-dossier.ts';
import { nodesOf } from './card-nodes.ts';
import { linksIn, shownBy, textsOf } from './shown.ts';

const draftId = 'AAAAAAAAAAAA';
const remove = removeRoute('BBBBBBBBBBBB', draftId);
const channelId = '12345678901234567890';
const en = words('en-US');
const written: Context = {
  kind: 'text',
  text: 'The harbour master denies it.\nSee *both*.',
  urls: ['https://www.harbour.example/may', 'https://news.example/a_(b)'],
};

const hosts = ['https://news.example/', `https://${'long.'.repeat(40)}example/`];
const longUrl = fc
  .tuple(fc.constantFrom(...hosts), fc.constantFrom('a', '記', '()', '_*'), fc.nat(500))
  .map(([host, unit, chars]) => {
    const room = unit === '()' ? (500 - host.length) / 6 : (500 - host.length) / unit.length;
    return `${host}${unit.repeat(Math.max(0, Math.min(chars, Math.floor(room))))}`;
  });
const worst = ['\u2069\n', 'א\n', '记', '*_`~|', '://', '1.\n', ':a:', '😀'].map((unit) =>
  unit.repeat(800).slice(0, 800).trim().toWellFormed(),
);
const strangeContext: fc.Arbitrary<Context> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.oneof(fc.constantFrom(...worst), strangeText(800)),
    urls: fc.array(longUrl, { minLength: 3, maxLength: 3 }),
  }),
  strangeDossier().map((dossier): Context => {
    const [claim] = dossier.claims;
    return claim === undefined ? written : { kind: 'claim', dossier, claim };
  }),
);

function cardsOf(context: Context, locale: Locale) {
  const speech = words(locale);
  const view = { draftId, context, channelId, alone: true };
  return [
    contextCard(context, remove, speech),
    ...keepings.map((keeping) => contextPreviewCard({ ...view, keeping }, speech, speech)),
    ...hindrances.map((hindrance) => contextHinderedCard(draftId, hindrance, context, speech, speech)),
  ];
}

describe('cards of context', () => {
  it.each(locales)('keep every limit of Discord in %s, whatever is posted', (locale) => {
    fc.assert(
      fc.property(strangeContext, (context) => {
        for (const { components } of cardsOf(context, locale)) expect(complaintsOf(components)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('attribute a text to the moderators, letter by letter, with a link to every source', () => {
    const { components } = contextCard(written, remove, en);

    const shown = shownBy(components);
    expect(shown).toContain('Context from the moderators of this server');
    expect(shown).toContain('The harbour master denies it.\nSee *both*.');
    expect(shown).toContain('Written by this server’s moderators, not by Footnote.');
    expect(textsOf(components).flatMap(linksIn)).toEqual([
      'https://www.harbour.example/may',
      'https://news.example/a_%28b%29',
    ]);
  });

  it('show a linked claim with its standing, three notes at most, its version and the way to the rest', () => {
    const dossier = exampleDossier();
    const [claim = expect.fail('the example has claims')] = dossier.claims;

    const shown = shownBy(contextCard({ kind: 'claim', dossier, claim }, remove, en).components);

    expect(shown).toContain('the new timetable saves every commuter twenty minutes');
    expect(shown).toContain('1 support · 0 partly · 1 contradict');
    expect(shown).toContain('Harbour Office · December 4, 2025');
    expect(shown).toContain('More: /claim show ferry-timetable/c01');
    expect(shown).toContain('version 1, changed on February 1, 2026');
    expect(shown).not.toContain('Written by this server’s moderators');
    expect(shown.length).toBeLessThan(1_200);
  });

  it('preview exactly what is posted', () => {
    const preview = contextPreviewCard(
      { draftId, context: written, channelId, keeping: 'kept', alone: false },
      en,
      words('de'),
    );

    expect(preview.components).toContainEqual(contextFrame(written, words('de')));
    expect(contextCard(written, remove, words('de')).components).toContainEqual(
      contextFrame(written, words('de')),
    );
  });

  it('give the whole text and its addresses to whoever has to post it by hand', () => {
    expect(plainContext(written, en)).toContain(
      'https://www.harbour.example/may\nhttps://news.example/a_(b)',
    );
  });

  it('say every problem in a sentence of its own', () => {
    const shown = shownBy(
      contextProblemsCard(
        draftId,
        [
          { problem: 'text-too-long' },
          { problem: 'address-too-long', line: 2 },
          { problem: 'claim-unknown', claim: '*c99*' },
        ],
        en,
      ).components,
    );

    expect(shown).toContain('longer than 800 characters');
    expect(shown).toContain('Address 2 is longer than 500 characters');
    expect(shown).toContain('There is no claim “*c99*” here.');
  });

  it.each(locales)('ask for it in a form that keeps Discord’s limits and what was typed, in %s', (locale) => {
    const fields = { text: 'x'.repeat(800), addresses: 'nowhere', claim: 'y'.repeat(100) };
    const example = `${'s'.repeat(48)}/c0001a`;
    const route = '1:context.written:AAAAAAAAAAAA';

    const modal = contextForm({ route, caseNumber: 99_999, fields, example }, words(locale));

    const nodes = nodesOf(modal.components);
    expect(nodes.flatMap(({ value }) => (value === undefined ? [] : [value]))).toEqual(Object.values(fields));
    expect(nodes.filter(({ description }) => String(description ?? '').length > 100)).toEqual([]);
  });
});
