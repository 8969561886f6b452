import { languageOf } from '../matching/languages.ts';
import { normalise } from '../matching/normalise.ts';
import { opensWith } from './phrases.ts';

/** How a sentence begins that takes up the one before it. English, German, French, Spanish, Arabic. */
const leans = opensWith(`
he, she, it, they, him, her, his, hers, its, their, theirs, them, he's, she's, it's, they're, they've, this, that, these, those, such,
that's, however, but, and, so, yet, or, nor, therefore, thus, hence, moreover, furthermore, also, then, instead, otherwise,
nevertheless, nonetheless, still, besides, consequently, accordingly, meanwhile, likewise, similarly, conversely, rather,
as a result, as such, for example, for instance, in addition, in other words, in contrast, by contrast, on the contrary, on the
other hand, after that, because of this, despite this, that is why, the latter, the former, the same, both of, both were,
another, others, one of them, some of them, most of them, all of them, neither, either, here, there, which, who, whose, again,
too, even so, of course, yes, no, to add, what this, what that, what it, why, apart from that, at the same time, until then, since then,
er, sie, es, ihm, ihn, ihr, ihre, ihrem, ihren, sein, seine, seinen, seinem, dies, diese, dieser, dieses, diesem, diesen, das
ist, das war, das hat, das sind, das wird, das zeigt, das heißt, das bedeutet, aber, und, doch, jedoch, denn, deshalb, deswegen,
daher, darum, somit, also, dann, danach, dabei, dadurch, dafür, dagegen, damit, trotzdem, dennoch, außerdem, zudem, ferner,
hingegen, stattdessen, sonst, allerdings, folglich, zum beispiel, beide, letztere, solche, solch, so, auch, dort, hier, jener,
il, elle, ils, elles, ce, c'est, cet, cette, ces, cela, ça, celui-ci, celle-ci, son, sa, ses, leur, leurs, mais, et, or, donc, car, ainsi,
cependant, toutefois, pourtant, néanmoins, de plus, en outre, par conséquent, par exemple, ensuite, puis, alors, en effet, aussi,
él, ella, ello, ellos, ellas, esto, eso, este, esta, estos, estas, ese, esa, esos, esas, su, sus, pero, y, sin embargo, no obstante,
además, por lo tanto, por tanto, por eso, así, entonces, luego, por ejemplo, también, tampoco, sino, aunque, de hecho,
هو, هي, هم, هذا, هذه, ذلك, تلك, هؤلاء, أولئك, لكن, ولكن, وهو, وهي, وهذا, وهذه, كما, لذلك, ولذلك, لذا, ثم, أيضا, بل, إلا أن`);

/** English words that mean something named before, where nothing was named in the sentence yet. */
const POINTERS = new Set('he she it they him her his its their them this these those'.split(' '));

/** Nouns of phrases that only lead to what is said: "in fact", "as a result". */
const NAMES_NOTHING = new Set(
  'fact reality truth addition result end way case course time words short general'.split(' '),
);

const WORD = /[\p{L}\p{M}'’-]+/gu;
const englishSmallWords = languageOf('en').stopWords;

/** A pointer this late has something to point to in its own sentence. */
const lookedAtWords = 6;
const lookedAtChars = 200;

/**
 * Whether a sentence only makes sense after the one before: it begins with a joining word or a pronoun, or has a pronoun before it
 * names anything ("In fact they …").
 */
export function leansOnAnother(sentence: string): boolean {
  return leans(sentence) || pointsBack(sentence);
}

function pointsBack(sentence: string): boolean {
  const words = sentence.slice(0, lookedAtChars).match(WORD) ?? [];
  for (const typed of words.slice(0, lookedAtWords)) {
    const word = normalise(typed);
    if (POINTERS.has(word)) return true;
    if (!englishSmallWords.has(word) && !NAMES_NOTHING.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}
