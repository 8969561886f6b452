import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
في من إلى على عن مع منذ حتى بين خلال بعد قبل عند عندما لدى حول ضد تحت فوق أمام وراء دون بدون غير سوى عبر نحو ثم أو أم بل
لكن لكنّ و ف ب ل ك أن إن أنّ إنّ لأن كأن إذا إذ لو لولا كي لكي حين حينما بينما كما كلما مما عما فيما بما لما ما لا لم لن ليس
ليست لست هل ألا إلا قد لقد سوف س كان كانت كانوا يكون تكون كن كنت أصبح صار مازال ما زال
هذا هذه هذان هؤلاء ذلك تلك ذاك أولئك هنا هناك الذي التي الذين اللذان اللتان اللواتي
أنا نحن أنت أنتم هو هي هم هما هن إياه له لها لهم لنا لي لك لكم به بها بهم بنا فيه فيها فيهم منه منها منهم عليه عليها عليهم
إليه إليها عنه عنها معه معها كل كلها كله جميع بعض أي أية كيف متى أين لماذا ماذا كم من مثل أيضا جدا فقط الآن يا أيها اللي ده دي
وهو وهي وهم وقد وفي ومن وعلى ولا وما ولم وأن وإن وهذا وهذه وكان وكانت فإن كذلك حيث عام نفس ذات يتم تم
أنه أنها بأن والتي والذي وتم مش هكذا وكل ولكن
`;

const endings = suffixStemmer({ endings: 'ها ان ات ون ين يه ه ي هم نا كم وا', least: 3 });

/** "And" before anything; then the article, alone or with a preposition before it, or "to the". */
const BEGINNING = /^و?(?:[بكف]?ال|لل)(?=.{2})|^و(?=.{3})/u;

/**
 * Arabic: the beginnings and endings of the "light10" stemmer (Larkey, Ballesteros, Connell, "Light stemming for Arabic information
 * retrieval", 2007).
 */
export const arabic = languageFrom({
  code: 'ar',
  stopWords: STOP_WORDS,
  negations: 'لا لم لن ليس ليست ما دون بدون غير',
  numbers: 'صفر اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة',
  stem: (word) => endings(word.replace(BEGINNING, '')),
});
