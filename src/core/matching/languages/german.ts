import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen
diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle alles allen allem aller mancher manche manches solche
solcher solches welche welcher welches welchen welchem ich mich mir mein meine meinen meinem meiner meines du dich dir dein
deine deinen deinem deiner er ihn ihm sein seine seinen seinem seiner seines sie ihr ihre ihren ihrem ihrer ihres es wir uns
unser unsere unseren unserem unserer euch euer eure man sich selbst selber wer was wen wem wessen wo wie wann warum wieso
weshalb wohin woher womit wofür worüber woran
und oder aber denn sondern doch weil dass daß wenn ob als obwohl während bevor nachdem damit sodass falls sobald solange
in im ins an am ans auf aus bei beim mit nach von vom zu zum zur für gegen ohne um durch über unter vor hinter neben
zwischen bis seit wegen trotz ab per laut pro außer innerhalb außerhalb
ist bin bist sind seid war waren warst wäre wären gewesen sein habe hast hat haben habt hatte hatten hätte hätten gehabt
werde wirst wird werden werdet wurde wurden worden würde würden kann kannst können könnt konnte konnten könnte könnten
muss musst müssen müsst musste mussten müsste soll sollst sollen sollte sollten will willst wollen wollte wollten darf
dürfen durfte dürfte mag mögen möchte möchten lassen lässt ließ
nicht nichts nie niemals niemand nein ja auch noch nur schon sehr so mehr mehrere viel viele vielen wenig wenige ganz etwas
einige einigen jetzt nun hier da dort dann also immer wieder bereits etwa eben gar mal sogar zwar jedoch dabei dazu dafür
dagegen daran darauf daraus darin darüber darum davon davor danach daher deshalb deswegen sowie sowohl weder bzw usw
einmal heute wohl vielleicht eigentlich wirklich echt bitte danke hallo stimmt wahr gibt gab sagt sagte sagen macht
andere anderen anderer anderes anderem sei seien dies geht gehen sieht einfach denen deren dessen beide beiden erst weiter weitere weiteren
fuer ueber waere waeren haette haetten koennen koennt koennte koennten muessen muesst muesste duerfen duerfte moegen moechte
waehrend dafuer darueber wofuer worueber laesst ausser gegenueber
`;

const endings = suffixStemmer(
  { endings: 'e en er ern em es n bs>b ds>d fs>f gs>g hs>h ks>k ls>l ms>m ns>n rs>r ts>t', least: 3 },
  { endings: 'ung heit keit igkeit lich isch ig bar end st t', least: 4 },
);

/** "ue" typed for "ü", which has become "u"; "neue" and "quer" stay. */
const TYPED_UMLAUT = /(?<![aeq])ue|ae|oe/g;

/** German: endings as in Snowball's three steps, umlauts typed as two letters. Compounds are left to the 4-grams. */
export const german = languageFrom({
  code: 'de',
  stopWords: STOP_WORDS,
  negations: 'nicht nichts nie niemals niemand kein keine keinen keinem keiner ohne weder',
  numbers: 'null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  stem: (word) => endings(word.replace(TYPED_UMLAUT, (pair) => pair.charAt(0))),
});
