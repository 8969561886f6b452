import { IntlMessageFormat } from 'intl-messageformat';
import german from '../../config/locales/de.json' with { type: 'json' };
import english from '../../config/locales/en-US.json' with { type: 'json' };
import { type PartialDate, precisionOf } from '../core/partial-date.ts';

/** The name of a sentence in config/locales. */
export type WordKey = keyof typeof english;

const translations = { 'en-US': english, de: german } as const satisfies Record<
  string,
  Record<WordKey, string>
>;

/** The locales Footnote speaks, the fallback first. */
export const locales = ['en-US', 'de'] as const;
export type Locale = (typeof locales)[number];

/** Everything Footnote says, in one locale. */
export type Words = {
  readonly locale: Locale;
  /** The sentence of that name with its placeholders filled (ICU message format). */
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string;
  /** A partial date as far as it is known: "2016", "September 2016", "September 7, 2016". */
  date(date: PartialDate): string;
  /** The day of a moment (milliseconds since 1970), in UTC. */
  day(ms: number): string;
  /** The name of a day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
  weekday(day: number): string;
  /** "a, b, and c" */
  list(items: readonly string[]): string;
};

/** The nearest locale Footnote speaks to one of Discord's; `en-US` when there is none near. */
export function nearestLocale(discordLocale: string): Locale {
  const [language] = discordLocale.split('-');
  return (
    locales.find((locale) => locale === discordLocale) ??
    locales.find((locale) => locale.split('-')[0] === language) ??
    'en-US'
  );
}

const loaded = new Map<Locale, Words>();

/** What Footnote says in the locale nearest to `discordLocale`. */
export function words(discordLocale: string): Words {
  const locale = nearestLocale(discordLocale);
  const known = loaded.get(locale);
  if (known !== undefined) return known;
  const made = makeWords(locale);
  loaded.set(locale, made);
  return made;
}

function makeWords(locale: Locale): Words {
  const compiled = new Map<WordKey, Sentence>();
  const dateFormats = {
    year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  };
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  return {
    locale,
    say(key, values) {
      let sentence = compiled.get(key);
      if (sentence === undefined) {
        sentence = compile(translations[locale][key], locale);
        compiled.set(key, sentence);
      }
      return sentence(values ?? {});
    },
    date: (date) => dateFormats[precisionOf(date)].format(new Date(date)),
    day: (ms) => dateFormats.day.format(ms),
    // The first Monday since 1970 was January 5.
    weekday: (day) => dateFormats.weekday.format(Date.UTC(1970, 0, 4 + day)),
    list: (items) => lists.format(items),
  };
}

type Values = Readonly<Record<string, string | number>>;
type Sentence = (values: Values) => string;

const placeholder = /\{(\w+)\}/g;

/**
 * Makes a function of a sentence. One with nothing but plain placeholders needs no message format, which costs
 * most of the time a card takes; a value that is missing is an error in both.
 */
function compile(message: string, locale: Locale): Sentence {
  const plain = !message.replace(placeholder, '').match(/[{}']/);
  if (!plain) {
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    return (values) => String(format.format(values));
  }
  return (values) =>
    message.replace(placeholder, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`a sentence lacks its value ${name}`);
      return String(value);
    });
}

/** A sentence in every locale but the fallback, as Discord's `*_localizations` want it. */
export function inOtherLocales(key: WordKey): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.slice(1).map((locale) => [locale, translations[locale][key]]));
}
