import { wordSet } from './word-set.ts';

/** Common verbs that are seldom nouns, so that "and receive" opens a clause where "and support" may name a thing. */
export const englishVerbs = wordSet(`
accept accuse achieve admit affect agree allow announce appear apply approve argue arrive avoid ban become begin believe
belong bring build buy carry choose claim collect come confirm consider consist constitute contain continue contribute
create deliver deny depend describe deserve destroy die differ disappear discover earn eat eliminate employ encourage
enjoy enter exist expect explain face fail fall feel follow forget generate get give go grow happen have hear hide hold
ignore import improve include increase inform invest involve join keep kill know lack lead learn leave lie live lose make
mean meet murder need obtain occur offer oppose own pay possess prefer prevent produce promise protect prove provide
publish raise reach receive recommend refuse reject relate rely remain remove replace require reside save say see seem
sell send serve show spend spread stand start steal suffer suggest suppose survive take tell think threaten tend try
undermine understand use violate want warn win write work represent reveal cause claim reduce rise vote
`);

/** Their pasts that do not end in -ed, and those of other common verbs. */
export const englishPasts = wordSet(`
became began brought built bought caught chose came cost cut dealt did died drew drank drove ate fell fed fought found
fled flew forgot gave went grew heard held hid hit hurt kept knew laid led left lent let lost made meant met paid put quit
ran rose said sat saw sent set shot showed shut slept sold spent spoke stole stood struck swore taught threw thought told
took understood woke won wore wrote died lied claimed
`);

/** Verbs that are nouns as often: they show that a clause has a verb at all, not where one begins. */
export const englishNounVerbs = wordSet(`
cost costs run runs fight fights attack attacks help helps support supports control controls plan plans report reports use uses
need needs want wants work works start starts stop stops open opens close closes claims demand demands fund funds force forces
benefit benefits damage damages change changes fall falls rise rises look looks love loves hate hates leaves lives charge charges
cause causes lead leads matter matters test tests visit visits call calls act acts study studies bomb bombs
`);
