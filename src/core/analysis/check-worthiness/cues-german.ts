import type { CueWords } from './cues.ts';

/** German: subject words count in all their forms. */
export const germanCues: CueWords = {
  numberWord:
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hälfte drittel viertel dutzend doppelt doppelte',
  magnitude:
    'hundert hunderte tausend tausende million millionen milliarde milliarden billion billionen mio mrd',
  percentWord: 'prozent prozentpunkte anteil',
  currency: 'euro euros dollar cent franken pfund eur',
  firstPerson: 'ich mich mir mein meine meinen meiner',
  firstPlural: 'wir uns unser unsere unseren unserer',
  secondPerson: 'du dich dir dein deine ihr euch euer eure leute',
  thirdPerson: 'er sie ihn ihm ihnen sein seine seinen seiner ihre ihren ihrer',
  demonstrative: 'dies diese dieser dieses das da hier es',
  question: 'wer was wann wo warum wieso weshalb wie welche welcher welches',
  wish: 'will wollen möchte möchten hoffe hoffen wünsche wünschen versuchen gerne würde_gern',
  obligation: 'soll sollen sollte sollten muss müssen müsste müssten brauchen brauchst dürfen darf lasst',
  future: 'wird werden werde werdet morgen bald demnächst künftig',
  conditional: 'wenn falls würde würden könnte könnten wäre hätte ob',
  possibility: 'vielleicht möglicherweise wahrscheinlich kann können wohl eventuell vermutlich',
  opinion:
    'glaube denke finde meine meinung ehrlich offensichtlich natürlich wirklich sicher klar scheint eigentlich einfach leider echt',
  greeting:
    'danke hallo hi willkommen bitte ja nein ok okay gut guten_morgen guten_tag entschuldigung tschüss glückwunsch',
  imperative: 'schau schaut hört hör wartet teilt teilen lest schreibt stellt macht geht kommt folgt',
  negation: 'nicht kein keine keinen keiner keinem nie niemals nichts niemand weder',
  quantifier:
    'alle jeder jede jedes meisten viele wenige einige mehrere mehrheit fast über unter etwa rund mindestens nur pro knapp beide',
  superlative:
    'meisten beste besten größte größten höchste höchsten niedrigste niedrigsten älteste jemals erste ersten rekord',
  comparative:
    'mehr weniger höher niedriger größer kleiner besser schlechter als schneller ärmer reicher älter jünger doppelt_so',
  pastTime:
    'vor gestern seit jahr jahre jahren monat monate monaten woche wochen früher zuvor jahrzehnt letzten letztes vergangenen ehemalige',
  presentTime: 'jetzt heute derzeit aktuell bereits schon noch',
  pastAuxiliary: 'war waren hatte hatten wurde wurden gab kam ging ließ stieg fiel sank nahm worden gewesen',
  perfect: 'hat haben habe',
  existence: 'ist sind gibt_es es_gibt besteht enthält',
  source:
    'laut studie studien umfrage bericht berichte statistik daten zahlen beweis beweise video foto dokument dokumente zufolge eilmeldung',
  cause:
    'grund verursachen verursacht führen führt wegen weil deshalb dadurch auslösen ausgelöst verhindern verhindert schaden schützen schützt hilft ermöglichen aufgrund folge ursache verantwortlich',
  change:
    'steigen gestiegen steigt sinken gesunken sinkt fallen zunehmen erhöhen erhöht senken gesenkt wachsen gewachsen verlieren verloren verdoppelt halbiert kürzen abschaffen zunahme rückgang anstieg',
  report:
    'sagen sagt sagte behaupten behauptet erklären erklärte berichten berichtet ankündigen warnen warnt bestätigen bestätigt zugeben leugnen versprechen fordern fordert melden meldet',
  record:
    'stimmen gestimmt unterstützen ablehnen abgelehnt beschließen beschlossen unterzeichnen unterschrieben wählen gewählt ernannt verabschiedet genehmigt',
  money:
    'steuer steuern haushalt schulden kosten preis preise zahlen bezahlt lohn gehalt einkommen geld wirtschaft handel bank gewinn inflation rente subvention zoll zölle miete',
  law: 'gesetz gesetze gericht urteil richter verfassung recht illegal verbot verboten vertrag abkommen sanktionen klage regelung verordnung',
  crime:
    'tot töten getötet mord kriminell straftat gewalt polizei terror terrorist waffe waffen betrug angriff verhaftet gefängnis korruption vergewaltigung diebstahl',
  health:
    'gesundheit krankenhaus impfung impfstoff geimpft virus krankheit krebs arzt patient tod gestorben sterben infektion infiziert corona covid pandemie medikament',
  war: 'krieg militär armee soldat soldaten rakete raketen nato feind bombe besetzt truppen einmarsch ukraine russland',
  work: 'arbeit arbeitslos arbeitslosigkeit arbeitsplatz arbeitsplätze job firma unternehmen industrie fabrik gewerkschaft beschäftigte',
  government:
    'regierung präsident kanzler bundestag minister ministerium partei wahl wahlen bundesregierung staat land behörde parlament eu afd cdu spd grüne',
  people:
    'menschen mann frau frauen kind kinder familie flüchtling flüchtlinge migranten ausländer bürger bevölkerung studenten deutsche muslime juden',
  measure: 'rate durchschnitt zahl anzahl menge niveau tonnen kilometer grad prozent alter größe quote summe',
  praise: 'groß großartig gut wunderbar fantastisch schön wichtig stolz toll super nett',
  blame: 'schlecht schrecklich katastrophe schande lächerlich falsch dumm traurig lüge schwach verrückt',
  feeling: 'liebe lieben hassen angst sorge froh glücklich freund freunde glauben herz traum genießen',
};
