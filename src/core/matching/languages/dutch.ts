import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
de het een der den des t n dit dat deze die zulke elk elke ieder iedere alle alles al ik mij me mijn jij je jou jouw u uw hij
hem zijn zij ze haar wij we ons onze jullie hen hun zich zelf men wie wat waar wanneer waarom hoe welke welk er
en of maar want dus als dan toen omdat doordat hoewel terwijl tenzij zodat nadat voordat sinds toch
in op aan bij met van voor naar uit over onder door tegen tussen zonder om te tot na per via binnen buiten langs rond
volgens
is ben bent zijn was waren geweest wordt word worden werd werden geworden heb hebt heeft hebben had hadden gehad kan kunt
kunnen kon konden zal zult zullen zou zouden moet moeten moest mag mogen mocht wil willen wilde gaat gaan ging doet doen
deed gedaan laat laten zegt zeggen zei
niet niets nooit niemand geen nee ja wel ook nog al reeds zeer heel erg meer meest veel vele weinig minder nu hier daar daarom
zo weer altijd vaak alleen maar even juist bijna ongeveer iets iemand sommige andere ander anders eens waar echt
`;

const endings = suffixStemmer(
  { endings: 'en e s', least: 3 },
  { endings: 'heid heden ing elijk lijk isch ig', least: 4 },
);

/** A consonant doubled before an ending, a vowel doubled without one: mannen, man; soldaat, soldaten. */
const DOUBLED = /([bdfgklmnprst])\1$|([aeou])\2(?=[^aeiou]$)/;

/** Dutch: endings off, doubled letters made one. */
export const dutch = languageFrom({
  code: 'nl',
  stopWords: STOP_WORDS,
  negations: 'niet niets nooit niemand geen zonder noch',
  numbers: 'nul twee drie vier vijf zes zeven acht negen tien elf twaalf',
  stem: (word) => endings(word).replace(DOUBLED, '$1$2'),
});
