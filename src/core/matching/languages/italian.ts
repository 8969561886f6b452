import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai dagli
dalle in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle con per tra fra senza contro verso durante
secondo dopo prima sotto sopra dentro fuori e ed o od ma però né se che chi cui quale quali quanto quanta quanti quando dove
come perché poiché mentre anche neanche nemmeno
io me mi mio mia miei mie tu te ti tuo tua tuoi tue lui lei egli ella esso essa noi ci nostro nostra nostri nostre voi vi
vostro vostra loro si sé suo sua suoi sue ne questo questa questi queste quello quella quelli quelle quel quei ciò
è sono sei siamo siete essere era erano eri fu furono sia siano stato stata stati state sarà saranno sarebbe essendo ho hai
ha abbiamo avete hanno avere aveva avevano avuto avrà avrebbe abbia può posso possono potere poteva potrebbe deve devono
dovrebbe fa fanno fare fatto va vanno andare viene vengono dice dicono dire detto vuole vogliono sta stanno
non no sì mai niente nulla nessuno nessuna più meno molto molta molti molte poco pochi tanto tanti tutto tutta tutti tutte
ogni altro altra altri altre stesso stessa stessi stesse qualche qualcosa qualcuno alcuni alcune così già ancora sempre solo
qui qua lì là ora adesso poi allora bene proprio dunque quindi vero grazie ciao
`;

const stem = suffixStemmer(
  { endings: 'che>c chi>c ghe>g ghi>g', least: 3 },
  {
    endings: `azioni azione izioni izione zioni zione atori atore atrice amenti amento imenti imento anza anze enza enze
      amente mente ivo iva ivi ive oso osa osi ose ico ica ici iche ista isti iste ismo ismi abile abili ibile ibili
      ante anti ando endo ato ata ati ate ito iti ite uto uta uti ute are ere ire arono erono irono
      ava avano eva evano iva ivano ano ono iamo ia ie io ii i e o a`,
    least: 4,
  },
);

/** An article or preposition before a vowel: l'uomo, dell'Italia. */
const ELISION = /^(?:l|un|d|c|s|n|all|dall|dell|nell|sull|quell|quest|coll)'/;

/** Italian: elisions off, endings of nouns, adjectives and verbs. */
export const italian = languageFrom({
  code: 'it',
  stopWords: STOP_WORDS,
  negations: 'non né mai niente nulla nessuno nessuna senza neanche nemmeno',
  numbers: 'zero due tre quattro cinque sei sette otto nove dieci undici dodici',
  fold: (word) => word.replace(ELISION, '').replaceAll("'", ''),
  stem,
});
