import type { LanguageCode } from '../../matching/language.ts';
import type { GuardWords } from './guard-words.ts';
import { arabicGuard } from './languages/arabic.ts';
import { englishGuard } from './languages/english.ts';
import { frenchGuard } from './languages/french.ts';
import { germanGuard } from './languages/german.ts';
import { italianGuard } from './languages/italian.ts';
import { spanishGuard } from './languages/spanish.ts';

/** The words of a language made ready for looking them up. */
export type Guard = {
  readonly code: LanguageCode;
  readonly attribution: readonly RegExp[];
  readonly ofThePost: RegExp;
  readonly verdicts: readonly RegExp[];
  readonly orders: RegExp;
  readonly imperatives: RegExp;
  readonly negations: RegExp;
  readonly notNegations: RegExp;
  /** Negations and all that may stand for one. */
  readonly negative: RegExp;
  readonly hedges: RegExp;
  readonly certain: RegExp;
  readonly admissions: RegExp;
  readonly saying: RegExp;
  readonly quantifiers: readonly RegExp[];
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
  /** Whether a text has a word of any pair at all. */
  readonly anyOpposite: RegExp;
  readonly converses: readonly (readonly [RegExp, RegExp])[];
  readonly events: readonly RegExp[];
  readonly causes: RegExp;
  readonly moreThan: RegExp;
  readonly lessThan: RegExp;
  readonly clauseWords: ReadonlySet<string>;
  readonly determiners: RegExp;
  readonly passive: readonly [RegExp, RegExp];
  readonly months: readonly RegExp[];
  readonly weekdays: readonly RegExp[];
  readonly units: readonly (readonly [string, RegExp])[];
  readonly per: RegExp;
  readonly titles: RegExp | null;
};

const WORDS: Readonly<Partial<Record<LanguageCode, GuardWords>>> = {
  ar: arabicGuard,
  de: germanGuard,
  en: englishGuard,
  es: spanishGuard,
  fr: frenchGuard,
  it: italianGuard,
};

const LETTER = '[\\p{L}\\p{M}]';
const PRONOUNS = new Set([
  'it',
  'he',
  'she',
  'they',
  'er',
  'sie',
  'es',
  'il',
  'elle',
  'on',
  'él',
  'ella',
  'user',
  'text',
]);
const ITSELF: Readonly<Partial<Record<LanguageCode, string>>> = { en: 'it', de: 'es', fr: 'il' };
const guards = new Map<LanguageCode, Guard>();

/** The guard's words for a language; undefined where it has none, so that nothing a model says in it can be looked at. */
export function guardFor(code: LanguageCode): Guard | undefined {
  const known = guards.get(code);
  if (known !== undefined) return known;
  const words = WORDS[code];
  if (words === undefined) return undefined;
  const made = makeGuard(code, words);
  guards.set(code, made);
  return made;
}

function makeGuard(code: LanguageCode, words: GuardWords): Guard {
  const prefix = code === 'ar' ? '(?:[وفبلك]?(?:ال)?|لل)' : '';
  const source = (entries: string) => sourceOf(entries);
  const found = (entries: string, flags = 'giu') =>
    new RegExp(
      entries.trim() === '' ? '(?!)' : `(?<!${LETTER})${prefix}(?:${source(entries)})(?!${LETTER})`,
      flags,
    );
  const units = words.units.map((line): readonly [string, RegExp] => {
    const [name = '', entries = ''] = line.split(': ');
    return [name, new RegExp(`^(?:${source(entries)})(?!${LETTER})`, 'iu')];
  });
  const lists = (entries: string) => entries.split('|').map((entry) => found(entry.replaceAll('/', '|')));
  return {
    code,
    attribution: attributionOf(code, words, prefix),
    ofThePost: found(withoutPronouns(words.posts)),
    verdicts: words.verdicts.map((entries) => found(entries)),
    orders: found(words.orders),
    imperatives: new RegExp(
      `(?:^|[.!?:;,،؛–—]|\\b(?:and|so|then|und|et|donc|alors|y|así que|e|quindi)\\b)\\s*(?:${source(words.imperatives)})(?!${LETTER})`,
      'giu',
    ),
    negations: found(words.negations),
    notNegations: found(words.notNegations),
    negative: found(`${words.negations}|${words.privatives}`, 'iu'),
    hedges: found(words.hedges),
    certain: found(words.certain),
    admissions: found(words.admissions),
    saying: found(words.saying),
    quantifiers: words.quantifiers.map((entries) => found(entries)),
    opposites: words.opposites.map(([one, other]) => [found(one), found(other)]),
    converses: words.converses.map(([one, other]) => [found(one), found(other)]),
    anyOpposite: found(words.opposites.flat().join('|'), 'iu'),
    events: words.events.map((entries) => found(entries)),
    causes: found(words.causes),
    moreThan: new RegExp(`(?:${source(words.moreThan)})\\s*[$€£]?$`, 'iu'),
    lessThan: new RegExp(`(?:${source(words.lessThan)})\\s*[$€£]?$`, 'iu'),
    clauseWords: new Set(words.clauses.split('|').filter((entry) => !entry.includes(' '))),
    determiners: found(words.determiners, 'iu'),
    passive: [found(words.passive[0]), found(words.passive[1])],
    months: lists(words.months),
    weekdays: lists(words.weekdays),
    units,
    per: new RegExp(`^(?:${source(words.per)})(?!${LETTER})\\s*`, 'iu'),
    titles: words.titles === '' ? null : found(words.titles),
  };
}

/** Verbs that do not attribute but vouch: what follows them is told as a fact. */
const VOUCHES =
  'prov|show|shows|demonstrat|establish|confirm|mak|hid|spread|belegt|beweist|zeigt|bestätigt|verbreitet|prouve|montre|confirme|démontre|demuestra|muestra|prueba|confirma|difunde|يثبت|يبرهن|ينشر';

/** The post as the subject of any verb that does not vouch, in words of its language: "the author plans to", "so der Beitrag". */
function subjectPatterns(code: LanguageCode, posts: string): readonly RegExp[] {
  const aside = `(?:,[^,.;]{1,90},|\\s+\\([^)]{1,60}\\))?`;
  const verb = (endings: string) => `(?!(?:${VOUCHES}))(?:${endings})(?!${LETTER})`;
  const own: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = {
    en: [
      `(?:the|this)\\s+(?:${posts})(?:'s\\s+(?:author|writer))?${aside}(?:\\s+(?:also|then|further|later|even|still|only|just|\\p{Ll}+ly))?\\s+${verb('\\p{Ll}+(?:s|ed)|would|will|does not|has|had|can|could|cannot|began|begins|thought|felt|found|held|put|drew|gave|took|went')}`,
      `in\\s+(?:the|this|its)\\s+(?:${posts}),?`,
    ],
    de: [
      `(?:der|die|das|dieser|diese|dieses)\\s+(?:${posts})(?:\\s+(?:des|der)\\s+(?:${posts}))?${aside}\\s+${verb('\\p{Ll}+(?:t|e|en|st)|ist|war|will|muss|kann|gab|ging|nahm|lag|fand|sah')}`,
      `(?:so|wie|\\p{Ll}+t)\\s+(?:der|die|das)\\s+(?:${posts})(?:\\s+\\p{Ll}+t)?`,
      `(?:im|in\\s+(?:dem|diesem|der|dieser))\\s+(?:${posts})`,
    ],
    fr: [
      `(?:l'|(?:le|la|ce|cet|cette)\\s+)(?:${posts})(?:\\s+(?:du|de la|de ce|de cette)\\s+(?:${posts}))?${aside}\\s+(?:(?:ne|n'|s'|se|y|en|le|la|lui)\\s*)?${verb('(?!d[eu]s?(?!\\p{L}))\\p{Ll}+(?:e|t|d|a|ait)')}`,
      `dans\\s+(?:le|la|l'|ce|cet|cette)\\s*(?:${posts})`,
      `(?:celui|celle|la personne)\\s+qui\\s+écrit`,
    ],
    es: [
      `(?:el|la|este|esta)\\s+(?:${posts})(?:\\s+(?:del|de la)\\s+(?:${posts}))?${aside}\\s+(?:(?:no|se|le|lo|la|también)\\s+)*${verb('(?!del?(?!\\p{L}))\\p{Ll}+[aeóoéí]|es|está')}`,
      `en\\s+(?:el|la|este|esta)\\s+(?:${posts})`,
      `(?:quien|la persona que)\\s+(?:lo\\s+)?(?:escribe|firma)`,
    ],
    ar: [
      `(?<!${LETTER})${verb('[يت]\\p{L}{2,}')}\\s+(?:${posts})`,
      `(?:${posts})\\s+${verb('[يت]\\p{L}{2,}')}`,
      `في\\s+(?:هذا\\s+)?(?:${posts})`,
    ],
  };
  return (own[code] ?? []).map((pattern) => new RegExp(`(?<!${LETTER})(?:${pattern})`, 'iu'));
}

function withoutPronouns(posts: string): string {
  return posts
    .split('|')
    .filter((post) => !PRONOUNS.has(post.trim()))
    .join('|');
}

function attributionOf(code: LanguageCode, words: GuardWords, prefix: string): readonly RegExp[] {
  const posts = sourceOf(withoutPronouns(words.posts));
  const saying = sourceOf(words.saying);
  const between = `(?:[\\s,]+[\\p{L}\\p{M}']+){0,5}?`;
  const itself = ITSELF[code];
  return [
    new RegExp(`(?<!${LETTER})(?:${sourceOf(words.accordingTo)})(?!${LETTER}),?`, 'iu'),
    new RegExp(`(?<!${LETTER})(?:${posts})${between}[\\s,]+${prefix}(?:${saying})(?!${LETTER})`, 'iu'),
    new RegExp(
      `(?<!${LETTER})${prefix}(?:${saying})(?:\\s+[\\p{L}\\p{M}']+){0,1}?\\s+(?:${posts})(?!${LETTER})`,
      'iu',
    ),
    ...(itself === undefined ? [] : [new RegExp(`^${itself}\\s+(?:${saying})(?!${LETTER})`, 'iu')]),
    ...subjectPatterns(code, posts),
  ];
}

function sourceOf(entries: string): string {
  return entries
    .normalize('NFC')
    .replace(/\s*\n\s*/g, '')
    .trim()
    .replace(/\\s\*/g, '\\s{0,}')
    .replaceAll('*', `${LETTER}*`)
    .replaceAll(' ', '\\s+');
}
