import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
le la les l un une des du de d au aux ce cet cette ces c ça cela ceci celui celle ceux celles mon ma mes ton ta tes son sa
ses notre nos votre vos leur leurs je j me m moi tu te t toi il elle on nous vous ils elles se s soi lui eux en y qui que qu
quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel quand comment pourquoi combien
et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu quoique afin ainsi parce tandis alors
à dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après devant derrière dès jusque jusqu lors
selon parmi malgré envers hors via près
est suis es sommes êtes sont être était étais étaient étions étant été sera serai seront serait seraient soit soient fut
furent ai as a avons avez ont avoir avait avais avaient ayant eu aura auront aurait auraient ait aient fait faire font fais
faisait faites va vais vas vont aller peut peux peuvent pouvez pouvait pourrait pourraient pouvoir doit dois doivent devrait
devait devoir veut veux veulent voulait vouloir faut fallait dit dire disent
ne n pas plus moins non oui jamais rien personne aucun aucune très trop peu beaucoup aussi encore déjà toujours souvent
tout toute tous toutes même mêmes autre autres chaque plusieurs quelque quelques certains certaines tel telle tels telles
ici là voici voilà puis ensuite enfin maintenant bien mal seulement juste vraiment vrai
aujourd'hui hier demain fois lui-même cependant pourtant ailleurs ensemble
`;

const stem = suffixStemmer(
  { endings: 'eaux>eau aux>al s x', least: 3 },
  {
    endings: `issement ement ment ation ition ution tion ateur atrice eur euse rice ite ive if ique iste isme age aire able ible
      ale al ien ienne en enne ant ante ent ente eux ance ence erie
      er ir era ira erait irait eront iront eraient aient ait ai ons ez issent issait e ee i ie it u ue`,
    least: 4,
  },
);

/** An article or pronoun before a vowel: l'homme, qu'il. */
const ELISION = /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quelqu)'/;

/** French: elisions off, endings of nouns, adjectives and verbs. */
export const french = languageFrom({
  code: 'fr',
  stopWords: STOP_WORDS,
  negations: 'ne n pas jamais rien personne aucun aucune sans ni',
  numbers: 'zéro deux trois quatre cinq six sept huit neuf dix onze douze',
  fold: (word) => word.replace(ELISION, '').replaceAll("'", ''),
  stem,
});
