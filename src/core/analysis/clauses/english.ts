import type { ClauseRules } from './clause-rules.ts';
import { englishNounVerbs, englishPasts, englishVerbs } from './english-verbs.ts';
import { wordSet } from './word-set.ts';

/** Verbs that are finite wherever they stand, the subject's contractions with them among them. */
const AUXILIARIES = wordSet(`
is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't
will would can could shall should may might must won't wouldn't can't cannot couldn't shouldn't mustn't ain't
`);
const PRONOUNS = wordSet('i you he she it we they there this that these those who everyone nobody someone');
const WITH_VERB =
  /^(?:i'm|i've|i'll|i'd|(?:you|we|they)'(?:re|ve|ll|d)|(?:he|she|it|there|that)'(?:s|ll|d))$/;
const DETERMINERS = wordSet(`
the a an his her its their our my your no some many most all more both each every several few any one two three four five
`);
const PREPOSITIONS = wordSet(`
in on at by for from with without within since during after before under over across inside outside despite among
`);

/** Between a subject and its verb. */
const ADVERBS = wordSet('also now still never always often even just then already once again soon not only');

/** A verb after one of these belongs to a clause within the subject. */
const OPENS_INNER = wordSet(
  'who whom whose which that what why how whether to because when where if as than',
);

/** After these a verb form in -ed says what was done, not what was done to something named before. */
const AFTER_PAST = wordSet(`
the a an his her its their our this that these those no all some many more most on in at from with for into to over about
`);

const reports = wordSet(`
say says said claim claims claimed think thinks thought believe believes believed know knows knew deny denies denied
allege alleges alleged report reports reported argue argues argued warn warns warned accuse accuses accused hope hopes
hoped tell tells told that known show shows showed suggest suggests suggested find finds found
`);

/** How many words a subject may have before its verb. */
const LONGEST_SUBJECT = 9;
const mostAdverbs = 2;

/** Headlines leave their verbs out; what is shorter and has none is a name or a caption. */
const fewestWithoutVerb = 6;

function isAdverb(word: string | undefined): boolean {
  return word !== undefined && (ADVERBS.has(word) || word.endsWith('ly'));
}

function isPast(word: string, next: string | undefined): boolean {
  if (englishPasts.has(word)) return next !== 'by';
  return word.length > 4 && word.endsWith('ed') && next !== undefined && AFTER_PAST.has(next);
}

function isThirdPerson(word: string): boolean {
  return englishVerbs.has(word.replace(/(?:ies)$/, 'y').replace(/s$/, '')) && word.endsWith('s');
}

function isVerb(word: string, next: string | undefined): boolean {
  return AUXILIARIES.has(word) || englishVerbs.has(word) || isThirdPerson(word) || isPast(word, next);
}

/** Where the first verb of the clause stands that words open; -1 where another clause begins before it. */
function firstVerb(words: readonly string[], from: number): number {
  for (let at = from; at < Math.min(words.length, from + LONGEST_SUBJECT); at += 1) {
    const word = words[at] ?? '';
    if (OPENS_INNER.has(word)) return -1;
    if (isVerb(word, words[at + 1])) return at;
  }
  return -1;
}

function opensWithSubject(words: readonly string[], loose: boolean): boolean {
  let at = 0;
  while (at < mostAdverbs && isAdverb(words[at])) at += 1;
  const first = words[at] ?? '';
  if (WITH_VERB.test(first)) return true;
  if (PRONOUNS.has(first)) {
    const verb = firstVerb(words, at + 1);
    return verb > 0 && words.slice(at + 1, verb).every(isAdverb);
  }
  if (PREPOSITIONS.has(first)) {
    const subject = words.findIndex((word, place) => place > at && PRONOUNS.has(word));
    return subject > 0 && subject <= at + LONGEST_SUBJECT && opensWithSubject(words.slice(subject), loose);
  }
  return (loose || DETERMINERS.has(first)) && firstVerb(words, at + 1) > at;
}

function opensWithVerb(words: readonly string[]): boolean {
  let at = 0;
  while (at < mostAdverbs && isAdverb(words[at]) && words[at] !== 'not') at += 1;
  const word = words[at] ?? '';
  return AUXILIARIES.has(word) || isVerb(word, words[at + 1]);
}

function hasVerb(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (WITH_VERB.test(word)) return true;
    if (at === 0 || OPENS_INNER.has(words[at - 1] ?? '')) return false;
    return isVerb(word, words[at + 1]) || (englishNounVerbs.has(word) && at < words.length - 1);
  });
}

/** Words of the writer's own stance or order, which say nothing that could be checked. Hedges such as "allegedly" stay. */
const DISCOURSE =
  `however|moreover|furthermore|in addition|additionally|in fact|indeed|of course|therefore|thus|consequently|
nevertheless|nonetheless|still|instead|meanwhile|besides|after all|in short|in other words|for example|for instance|
to be clear|to add insult to injury|to make matters worse|worse still|on top of that|above all|first of all|finally|
interestingly|unfortunately|sadly|clearly|obviously|surprisingly|notably|importantly|ironically|incredibly|fortunately|
first|second|secondly|firstly|thirdly|also|again|anyway|so|and|but|well|yes|no|look|remember`.replaceAll(
    '\n',
    '',
  );

const FRAME = `what (?:this|that|it|all this)\\b[^,;.]{1,120} (?:means|shows|proves) is that|
(?:this|that|which|it|all this) (?:means|shows|proves) that|
(?:this|that) is (?:one of (?:the )?(?:many |main )?reasons|the (?:main )?reason|a reason|part of the reason) why|that(?:'s|’s| is) why|
the (?:fact|truth|point|reality|result|problem) (?:is|remains) that|
it(?:'s|’s| is) (?:clear|obvious|true|well known|no secret|no surprise|a fact) that|
(?:fun )?fact:|breaking(?: news)? ?[:|–—-]|(?:(?:do not|don(?:'|’)t) forget|please (?:note|remember)),? (?:that\\b)?|note(?: that|:)|did you know that`.replaceAll(
  '\n',
  '',
);

/** English, by lists of its small words and of verbs that are seldom nouns. */
export const englishClauses: ClauseRules = {
  joinsAfterComma: wordSet('and but yet so while whereas although though for'),
  joins: wordSet('and but yet while whereas although though'),
  relatives: wordSet('which who where whose'),
  conditions: wordSet('if unless whether otherwise'),
  reports,
  inner: wordSet('who whom whose which that because when where than how why'),
  opensWithSubject,
  opensWithVerb,
  hasVerb,
  isMereName(text) {
    const words =
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}\p{N}'-]+/gu) ?? [];
    return words.length < fewestWithoutVerb && !hasVerb(words);
  },
  lead: new RegExp(
    `^(?:(?:(?:${DISCOURSE})(?: and [\\p{L}-]+ly)?, *)|(?:${FRAME}) *|(?:and|but|yet) +)+`,
    'iu',
  ),
  concedes: wordSet('although though while whereas despite'),
};
