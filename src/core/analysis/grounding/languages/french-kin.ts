/**
 * Words of French that a retelling puts for one another, a group between semicolons, from general vocabulary and from no post: money,
 * law, offices, housing, health, school, work, war, sport, verbs of common reports. Forms stand beside each other where the stems differ.
 */
export const frenchKin = `
acheter achat acquérir acquis racheter; vendre vendu vente céder cédé cession; payer payé coûter coûte versé verser; recevoir reçu toucher touché perçu percevoir obtenu; donner donné offrir accorder; prix coût montant tarif; argent somme fonds; impôt taxe;
augmenter hausse augmentation progresser grimper monter; baisser baisse diminuer diminution reculer recul chuter; fermer fermeture fermé; ouvrir ouverture ouvert; commencer début débuter; finir fin terminer cesser;
maison logement appartement habitation; habitant habitants riverain résident population; ville commune village; rue place route; maire mairie; conseil élus; ministre ministère gouvernement état; député parlementaire élu; préfecture préfet;
entreprise société firme groupe compagnie laboratoire; patron dirigeant directeur directrice chef; salarié employé travailleur personnel; travailler travaille; emploi poste; salaire revenu paie; licencier licenciement renvoyer;
médecin docteur docteure; hôpital clinique; malade patient patients; vaccin vaccination injection dose vacciner; enfant enfants gamin garçon jeune fils; parent parents mère père; élève étudiant; professeur enseignant; école collège lycée;
police policier policiers agent agents; arrêter arrestation interpeller; tribunal juge justice; avocat avocate; plainte saisir saisi porter; enquête procédure investigation enquêter; preuve certificat; condamner condamnation peine; jugement verdict décision;
voter vote scrutin voté; élection élections; manifester manifestation rassemblement défiler; soutenir soutien soutient favorable appuyer défendre défend; opposer opposition contre rejeter refuser hostile; accuser reprocher reproche accusation; nier démentir réfuter réfute contester conteste;
dire déclarer affirmer assurer; demander réclamer exiger souhaiter vouloir veulent; répondre réponse; écrire lettre courrier; promettre promesse; autoriser autorisation permettre; interdire interdiction; démissionner démission partir départ quitter;
image images vidéo caméra photo; document documents dossier; contrat accord; sol terre; bras épaule; crier hurler; coup coups frapper; blessure blessé luxée; mort morts tué tuer décès; soldat armée troupes; guerre conflit; attaque attaquer bombarder;
voir vu vue; savoir sait; penser croire estimer estime; montrer montré; effacer effacé supprimer; nombreux beaucoup; plusieurs certains; environ près; chaque tous; ancien ex; nouveau autre; calme paisible; terrain parcelle; stade; valoir valait valeur estimée; écart différence
`;
