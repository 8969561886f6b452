import type { CueWords } from './cues.ts';

/** French: subject words count in all their forms. */
export const frenchCues: CueWords = {
  numberWord:
    'deux trois quatre cinq six sept huit neuf dix onze douze vingt trente moitié tiers quart douzaine double',
  magnitude: 'cent cents mille million millions milliard milliards centaines milliers',
  percentWord: 'pourcent pour_cent pourcentage',
  currency: 'euro euros dollar dollars centimes livres francs eur',
  firstPerson: "je j'ai me moi mon ma mes m'a",
  firstPlural: 'nous notre nos on',
  secondPerson: 'tu te toi ton ta tes vous votre vos',
  thirdPerson: 'il elle ils elles leur leurs lui son sa ses',
  demonstrative: "ce cet cette ces cela ça c'est voici voilà ici",
  question: 'qui quoi quand où pourquoi comment quel quelle quels quelles',
  wish: 'veux voulons veulent voudrais espère espérons souhaite souhaitons essayer essayons',
  obligation: 'doit doivent devons dois faut faudrait devrait devraient besoin',
  future: 'va vont allons vais sera seront demain bientôt aura auront',
  conditional: 'si serait seraient pourrait pourraient aurait auraient',
  possibility: 'peut-être peut peuvent pouvons probablement peux sans_doute',
  opinion:
    'pense penser crois trouve avis honnêtement évidemment clairement vraiment certainement semble très bien_sûr franchement',
  greeting: "merci bonjour salut bienvenue oui non ok d'accord félicitations bravo pardon désolé bonsoir",
  imperative: 'regardez écoutez attendez partagez lisez venez suivez rejoignez arrêtez votez regarde',
  negation: "ne pas n'est n'a n'ont jamais rien aucun aucune personne ni",
  quantifier:
    'tous toutes tout chaque plupart plusieurs beaucoup peu quelques majorité presque environ seulement moins plus_de près_de seul',
  superlative: 'meilleur meilleure pire premier première record plus_grand plus_grande plus_haut histoire',
  comparative: 'plus moins mieux supérieur inférieur que davantage autant',
  pastTime:
    'hier depuis an ans année années mois semaine semaines dernier dernière avant ancien il_y_a décennie',
  presentTime: "aujourd'hui maintenant actuellement déjà encore",
  pastAuxiliary: 'était étaient avait avaient fut furent été eu fait pris mis dit',
  perfect: "a ont j'ai avons n'a",
  existence: 'est sont existe existent y_a',
  source:
    'selon étude études sondage rapport rapports statistiques données chiffres preuve preuves vidéo photo document documents',
  cause:
    'cause causer provoquer provoque entraîner entraîne empêcher grâce raison conséquence permettre permet protéger nuire parce car responsable effet',
  change:
    'augmenter augmente augmenté baisser baisse baissé diminuer réduire réduit hausse croître perdre perdu gagner doubler doublé supprimer supprimé chute',
  report:
    'dire dit affirmer affirme déclarer déclare annoncer annonce accuser révéler révèle confirmer confirme avertir promettre promis nier admettre',
  record:
    'voter voté soutenir soutenu signer signé adopter adopté rejeter rejeté élire élu nommer nommé approuver',
  money:
    'impôt impôts taxe budget dette déficit coût prix payer payé salaire revenu argent économie commerce banque bénéfice inflation retraite subvention',
  law: 'loi lois tribunal juge justice constitution illégal interdit interdire interdiction traité accord sanctions plainte règle décret',
  crime:
    'tuer tué meurtre crime criminel violence police terrorisme terroriste arme armes fraude attaque attentat arrêté prison corruption viol vol',
  health:
    'santé hôpital vaccin vaccination vacciné virus maladie cancer médecin patient mort morts décès mourir infecté covid pandémie médicament',
  war: 'guerre militaire armée soldat soldats missile otan ennemi bombe occupé troupes invasion ukraine russie',
  work: 'travail chômage emploi emplois entreprise industrie usine syndicat ouvrier employé salarié',
  government:
    'gouvernement président sénat ministre ministère parti élection élections état pays assemblée république maire ue',
  people:
    'gens homme femme femmes enfant enfants famille réfugié migrants étrangers citoyens population étudiants français musulmans juifs',
  measure: 'taux moyenne nombre total quantité niveau tonnes kilomètres degrés âge taille',
  praise: 'grand bon bonne excellent magnifique formidable beau important fier bravo super',
  blame: 'mauvais terrible catastrophe honte ridicule faux stupide triste mensonge faible fou',
  feeling: 'aimer aime amour détester peur inquiet heureux content ami amis cœur rêve plaisir',
};
