import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { limits } from '../../src/cards/limits.ts';
import type { ErrorCode } from '../../src/core/errors.ts';
import { type Locale, locales, type WordKey, words } from '../../src/words/words.ts';

type Sentences = Readonly<Record<WordKey, string>>;
type Message = ReturnType<IntlMessageFormat['getAst']>;

const folder = new URL('../../config/locales/', import.meta.url);
const cardFolder = new URL('../../src/cards/', import.meta.url);
const cardSources = readdirSync(cardFolder).map((file) => readFileSync(new URL(file, cardFolder), 'utf8'));

function sentencesOf(locale: Locale): Sentences {
  return JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8'));
}

const english = sentencesOf('en-US');
// Object.keys forgets the names; the file is the one `WordKey` is read from.
const keys = Object.keys(english) as WordKey[];
const translations = locales.filter((locale) => locale !== 'en-US');

function messageOf(locale: Locale, sentence: string): Message {
  return new IntlMessageFormat(sentence, locale, undefined, { ignoreTag: true }).getAst();
}

type Placeholder = { readonly name: string; readonly type: string; readonly options: readonly string[] };

/** How the parser marks text that stands as it is. */
const literal = 0;

/** Every placeholder of a message, in plural and select branches too, with the branches it has. */
function placeholdersIn(message: Message): Placeholder[] {
  return message.flatMap((element) => {
    if (!('value' in element) || element.type === literal) return [];
    if (!('options' in element))
      return [{ name: element.value, type: `simple ${element.type}`, options: [] }];
    const type = 'pluralType' in element ? `plural ${element.pluralType ?? ''}` : 'select';
    const inside = Object.values(element.options).flatMap(({ value }) => placeholdersIn(value));
    return [{ name: element.value, type, options: Object.keys(element.options) }, ...inside];
  });
}

/** What a sentence asks of the code that says it; branches count only where the code names them (select). */
function contractOf(locale: Locale, sentence: string): readonly string[] {
  const lines = placeholdersIn(messageOf(locale, sentence)).map(({ name, type, options }) =>
    `${name}: ${type} ${type === 'select' ? [...options].sort().join('|') : ''}`.trim(),
  );
  return [...new Set(lines)].sort();
}

/** Placeholders filled with numbers that need no plural. */
const numbers = new Set(['count', 'page', 'pages', 'days', 'minutes', 'max', 'maxMiB']);

/** Sample values for a sentence: `count` for what is a number, a name for the rest; selects take branches in turn. */
function samplesFor(sentence: string, count: number): Record<string, string | number> {
  return Object.fromEntries(
    placeholdersIn(messageOf('en-US', sentence)).map(({ name, type, options }) => {
      if (type === 'select') return [name, options[count % options.length] ?? ''];
      return [name, type.startsWith('plural') || numbers.has(name) ? count : `<${name}>`];
    }),
  );
}

/** The longest a sentence gets with counts of up to four digits. */
function longest(locale: Locale, key: WordKey): number {
  const said = [1, 2, 9_999].map((count) => words(locale).say(key, samplesFor(english[key], count)));
  return Math.max(...said.map((text) => text.length));
}

describe('the locale files', () => {
  it('are one for each locale Footnote speaks', () => {
    const files = readdirSync(folder).sort();

    expect(files).toEqual(locales.map((locale) => `${locale}.json`).sort());
  });

  it.each(translations)('hold the same sentences in the same order: %s', (locale) => {
    expect(Object.keys(sentencesOf(locale))).toEqual(keys);
  });

  it.each(locales)('name no sentence twice: %s', (locale) => {
    const lines = readFileSync(new URL(`${locale}.json`, folder), 'utf8').matchAll(/^ {2}"([^"]+)":/gm);
    const names = [...lines].map(([, name]) => name);

    expect(names).toEqual([...new Set(names)]);
    expect(names).toHaveLength(keys.length);
  });

  it.each(translations)('ask the code for the same values as in English: %s', (locale) => {
    const translated = sentencesOf(locale);

    for (const key of keys)
      expect(contractOf(locale, translated[key]), key).toEqual(contractOf('en-US', english[key]));
  });

  it.each(locales)('have only the plural branches the language knows: %s', (locale) => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const plurals = Object.entries(sentencesOf(locale)).flatMap(([key, sentence]) =>
      placeholdersIn(messageOf(locale, sentence))
        .filter(({ type }) => type.startsWith('plural'))
        .map(({ options }) => ({ key, options })),
    );

    for (const { key, options } of plurals) {
      const branches = options.filter((option) => !option.startsWith('='));
      expect(branches, key).toContain('other');
      expect(known, key).toEqual(expect.arrayContaining(branches));
    }
    expect(plurals.length).toBeGreaterThan(0);
  });

  it.each(locales)('say every sentence, whatever the count: %s', (locale) => {
    for (const key of keys)
      for (const count of [0, 1, 2, 3, 25, 9_999]) {
        const said = words(locale).say(key, samplesFor(english[key], count));

        expect(said.trim(), key).not.toBe('');
        expect(said, key).not.toMatch(/[{}]|undefined|\[object/);
      }
  });

  it.each(locales)('use typographic quotes, apostrophes and dashes, and no stray spaces: %s', (locale) => {
    for (const [key, sentence] of Object.entries(sentencesOf(locale))) {
      expect(sentence, key).not.toMatch(/['"]| - |\s{2}|^\s|\s$|\.\.\./);
      const [open, close] = locale === 'de' ? ['„', '“'] : ['“', '”'];
      expect(sentence.split(open).length, key).toBe(sentence.split(close).length);
      if (locale === 'de') expect(sentence, key).not.toContain('”');
      else expect(sentence, key).not.toContain('„');
    }
  });

  it.each(translations)('leave no sentence in English by accident: %s', (locale) => {
    const alike: { key: WordKey; why: string }[] = [
      { key: 'standing.short', why: 'holds nothing but placeholders' },
      { key: 'case.reason-count', why: 'a reason and how often' },
    ];
    const translated = sentencesOf(locale);

    const same = keys.filter((key) => translated[key] === english[key]);

    expect(same.sort()).toEqual(alike.map(({ key }) => key).sort());
  });
});

describe('the sentences of failures', () => {
  it('are there for every error code, and for no other but the fault', () => {
    type Missing = Exclude<`error.${ErrorCode}`, WordKey>;
    type Extra = Exclude<Extract<WordKey, `error.${string}`>, `error.${ErrorCode}` | 'error.fault'>;

    expectTypeOf<Missing>().toBeNever();
    expectTypeOf<Extra>().toBeNever();
  });

  it.each(locales)('are whole sentences that begin with a capital: %s', (locale) => {
    const failures = keys.filter((key) => key.startsWith('error.'));

    for (const key of failures) {
      const said = words(locale).say(key, samplesFor(english[key], 2));

      expect(said, key).toMatch(/^[\p{Lu}<].*[.]$/u);
    }
    expect(failures.length).toBeGreaterThan(0);
  });
});

/** Discord API documentation, application command structure: descriptions of commands and of their options. */
const commandDescriptionChars = 100;
/** Discord API documentation, label component. */
const labelDescriptionChars = 100;

/** The labels that cards give their buttons: those named in place, and those chosen from a few. */
const buttons: readonly WordKey[] = [
  ...keys.filter((key) =>
    cardSources.some((source) => new RegExp(`button\\(\\s*words\\.say\\('${key}'`).test(source)),
  ),
  'claim.previous',
  'claim.next',
  'feedback.yes',
  'feedback.no',
];

const titles = keys.filter((key) => /^(?:ask|add)\.title$|^edit\.form\./.test(key));
const fieldNames = keys.filter((key) => key.startsWith('edit.field.'));
const fieldHints = keys.filter((key) => /^edit\.hint\.|^add\..*-hint$/.test(key));

const rooms: readonly { what: string; keys: readonly WordKey[]; max: number; why: string }[] = [
  {
    what: 'descriptions of commands and options',
    keys: keys.filter((key) => key.startsWith('command.')),
    max: commandDescriptionChars,
    why: 'Discord refuses the whole list of commands',
  },
  { what: 'button labels', keys: buttons, max: limits.buttonLabelChars, why: 'the label would be cut' },
  {
    what: 'placeholders of menus',
    keys: ['claim.menu', 'choices.menu', 'picker.menu'],
    max: limits.placeholderChars,
    why: 'the placeholder would be cut',
  },
  {
    what: 'descriptions of menu entries',
    keys: ['picker.entry'],
    max: limits.optionChars,
    why: 'the entry would be cut',
  },
  { what: 'titles of forms', keys: titles, max: limits.modalTitleChars, why: 'Discord refuses the form' },
  {
    what: 'labels in forms',
    keys: ['ask.label', 'add.text', 'add.more', 'add.name', 'add.author', 'add.url', ...fieldNames],
    max: limits.modalLabelChars,
    why: 'Discord refuses the form',
  },
  {
    what: 'hints in forms',
    keys: ['ask.hint', ...fieldHints],
    max: labelDescriptionChars,
    why: 'Discord refuses the form',
  },
];

describe.each(locales)('the room Discord gives, in %s', (locale) => {
  it.each(rooms)('is enough for $what, or else $why', ({ keys: measured, max }) => {
    for (const key of measured) expect(longest(locale, key), key).toBeLessThanOrEqual(max);
    expect(measured.length).toBeGreaterThan(0);
  });

  it('is enough for the standing and its counts in a menu entry, up to 99 notes of each stance', () => {
    const say = words(locale).say;
    const counts = (['supports', 'partly', 'contradicts', 'context'] as const)
      .map((stance) => say(`standing.count.${stance}`, { count: 99 }))
      .join(' · ');

    for (const label of ['supported', 'contradicted', 'mixed', 'unsourced', 'not-checkable'] as const) {
      const shown = say('standing.short', { standing: say(`standing.${label}.short`), counts });

      expect(shown.length, shown).toBeLessThanOrEqual(limits.optionChars);
    }
  });
});

it('measures the labels of buttons wherever a card names them', () => {
  const named: WordKey[] = ['claim.all-notes', 'page.next', 'share.button', 'summary.back', 'ask.again'];

  expect(buttons).toEqual(expect.arrayContaining(named));
});
