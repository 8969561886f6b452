import { languageOf } from '../matching/languages.ts';
import { normalise } from '../matching/normalise.ts';

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Titles and connecting words of English, German, French, Spanish, Italian, Portuguese: no sentence ends with them. */
const ALWAYS_GOES_ON = listed(`
mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr rev hon pres adm maj cpl supt insp vs viz cf eg ie e.g i.e approx
hr fr frl dipl ing bzw ca vgl z.b d.h u.a o.ä i.d.r s.o z.t u.u sog evtl ggf inkl exkl zzgl geb gest hrsg
m mm mme mlle mgr pr me p.ex env
sr sra srta dña d.ª lic p.ej aprox
sig dott avv on dra exmo
`);

/** Abbreviations that stand at the end of a sentence, too. */
const MAY_END = listed(`
jr st ste mt ft inc ltd co corp bros llc plc dept univ assn ave blvd rd est gov etc al ph.d
usw u.s.w str gmbh mio mrd tsd jh jhd jahrh std min sek chr
ets cie éd ex hab
ud uds vd ee avda dpto ee.uu
`);

/** What comes before a number: months of dates, and what is counted off. */
const BEFORE_NUMBER = listed(`
no nos nr nrn num núm n nº art arts abs ziff bd vol vols p pp pg s fig figs abb tab ch chap sec sect para cap kap ed tel circ
jan feb mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc ene abr ago dic
`);

/** Abbreviations of two letters with a space between. */
const SPACED =
  /(?:^|[^\p{L}])(?:z\. ?B|d\. ?h|u\. ?a|o\. ?ä|i\. ?d\. ?R|s\. ?o|z\. ?T|u\. ?U|p\. ?ex|p\. ?ej|EE\. ?UU)$/u;

const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
const ONE_LETTER = /^\p{L}$/u;
const NUMBER = /^\p{Nd}/u;
const ORDINAL = /^\p{Nd}{1,2}$/u;

/** German writes ordinals with a full stop: "am 17. Mai", "der 3. Weltkrieg". */
const GERMAN_MONTHS = listed(
  'januar jänner februar feber märz maerz april mai juni juli august september oktober november dezember',
);
const BEFORE_ORDINAL =
  /(?:^|\s)(?:der|die|das|dem|den|des|am|im|vom|zum|zur|beim|ab|bis|seit|jeder|jedes|ein|eine|einen|einem)\s\d{1,2}$/iu;

/** Small words of names: after an initial they begin no sentence. */
const IN_NAMES = listed('de da di du del della la le van von der den dos das do el al ter ten');

/** The words before a full stop that are looked at: the longest abbreviation and an article before an ordinal fit. */
export const LOOKED_BACK_CHARS = 24;

/** The last word; the end of a web address is none. */
const LAST_WORD = /(?<=^|[\s\p{Ps}\p{Pi}"'’-])[\p{L}\p{M}\p{N}.ºª]+$/u;

/** The small words of languages that use full stops and capitals: the likeliest to begin a sentence. */
const smallWords = (['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const).map(
  (code) => languageOf(code).stopWords,
);

function beginsSentence(word: string): boolean {
  const plain = normalise(word);
  return smallWords.some((words) => words.has(plain));
}

/**
 * Whether a full stop only ends an abbreviation, an initial or an ordinal, and the sentence goes on.
 *
 * @param before - the last characters before the full stop, of its sentence alone
 * @param next - the first word after it; it may begin in a capital either way
 */
export function isAbbreviated(before: string, next: string): boolean {
  const [typed = ''] = LAST_WORD.exec(before) ?? [];
  const word = typed.toLowerCase();
  if (ORDINAL.test(word)) return isOrdinal(before, word, next);
  if (ALWAYS_GOES_ON.has(word) || SPACED.test(before)) return true;
  if (NUMBER.test(next)) return BEFORE_NUMBER.has(word) || MAY_END.has(word) || isInitial(typed);
  if (isInitial(typed)) return IN_NAMES.has(next.toLowerCase()) || !beginsSentence(next);
  return MAY_END.has(word) && !beginsSentence(next);
}

function isInitial(word: string): boolean {
  return ONE_LETTER.test(word) || DOTTED.test(word);
}

/** A number at the very beginning counts off an item of a list. */
function isOrdinal(before: string, word: string, next: string): boolean {
  return before.trim() === word || GERMAN_MONTHS.has(next.toLowerCase()) || BEFORE_ORDINAL.test(before);
}
