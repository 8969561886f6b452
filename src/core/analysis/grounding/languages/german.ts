import type { GuardWords } from '../guard-words.ts';

/** German. */
export const germanGuard: GuardWords = {
  posts:
    'beitrag|beitrags|post|posting|autor|autorin|verfasser|verfasserin|text|nachricht|artikel|tweet|brief|interview|thread|kommentar|bericht|verfassende|er|sie|es|schreiber|meldung|verfassers|autors',
  saying: `sag*|erzähl*|thematisier*|greift|geht|weist darauf|merkt|hebt|befürchte*|fürchte*|bedauer*|verurteil*|verteidig*|äußer*|empfiehlt|wünscht|erinner*|verweist|schilder*|behaupte*|schreib*|schrieb|heißt|berichte*|erklär*|argumentier*|nenn*|stell* dar|stell*|meint|meinen|finde*|gibt an|geb* an|beschreib*|erwähn*|kritisier*|beklag*|fordert|zitier*|warn*|vermute*|räum* ein|
    bezeichne*|führt|spricht|sieht|glaub*|vertritt|zufolge|unterstell*|wirft|prognostizier*|schätz*|betont|hält|lobt|handel*|rechne*|teilt|fragt|verlangt|wertet|macht`,
  accordingTo: `laut (?:dem |diesem |des )?(?:beitrag|post|posting|autor|autorin|verfasser|verfasserin|text|nachricht|artikel|tweet)*|(?:dem |diesem |der )?(?:beitrag|post|autor|autorin|verfasser|verfasserin|text|nachricht|artikel) (?:zufolge|nach)|nach (?:ansicht|angaben|meinung|darstellung|auffassung|aussage) (?:des|der|dieses) (?:beitrag*|post*|autor*|verfasser*|text*)|nach (?:dem|diesem) (?:beitrag|post|text)|im (?:beitrag|post|text|artikel) (?:heißt|steht|ist)|aus sicht des (?:autors|verfassers|beitrags)`,
  verdicts: [
    'enthüll*|entlarv*|deckt auf|aufgedeckt*',
    'unbelegt*|fragwürdig*|zweifelhaft*|unseriös*|unglaubwürdig*|unplausibel|hanebüchen*|märchen|mythos|ohne jede*|ohne quell*|ohne grundlage|aus der luft',
    'glaubwürdig*|überzeugend*|plausibel|berechtigt*|berechtigterweise|nachvollziehbar*|mit recht|verständlicherweise|wohlbegründet*',
    'einseitig*|reißerisch*|hetzerisch*|hetze|populistisch*|polemisch*|tendenziös*|rassistisch*',
    'falsch|falsche|falschen|fälschlich*|unwahr*|erfunden*|falschmeldung*|fake*|unbegründet*|haltlos*|unzutreffend*|widerlegt*',
    'irrt|irren|liegt falsch|liegt daneben|irrtümlich*|irreführend*|verzerr*|übertrieb*|propaganda|desinformation|verschwörung*|manipulativ*',
    'lüge|lügen|lügt|lügner*|gelogen|verlogen*',
    'hat recht|liegt richtig|trifft zu|zu recht|zurecht|richtig|richtigerweise|zutreffend*|stimmt|wahrheitsgemäß|tatsächlich|in wahrheit|in wirklichkeit|es ist wahr|korrekt|korrekterweise|zu unrecht|faktenwidrig',
    'offensichtlich|natürlich|zweifellos|selbstverständlich|ohne beleg*|ohne beweis*|faktencheck*',
    'leider|absurd*|skandalös*|lächerlich*',
  ],
  orders:
    'stimmen sie|helfen sie|teilen sie|spenden sie|unterstützen sie|verbreiten sie|zahlen sie|achten sie|denken sie daran|kommen sie|kündigen sie|glauben sie|kaufen sie|fordern sie|schreiben sie|wählen sie|gehen sie|rufen sie|melden sie|prüfen sie|vertraut|glaubt nicht|lasst euch|lassen sie|klicken sie|teilen sie|bitte|hier klicken|jetzt alle|unterschreiben sie|lesen sie|ihr müsst|ihr solltet|du musst|du solltest|man muss teilen|vorherige anweisungen|alle anweisungen|vorherigen anweisungen|sie sollten|sie müssen sich',
  imperatives:
    'kündigt|verklagt|verlangt|fordert|meidet|traut|glaubt|stoppt|kommt|lasst|tut|prüft|teilt|teile|klick|klickt|klicke|klicken|unterschreibt|unterschreibe|unterzeichnet|wählt|wähle|boykottiert|lest|lies|schaut|schau|ignoriere|ignoriert|vergiss|vergesst|verbreitet|verbreite|spendet|kauft|kaufe|geht|ruft|schreibt|schreibe|abonniert|folgt|helft|gib|antworte|besucht|meldet|macht mit|wehrt',
  negations: `nicht|nichts|nie|niemals|niemand|kein|keine|keinen|keinem|keiner|keines|ohne|weder|bestreite*|bestritt*|lehn* ab|lehnt|lehnte|lehnten|ablehn*|abgelehnt*|verweiger*|weiger*|dementier*|scheiter*|zurückgewiesen|zurückweis*|zurückwies|wies*|weist|kaum|
    versäum*|unterlass*|unterließ*|unbekannt|unwahrscheinlich|verneint*|leugne*|abgestritten|streitet ab|verhinder*|statt|anstatt`,
  notNegations: 'nicht nur|nicht bloß|nicht allein|nichts anderes als|mit \\d+ gegen|\\d+ gegen|gegen \\d+',
  privatives:
    'nur|lediglich|bloß|erst|noch|bisher|bislang|weiterhin|un*|fehl*|mangel*|verlor*|verlier*|geschlossen|schließ*|geschloss*|dicht|zu|still|stillst*|ende*|beend*|gestopp*|stopp*|abge*|ab|aus|verbot*|verbiet*|verschw*|verzicht*|weg|leer|aufgeb*|aufgegeben|gegen|dagegen|widersp*|zweifel*|bezweif*|strit*|streit*|bestr*|zurück*|entgeh*|entgang*|entfall*|entfiel|gestrichen|streich*|einzig*|allein|wenig*|selten|höchstens|maximal|offen|aussteh*|steht aus|wart*|frei|freige*|dement*|sperr*|gesperrt|verhinder*|vermeid*|vermied*|schweig*|schwieg|geheim*|ausgesch*|außer|anders|weder|ausblieb*|ausgeblieben|bleib*|blieb*|draußen|vermiss*|los|falsch|lehn*|ablehn*|abgelehnt|weiger*|verweiger*|sondern',
  hedges:
    'könnte*|kann|können|dürfte*|möglich*|vielleicht|wahrscheinlich|vermutlich|angeblich|mutmaßlich|wohl|wollen|will|plan*|falls|wenn|würde*|wäre*|hätte*|womöglich|eventuell|soll|sollen|sollte*|drohe*|scheint|offenbar|schätzung*|voraussichtlich|wird|werden',
  certain:
    'weiß, dass|weiß genau|ist sich sicher|bewies*|beweis*|bestätigt*|sicher|mit sicherheit|bereits|schon|definitiv|endgültig|steht fest|erwiesen*',
  admissions:
    'gibt zu|geben zu|gab zu|gibt * zu|zugegeben|gesteh*|gestand*|gestanden|räumt* ein|räumte * ein|räumt * ein|eingeräumt',
  quantifiers: [
    'wenige|wenigen|kaum jemand',
    'einige|einigen|einiger|manche|manchen|mehrere|mehreren|teilweise|ein teil|etliche',
    'viele|vielen|vieler|zahlreiche*|oft|häufig',
    'die meisten|meisten|mehrheit|meistens|überwiegend|fast alle*',
    'alle|allen|aller|jeder|jede|jedes|jeden|sämtliche*|immer|stets|ausnahmslos|ganze|ganzen|nur|ausschließlich',
  ],
  opposites: [
    [
      'steig*|stieg*|gestieg*|erhöh*|wuchs*|wachs*|gewachs*|zunahm*|zunehm*|zugenommen|verdoppel*|anstieg*|teurer',
      'sink*|sank*|gesunken*|fiel|fielen|gefallen|fall*|senk*|gesenkt|abnahm*|abgenommen|rückgang*|halbier*|billiger|zurückgegangen|reduzier*|kürz*|gekürzt',
    ],
    [
      'mehr|größer*|höher*|über|länger|stärker',
      'weniger|kleiner*|niedriger*|geringer*|unter|kürzer|schwächer',
    ],
    [
      'unterstütz*|befürwort*|dafür|stimmte* für|stimmten für|zugestimmt|stimmt zu|begrüß*|stimmten zu|stimmte zu',
      'dagegen|gegen|ablehn*|lehn*|abgelehnt*|bekämpf*|verurteil*|kritisier*',
    ],
    [
      'bestreit*|bestritt*|dementier*|leugn*|abgestritten|zurückweis*|weist',
      'gibt zu|geben zu|gab zu|zugegeben|bestätig*|räum* ein|einräum*|eingeräumt|gesteh*|gestand*',
    ],
    ['größte*|höchste*|beste*|meiste*', 'kleinste*|niedrigste*|geringste*|schlechteste*|wenigste*'],
    ['öffn*|geöffnet|eröffn*|offen', 'schließ*|schloss*|geschlossen*|schließung'],
    ['gewann*|gewonn*|gewinn*', 'verlor*|verlier*|verloren'],
    ['nie|niemals|selten', 'immer|oft|häufig|stets'],
    ['vor', 'nach'],
    ['begann*|begonnen|beginn*|startet*', 'ende*|endete*|beendet*|aufgehört'],
    ['veröffentlich*|offengelegt|offenleg*', 'verschwieg*|verheimlich*|geheim*|vertusch*'],
    ['legal', 'illegal|rechtswidrig'],
    ['erlaub*|genehmig*', 'verbot*|verbiet*|untersag*'],
    ['überleb*', 'starb*|gestorben|tot|tote|getötet*'],
    ['einstell*|eingestellt', 'entlass*|entließ*'],
    ['mindestens', 'höchstens'],
    ['billig*|günstig*', 'teuer*|teure*'],
    ['sicher|ungefährlich|harmlos', 'gefährlich*|unsicher*'],
  ],
  events: [
    'gestorben|umgekommen|starb*|sterb*|tot|tote|toten|tod|todes*|getötet*|tötet*|töten|ermordet*|mord*|tödlich*|ums leben|verstorben|opfer',
    'verurteil*|schuldig*|gefängnis*|haft*|urteil*',
    'verhaftet*|festgenommen|festnahm*|verhaftung*|haft*',
    'freigesprochen*|freispruch*|unschuldig*',
    'zurückgetreten|rücktritt*|trat zurück|tritt zurück|abgetreten',
    'pleite|insolven*|bankrott',
    'verdoppel*|verdreifach*|doppelt*|dreifach*|zweifach*',
    'halbier*|hälfte|halb*|50 ?%|50 prozent',
    'vergewaltig*|sexuell*',
    'bestech*|bestoch*|korrupt*|korruption|geschmiert|schmiergeld*',
    'terror*',
    'gestohlen|stahl|diebstahl*|stehlen|geraubt|raub*|veruntreu*|untreue|geplündert',
  ],
  converses: [['kauf*|gekauft|erwarb*|erworben', 'verkauf*']],
  causes:
    'weil|wegen|deshalb|deswegen|daher|aufgrund|dank|führt* zu|führte|denn|verursach*|infolge|durch|da|darum|grund|auslöst*|ausgelöst|damit|schuld|zurückzuführen',
  moreThan: 'mehr als|über|mindestens|wenigstens|gut',
  lessThan:
    'nur|lediglich|bloß|gerade einmal|weniger als|unter|höchstens|maximal|bis zu|knapp|nicht mehr als',
  clauses: 'aber|während|weil|obwohl|doch|sondern|jedoch|denn|trotz|wohingegen|dagegen',
  determiners:
    'der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|sein|seine|seinen|ihr|ihre|ihren|im|am|zum|zur|beim|vom|von|in|für|mit|auf|an|zu|bei|kein|keine',
  passive: ['wurde|wurden|wird|werden|worden|sei|ist|seien', 'von|vom|durch'],
  months: 'januar/jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
  weekdays: 'montag|dienstag|mittwoch|donnerstag|freitag|samstag/sonnabend|sonntag',
  units: [
    'second: sekunde|sekunden',
    'minute: minute|minuten',
    'hour: stunde|stunden',
    'day: tag|tage|tagen|täglich',
    'week: woche|wochen|wöchentlich',
    'month: monat|monate|monaten|monatlich',
    'year: jahr|jahre|jahren|jährlich',
    'kilometre: kilometer|kilometern|km',
    'metre: meter|metern',
    'mile: meile|meilen',
    'kilo: kilo|kilogramm|kg',
    'ton: tonne|tonnen',
    'pound: pfund',
    'dollar: dollar',
    'euro: euro',
    'franc: franken',
    'litre: liter|litern',
    'hectare: hektar',
    'degree: grad',
    'watt: kilowatt*|megawatt*|gigawatt*',
  ],
  per: 'pro|je|im|am|in der',
  titles:
    'investor|konzern|unternehmen|firma|bürgermeister*|minister|ministerin|stadt|dorf|professor*|dr|herr|frau|präsident*|kanzler*|krankenkasse|verein|gemeinde|ort|abgeordnete*',
};
